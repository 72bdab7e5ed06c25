"""The list, one proposal, and by its code what its proposer may see and say."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from desa.empowerment.planning import queries
from desa.empowerment.planning.enums import ProposalState
from desa.empowerment.planning.models import Proposal, ProposalPhoto
from desa.empowerment.planning.transitions import ASKED, DECIDED
from desa.foundation.core import clock
from desa.foundation.core.ids import parse_public_id
from desa.foundation.core.registry import figure_names
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.redaction import redact
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

PAGE_SIZE = 20


@dataclass(frozen=True)
class PublishedHamlet:
    id: str
    name: str


@dataclass(frozen=True)
class PublishedProposal:
    """`title` and `story` are empty while no official has looked; `state` of a merged one is of the other.

    `merged_with` is the number of the one that goes on. Reason, year and outside number are there as soon as the
    verdicts of the year are published.
    """

    year: int
    number: int
    title: str
    story: str
    place: str
    landmark: str
    origin: str
    benefits: int | None
    channel: str
    created_at: datetime
    state: ProposalState
    state_label: str
    reason: str
    for_year: int | None
    outside_body: str
    outside_number: str
    merged_with: int | None

    @property
    def label(self) -> str:
        return self.title or _("Usulan nomor %(number)s") % {"number": self.number}


@dataclass(frozen=True)
class PublishedPhoto:
    """`percent` is None for the place before anything was done."""

    id: int
    percent: int | None
    caption: str
    on: datetime


@dataclass(frozen=True)
class PublishedPage:
    """One proposal with what hangs on it; the budget line by name where it is published."""

    proposal: PublishedProposal
    joined: tuple[int, ...]
    photos: tuple[PublishedPhoto, ...]
    budget_year: int | None
    budget_code: str
    budget_name: str
    budget_url: str
    cost: str
    good: int
    bad: int


@dataclass(frozen=True)
class PublishedList:
    proposals: tuple[PublishedProposal, ...]
    older_than: str


@dataclass(frozen=True)
class ProposerPage:
    """What one sees with the code; `said` is the last word given in this turn."""

    code: str
    page: PublishedPage
    own_number: int
    own_title: str
    asked: bool
    said: bool | None
    may_send_photo: bool


def hamlets() -> tuple[PublishedHamlet, ...]:
    return tuple(PublishedHamlet(row.public_id, row.name) for row in queries.dusun())


def proposals(
    year: int | None = None, hamlet: str = "", state: str = "", after: str = ""
) -> PublishedList:
    """The newest that come after the one numbered `after` (2027/14)."""
    rows = queries.proposals()
    if year:
        rows = rows.filter(round__year=year)
    if hamlet:
        area = _hamlet(hamlet)
        rows = rows.filter(area__in=queries.within_area(area) if area else [])
    if state in ProposalState.values:
        rows = rows.filter(state=state)
    found = list(_after(rows, after)[: PAGE_SIZE + 1])
    shown = tuple(line(row) for row in found[:PAGE_SIZE])
    more = f"{shown[-1].year}/{shown[-1].number}" if len(found) > PAGE_SIZE else ""
    return PublishedList(shown, more)


def states() -> tuple[tuple[str, str], ...]:
    return tuple((state.value, str(state.label)) for state in ProposalState)


def proposal(year: int, number: int) -> PublishedPage | None:
    row = queries.by_number(year, number)
    return _page(row) if row else None


def by_code(code: str) -> ProposerPage | None:
    """None for a code that is not ours, whatever is wrong with it; always one look-up."""
    try:
        value = StatusCode.parse(code).value
    except ValueProblem:
        value = ""
    own = queries.by_status_code(value)
    if own is None:
        return None
    main = own.merged_into or own
    said = own.words.filter(turn=main.reopened).first()
    return ProposerPage(
        code=own.code.display,
        page=_page(own),
        own_number=own.number,
        own_title=redact(own.title),
        asked=main.state in ASKED,
        said=said.good if said else None,
        may_send_photo=own.state == ProposalState.RECEIVED,
    )


def line(row: Proposal) -> PublishedProposal:
    main, is_shown = row.merged_into or row, row.shown_at is not None
    told = main.state in DECIDED
    state = main.state if row.merged_into and told else row.state
    return PublishedProposal(
        year=row.round.year,
        number=row.number,
        title=redact(row.title) if is_shown else "",
        story=redact(row.story) if is_shown else "",
        place=place_of(row.area),
        landmark=redact(row.landmark) if is_shown else "",
        origin=str(row.get_origin_display()),
        benefits=row.benefits,
        channel=str(row.get_channel_display()),
        created_at=clock.local(row.created_at, current_village()),
        state=ProposalState(state),
        state_label=str(ProposalState(state).label),
        reason=redact(main.reason) if told else "",
        for_year=main.verdict_year if told else None,
        outside_body=main.outside_body if told else "",
        outside_number=main.outside_number if told else "",
        merged_with=main.number if row.merged_into else None,
    )


def place_of(area: Area | None) -> str:
    """RT 021, Dusun Winog. Never more exact."""
    if area is None:
        return _("Seluruh desa")
    dusun = queries.dusun_of(area)
    name = _("Dusun %(name)s") % {"name": dusun.name} if dusun else ""
    if area.kind == AreaKind.DUSUN:
        return name
    return f"{area}, {name}" if name else str(area)


def _page(row: Proposal) -> PublishedPage:
    main = row.merged_into or row
    words = queries.words_on(main) if main.state in ASKED else ()
    name, url = _budget(main)
    photos = ProposalPhoto.objects.filter(proposal__in=[row.pk, main.pk], shown=True)
    return PublishedPage(
        proposal=line(row),
        joined=tuple(main.merged.order_by("number").values_list("number", flat=True)),
        photos=tuple(_photo(each) for each in photos),
        budget_year=main.budget_year,
        budget_code=main.budget_code,
        budget_name=name,
        budget_url=url,
        cost=str(main.cost) if main.cost and main.state in DECIDED else "",
        good=words.count(True),
        bad=main.reopened,
    )


def _photo(row: ProposalPhoto) -> PublishedPhoto:
    on = clock.local(row.added_at, current_village())
    return PublishedPhoto(row.pk, row.percent, redact(row.caption), on)


def _budget(main: Proposal) -> tuple[str, str]:
    """Name and address of the line, as the room of the budget tells it."""
    names = figure_names.find("apbdes")
    if not main.budget_code or not main.budget_year or names is None:
        return "", ""
    if not current_village().has_room(names.room):
        return "", ""
    return names.find(main.budget_year, main.budget_code) or ("", "")


def _hamlet(public_id: str) -> Area | None:
    try:
        return Area.objects.filter(pk=parse_public_id(public_id), kind=AreaKind.DUSUN).first()
    except ValueError:
        return None


def _after(rows: QuerySet[Proposal], label: str) -> QuerySet[Proposal]:
    year, _slash, number = label.partition("/")
    if not (year.isascii() and year.isdigit() and number.isascii() and number.isdigit()):
        return rows
    last = queries.by_number(int(year[:4]), int(number[:9]))
    if last is None:
        return rows
    not_yet = ~Q(created_at=last.created_at, pk__gte=last.pk)
    return rows.filter(not_yet, created_at__lte=last.created_at)
