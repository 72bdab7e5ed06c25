"""The register of regulations: their state, what they point to, what runs out, what is missing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.registry import SearchHit, figure_names
from desa.foundation.core.values.names import plain
from desa.foundation.tenancy.scope import current_village
from desa.transparency.regulations.enums import RelationKind
from desa.transparency.regulations.models import BudgetLine, Regulation, Relation
from desa.transparency.regulations.rules.searching import joined_words
from desa.transparency.regulations.rules.states import (
    ALARM,
    IN_FORCE,
    State,
    days_left,
    earliest,
)

CHANGES = {RelationKind.AMENDS: "amended", RelationKind.REVOKES: "revoked"}


@dataclass(frozen=True)
class Effects:
    """First days on which newer regulations changed or ended others, by the id of the other."""

    amended: Mapping[int, date] = field(default_factory=dict)
    revoked: Mapping[int, date] = field(default_factory=dict)

    def state(self, regulation: Regulation, day: date) -> State:
        key = regulation.pk
        return regulation.state(day, self.amended.get(key), self.revoked.get(key))


def effects(among: Collection[int] | None = None) -> Effects:
    """Of every relation whose newer side is not removed; `among` limits the older side."""
    rows = Relation.objects.filter(kind__in=CHANGES, regulation__removed_at__isnull=True)
    if among is not None:
        rows = rows.filter(target_id__in=among)
    found: dict[str, dict[int, date]] = {"amended": {}, "revoked": {}}
    for target, kind, day in rows.values_list("target_id", "kind", "regulation__valid_from"):
        days = found[CHANGES[RelationKind(kind)]]
        days[target] = earliest(days.get(target), day) or day
    return Effects(found["amended"], found["revoked"])


def today() -> date:
    return clock.today(current_village())


def with_states(rows: Iterable[Regulation]) -> list[tuple[Regulation, State]]:
    listed = list(rows)
    made, day = effects([row.pk for row in listed]), today()
    return [(row, made.state(row, day)) for row in listed]


def state_of(regulation: Regulation) -> State:
    return with_states([regulation])[0][1]


def searched(words: str) -> QuerySet[Regulation]:
    """Those that hold every one of the words in number, title, key words or text."""
    rows = Regulation.objects.defer("text", "search_text")
    for word in plain(words).split()[:8]:
        rows = rows.filter(search_text__contains=word)
    return rows


def search_words(regulation: Regulation) -> str:
    """What the search looks through; the text only of a file that anyone may read."""
    parts = [
        str(regulation),
        regulation.get_kind_display(),
        regulation.title,
        regulation.subjects,
        regulation.text if regulation.shows_file else "",
    ]
    words = " ".join(parts)
    return plain(f"{words} {joined_words(words)}")


def targets_of_all() -> dict[int, set[int]]:
    """Each regulation and those it points to, in any way; removed ones are no part of it."""
    rows = Relation.objects.filter(
        regulation__removed_at__isnull=True, target__removed_at__isnull=True
    )
    found: dict[int, set[int]] = {}
    for source, target in rows.values_list("regulation_id", "target_id"):
        found.setdefault(source, set()).add(target)
    return found


def expiring() -> list[tuple[Regulation, int]]:
    """Those in force that run out within 60 days, with the days left; the next one first."""
    day = today()
    ending = Q(valid_to__gte=day, valid_to__lte=day + ALARM)
    rows = Regulation.objects.filter(ending).defer("text", "search_text").order_by("valid_to")
    return [
        (row, days_left(day, row.valid_to) or 0)
        for row, state in with_states(rows)
        if state in IN_FORCE
    ]


def count_expiring() -> int:
    return len(expiring())


def in_force() -> list[Regulation]:
    rows = Regulation.objects.defer("text", "search_text")
    return [row for row, state in with_states(rows) if state in IN_FORCE]


def fulfilled() -> set[str]:
    """Slugs of the required instruments that a regulation in force fulfils, as the office says."""
    return {slug for row in in_force() for slug in row.instruments}


def lines_in_words(lines: Iterable[BudgetLine]) -> list[tuple[str, str]]:
    """Name and address of each, from the room that knows the plan; without it the code as it was written."""
    found = []
    for line in lines:
        source = figure_names.find(line.plan)
        known = source.find(line.year, line.code) if source and _on(source.room) else None
        name, url = known or ("", "")
        found.append((f"{line} {name}".strip(), url))
    return found


def _on(room: str) -> bool:
    return current_village().has_room(room)


def find_regulations(words: str, limit: int) -> list[SearchHit]:
    """For the office's one search box."""
    if not plain(words):
        return []
    return [
        SearchHit(
            title=str(row),
            detail=row.title,
            url=reverse("regulations:detail", args=[row.pk]),
            kind=_("Produk hukum"),
        )
        for row in searched(words)[:limit]
    ]


def removed() -> list[Regulation]:
    """The last ones that were hidden, to bring back."""
    rows = Regulation.base_objects.filter(removed_at__isnull=False).defer("text", "search_text")
    return list(rows.order_by("-removed_at")[:10])
