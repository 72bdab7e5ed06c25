"""Rounds with their days, proposals as lists, and the ballots of a round as an election."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from desa.empowerment.planning.enums import Authority, Phase, ProposalState
from desa.empowerment.planning.models import AuthorWord, Ballot, Proposal, ProposalPhoto, Round
from desa.empowerment.planning.rules.alike import Wish, alike
from desa.empowerment.planning.rules.ballots import numbers_of
from desa.empowerment.planning.rules.costs import Scored, ranking, within
from desa.empowerment.planning.rules.equal_shares import Election, Project
from desa.empowerment.planning.rules.pabulib import write_pabulib
from desa.empowerment.planning.rules.phases import Calendar, Window
from desa.empowerment.planning.transitions import DECIDED
from desa.foundation.core import clock
from desa.foundation.files.exceptions import StoredFileError
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

MOST_COMPARED = 1000


def calendar_of(round_: Round) -> Calendar:
    """Asked once for one row of the round."""
    rows = round_.phases.all()
    return {Phase(row.phase): Window(row.opens, row.closes) for row in rows}


def rounds() -> QuerySet[Round]:
    return Round.objects.prefetch_related("phases").order_by("-year")


def current_round() -> Round | None:
    """The newest year."""
    return rounds().first()


def taking_round(today: date) -> Round | None:
    """The year that takes proposals today, or the one that will next, or the newest."""
    found = list(rounds())
    windows = {row.pk: calendar_of(row).get(Phase.PROPOSE) for row in found}
    open_now = [row for row in found if (window := windows[row.pk]) and window.holds(today)]
    coming = [row for row in found if (window := windows[row.pk]) and window.opens > today]
    return next(iter([*open_now, *reversed(coming), *found]), None)


def proposals() -> QuerySet[Proposal]:
    rows = Proposal.objects.select_related("round", "area__parent__parent", "merged_into__round")
    return rows.order_by("-created_at", "-id")


def by_number(year: int, number: int) -> Proposal | None:
    return proposals().filter(round__year=year, number=number).first()


def by_status_code(code: str) -> Proposal | None:
    """For the proposer, who has the code; `code` without dashes."""
    return proposals().filter(status_code=code).first()


def dusun() -> QuerySet[Area]:
    return Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True).order_by("name")


def dusun_of(area: Area | None) -> Area | None:
    """The dusun that a place lies in."""
    while area is not None and area.kind != AreaKind.DUSUN:
        area = area.parent
    return area


def within_area(area: Area) -> list[int]:
    """A dusun with its RW and RT."""
    below = list(Area.objects.filter(parent=area).values_list("pk", flat=True))
    deeper = Area.objects.filter(parent__in=below).values_list("pk", flat=True)
    return [area.pk, *below, *deeper]


def alike_to(proposal: Proposal) -> list[tuple[Proposal, bool]]:
    """(proposal, is near) of the same year that may be the same wish, the most similar first."""
    rows = proposals().filter(round=proposal.round, state=ProposalState.RECEIVED)
    others = {row.pk: row for row in rows[:MOST_COMPARED]}
    found = alike(_wish(proposal), (_wish(row) for row in others.values()))
    return [(others[item.key], item.near) for item in found]


def _wish(proposal: Proposal) -> Wish:
    place = dusun_of(proposal.area)
    name = place.name if place else ""
    return Wish(proposal.pk, proposal.title, name, proposal.landmark)


def without_verdict(round_: Round) -> QuerySet[Proposal]:
    return Proposal.objects.filter(round=round_, state=ProposalState.RECEIVED, verdict="")


def electable(round_: Round) -> QuerySet[Proposal]:
    """What the musdes may rank: the village's own affair, with a cost, not put under another."""
    rows = Proposal.objects.filter(round=round_, authority=Authority.VILLAGE, cost__isnull=False)
    return rows.exclude(state=ProposalState.MERGED).order_by("number")


def ranked(round_: Round) -> tuple[Scored, ...]:
    rows = electable(round_).filter(score__isnull=False)
    return ranking(Scored(row.number, row.score or 0, _rupiah(row)) for row in rows)


def ranked_winners(round_: Round) -> tuple[int, ...]:
    budget = round_.budget.sen // 100 if round_.budget else 0
    return within(ranked(round_), budget)


def election_of(round_: Round) -> Election:
    """From the sheets that two people read alike, in the order of their numbers; nobody's name is in it."""
    rows = electable(round_).select_related("area__parent__parent")
    projects = tuple(
        Project(str(row.number), _rupiah(row), row.title, _dusun_name(row)) for row in rows
    )
    known = {project.key for project in projects}
    sheets = Ballot.objects.filter(round=round_, counts=True).values_list(
        "first_choices", flat=True
    )
    ballots = tuple(
        frozenset(str(number) for number in numbers_of(choices)) & known for choices in sheets
    )
    return Election(round_.budget.sen // 100 if round_.budget else 0, projects, ballots)


def groups_of(round_: Round) -> tuple[str, ...]:
    """The dusun on each counted sheet, in the same order."""
    rows = Ballot.objects.filter(round=round_, counts=True)
    return tuple(rows.values_list("first_area__name", flat=True))


def undecided_sheets(round_: Round) -> QuerySet[Ballot]:
    """Sheets typed once only, or not alike."""
    rows = Ballot.objects.filter(round=round_, counts=False)
    return rows.select_related("first_by", "second_by", "first_area", "second_area")


def words_on(main: Proposal) -> tuple[bool, ...]:
    """What the proposers of a wish and of those put under it said in this turn."""
    own = Q(proposal=main) | Q(proposal__merged_into=main)
    rows = AuthorWord.objects.filter(own, turn=main.reopened)
    return tuple(rows.values_list("good", flat=True))


def answered(round_: Round | None = None) -> QuerySet[Proposal]:
    """Those whose state and reason anyone can read; one put under another has the other's."""
    own = Q(state__in=DECIDED) & ~Q(reason="")
    under = Q(merged_into__state__in=DECIDED) & ~Q(merged_into__reason="")
    rows = Proposal.objects.filter(own | under, round__published_at__isnull=False)
    return rows.filter(round=round_) if round_ else rows


def waiting_words() -> int:
    """For the badge: proposals from the page that nobody has looked at."""
    return Proposal.objects.filter(shown_at__isnull=True).count()


def place_groups(round_: Round) -> list[tuple[str, list[Proposal]]]:
    """(RT or dusun, proposals) of those whose proposer left no phone: the RT carries their answer."""
    rows = proposals().filter(round=round_).prefetch_related("proposers")
    found: dict[str, list[Proposal]] = {}
    for row in rows.filter(Q(proposers__isnull=True) | Q(proposers__phone="")).order_by("number"):
        found.setdefault(_place_name(row.area), []).append(row)
    return sorted(found.items())


def _place_name(area: Area | None) -> str:
    top = dusun_of(area)
    if area is None or top is None:
        return str(area or "")
    return f"Dusun {top.name}" if area.kind == AreaKind.DUSUN else f"Dusun {top.name}, {area}"


@dataclass(frozen=True)
class PublicImage:
    content: bytes
    media_type: str


def public_photo(year: int, number: int, photo: int) -> PublicImage | None:
    """Only one that the office shows."""
    rows = ProposalPhoto.objects.select_related("file").filter(
        pk=photo, shown=True, proposal__round__year=year, proposal__number=number
    )
    found = rows.first()
    try:
        return PublicImage(read_content(found.file), found.file.media_type) if found else None
    except StoredFileError:
        return None


def _rupiah(row: Proposal) -> int:
    return row.cost.sen // 100 if row.cost else 0


def _dusun_name(row: Proposal) -> str:
    place = dusun_of(row.area)
    return place.name if place else ""


def pabulib_of(round_: Round) -> str:
    """The agreed sheets in the .pb format: voters are running numbers, without age, sex or dusun."""
    village, calendar = current_village(), calendar_of(round_)
    day = clock.today(village)
    window = calendar.get(Phase.RANK, Window(day, day))
    advice = round_.advice or {}
    return write_pabulib(
        election_of(round_),
        description=f"Usulan warga Desa {village.name}, RKP Desa {round_.year}",
        unit=f"Desa {village.name}",
        instance=str(round_.year),
        begin=window.opens,
        end=window.closes,
        winners=[str(number) for number in advice.get("equal", [])],
    )
