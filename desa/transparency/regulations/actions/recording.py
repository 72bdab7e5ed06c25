"""Recording and correcting a regulation with everything that hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.intake.actions import once
from desa.people.residents.enums import Status
from desa.people.residents.models import Person
from desa.transparency.regulations.actions.filing import NewFile, attach_file
from desa.transparency.regulations.enums import RelationKind, Topic
from desa.transparency.regulations.exceptions import RegulationRefused
from desa.transparency.regulations.models import BudgetLine, Member, Regulation, Relation
from desa.transparency.regulations.queries import search_words, targets_of_all
from desa.transparency.regulations.rules.instruments import instrument_named
from desa.transparency.regulations.rules.lines import PlanLine
from desa.transparency.regulations.rules.relations import circle

SENT = "regulations.record"
CIRCLE = _(
    "Hubungan ini berputar kembali ke dirinya sendiri: %(chain)s. "
    "Hapus salah satu hubungan dalam rantai itu."
)


@dataclass(frozen=True)
class Facts:
    """The columns of a regulation as the office writes them."""

    kind: str
    number: str
    year: int
    title: str
    enacted_on: date
    valid_from: date
    topic: str = Topic.GENERAL
    promulgated_on: date | None = None
    bpd_agreed_on: date | None = None
    evaluated_on: date | None = None
    valid_to: date | None = None
    subjects: str = ""
    basis: str = ""
    instruments: tuple[str, ...] = ()
    file_shown: bool = True


@dataclass(frozen=True)
class Entry:
    """`relations` point to older regulations; `members` are (role, name)."""

    facts: Facts
    relations: tuple[tuple[RelationKind, int], ...] = ()
    lines: tuple[PlanLine, ...] = ()
    members: tuple[tuple[str, str], ...] = ()


@action
def record_regulation(*, by: Actor, entry: Entry, file: NewFile | None = None) -> Regulation:
    """Raises ValidationError (a field) or RegulationRefused (a circle)."""
    regulation = Regulation(created_by_label=by.actor_label)
    _write(regulation, entry, file)
    record("regulations.regulation.recorded", regulation, by, kind=regulation.kind)
    return regulation


@action
def take_entry(*, by: Actor, entry: Entry, file: NewFile | None, key: UUID) -> Regulation:
    """One regulation for each form, however often it is sent."""
    made, _new = once(
        key=key,
        purpose=SENT,
        by=by,
        make=lambda: record_regulation(by=by, entry=entry, file=file),
    )
    return Regulation.objects.get(pk=made)


@action
def correct_regulation(
    *, by: Actor, regulation: Regulation, entry: Entry, file: NewFile | None = None
) -> Regulation:
    """Put it right; the trail names what was changed. Raises as record_regulation."""
    current = Regulation.objects.select_for_update().get(pk=regulation.pk)
    before = _columns(current)
    _write(current, entry, file)
    after = _columns(current)
    changed = [name for name in after if before[name] != after[name]]
    changed += ["file"] if file else []
    record("regulations.regulation.corrected", current, by, changed=", ".join(changed) or "-")
    return current


def _columns(regulation: Regulation) -> dict[str, object]:
    return {item.name: getattr(regulation, item.name) for item in fields(Facts)}


def _write(regulation: Regulation, entry: Entry, file: NewFile | None) -> None:
    for item in fields(Facts):
        setattr(regulation, item.name, getattr(entry.facts, item.name))
    regulation.instruments = _known(entry.facts.instruments)
    if file:
        attach_file(regulation, file)
    regulation.search_text = search_words(regulation)
    regulation.full_clean()
    _refuse_circle(regulation, [target for _kind, target in entry.relations])
    _save(regulation)
    _tie(regulation, entry)


def _save(regulation: Regulation) -> None:
    """Two keepers may send the same number at once: the database lets the first one through."""
    try:
        with transaction.atomic():
            regulation.save()
    except IntegrityError:
        regulation.full_clean()  # says so in words, now that the other one is there
        raise


def _known(slugs: Sequence[str]) -> list[str]:
    return [slug for slug in dict.fromkeys(slugs) if instrument_named(slug)]


def _refuse_circle(regulation: Regulation, targets: Sequence[int]) -> None:
    """Also over several steps; the chain is named."""
    every = {**targets_of_all(), regulation.pk: set(targets)}
    if chain := circle(every):
        names = {row.pk: str(row) for row in Regulation.objects.filter(pk__in=chain)}
        names[regulation.pk] = str(regulation)
        words = " → ".join(names[key] for key in chain)
        raise RegulationRefused(CIRCLE % {"chain": words}, "relations")


def _tie(regulation: Regulation, entry: Entry) -> None:
    """Relations, lines and members as they are now; the old ones go."""
    for model in (Relation, BudgetLine, Member):
        model.objects.filter(regulation=regulation).delete()
    Relation.objects.bulk_create(
        Relation(regulation=regulation, kind=kind, target_id=target)
        for kind, target in dict.fromkeys(entry.relations)
    )
    BudgetLine.objects.bulk_create(
        BudgetLine(regulation=regulation, plan=line.plan, year=line.year, code=line.code)
        for line in entry.lines
    )
    Member.objects.bulk_create(
        Member(regulation=regulation, place=place, role=role, name=name, person=_resident(name))
        for place, (role, name) in enumerate(entry.members, start=1)
    )


def _resident(name: str) -> Person | None:
    """The one living resident of this very name; a namesake is nobody's business to guess."""
    found = list(Person.objects.filter(name__iexact=name, status=Status.ALIVE)[:2])
    return found[0] if len(found) == 1 else None
