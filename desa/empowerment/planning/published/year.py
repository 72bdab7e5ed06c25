"""One year of proposals: its phases, whose wishes they were, and the counts beside the ranking."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Field
from django.utils.translation import gettext as _

from desa.empowerment.planning import queries
from desa.empowerment.planning.enums import Act, Origin, Phase, ProposalState, Sex
from desa.empowerment.planning.models import HamletMeeting, Proposal, Proposer, Round
from desa.empowerment.planning.policies import ADVICE, EQUAL_SHARES, PLAIN, TIES
from desa.empowerment.planning.rules.hiding import SMALL, hide_small
from desa.empowerment.planning.rules.phases import refusal
from desa.empowerment.planning.transitions import WORKED_ON
from desa.foundation.core import clock
from desa.foundation.core.values.redaction import redact
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.scope import current_village

FEW = f"< {SMALL}"
TEXTS: dict[str, object] = {"ties": TIES, "advice": ADVICE, "equal": EQUAL_SHARES, "plain": PLAIN}


@dataclass(frozen=True)
class PhaseLine:
    """`standing`: done, now or todo."""

    phase: Phase
    label: str
    opens: date
    closes: date
    standing: str


@dataclass(frozen=True)
class PublishedRound:
    """`takes`: proposals may be sent today; else `opens` is the day from which they may, when there is one."""

    year: int
    phases: tuple[PhaseLine, ...]
    takes: bool
    opens: date | None
    budget: str
    is_published: bool


@dataclass(frozen=True)
class ShareLine:
    """How many of one group; `accepted` and `money` are empty before the verdicts are published."""

    name: str
    count: str
    accepted: str
    money: str


@dataclass(frozen=True)
class ChoiceLine:
    """One proposal as the ranking and both counts see it. `place` in the ranking; None without a score."""

    number: int
    title: str
    place: int | None
    score: int | None
    votes: int
    cost: str
    ranked: bool
    equal: bool
    majority: bool


@dataclass(frozen=True)
class MoneyLine:
    """Amounts in words, empty for a group too small to show."""

    name: str
    voters: str
    own: str
    equal: str
    majority: str
    ranked: str


@dataclass(frozen=True)
class AdviceTable:
    voters: int
    budget: str
    lines: tuple[ChoiceLine, ...]
    money: tuple[MoneyLine, ...]
    ranked_cost: str
    equal_cost: str
    majority_cost: str


@dataclass(frozen=True)
class ResultPage:
    round: PublishedRound
    proposals: int
    answered: int
    states: tuple[tuple[str, int], ...]
    origins: tuple[ShareLine, ...]
    hamlets: tuple[ShareLine, ...]
    people: tuple[tuple[str, str], ...]
    meetings: int
    attendance: tuple[tuple[str, str], ...]
    advice: AdviceTable | None

    @property
    def texts(self) -> dict[str, object]:
        """The rules of counting in plain words."""
        return TEXTS


def latest() -> PublishedRound | None:
    found = queries.current_round()
    return round_lines(found) if found else None


def taking() -> PublishedRound | None:
    """The year that a proposal would be for today."""
    found = queries.taking_round(clock.today(current_village()))
    return round_lines(found) if found else None


def years() -> tuple[int, ...]:
    return tuple(queries.rounds().values_list("year", flat=True))


def result(year: int) -> ResultPage | None:
    found = queries.rounds().filter(year=year).first()
    if found is None:
        return None
    rows = list(queries.proposals().filter(round=found))
    told = found.published_at is not None
    return ResultPage(
        round=round_lines(found),
        proposals=len(rows),
        answered=queries.answered(found).count(),
        states=_states(rows) if told else (),
        origins=_shares(rows, _origin, told=told),
        hamlets=_shares(rows, _dusun, told=told),
        people=_people(found),
        meetings=found.meetings.count(),
        attendance=_attendance(found.meetings.all()),
        advice=advice_table(found) if told else None,
    )


def advice_table(found: Round) -> AdviceTable | None:
    """None while nothing was counted; the office reads it before the public does."""
    if found.advice is None:
        return None
    data: dict[str, Any] = found.advice
    places = {item.number: place for place, item in enumerate(queries.ranked(found), start=1)}
    rows = sorted(queries.electable(found), key=lambda row: places.get(row.number, 10**6))
    return AdviceTable(
        voters=data["voters"],
        budget=_rupiah(data["budget"]),
        lines=tuple(_choice(row, places.get(row.number), data) for row in rows),
        money=tuple(_money(group) for group in data["groups"]),
        ranked_cost=_rupiah(data["ranked_cost"]),
        equal_cost=_rupiah(data["equal_cost"]),
        majority_cost=_rupiah(data["majority_cost"]),
    )


def _choice(row: Proposal, place: int | None, data: dict[str, Any]) -> ChoiceLine:
    return ChoiceLine(
        number=row.number,
        title=redact(row.title),
        place=place,
        score=row.score,
        votes=data["votes"].get(str(row.number), data["votes"].get(row.number, 0)),
        cost=str(row.cost),
        ranked=row.number in data["ranked"],
        equal=row.number in data["equal"],
        majority=row.number in data["majority"],
    )


def _money(group: dict[str, Any]) -> MoneyLine:
    if group["voters"] is None:
        return MoneyLine(group["name"], FEW, "", "", "", "")
    sums = [_rupiah(group[name]) for name in ("own", "equal", "majority", "ranked")]
    return MoneyLine(group["name"], str(group["voters"]), *sums)


def _rupiah(whole: int) -> str:
    return Rupiah.of(whole).short


def round_lines(found: Round) -> PublishedRound:
    today, calendar = clock.today(current_village()), queries.calendar_of(found)
    closed = refusal(Act.PROPOSE, calendar, today)
    return PublishedRound(
        year=found.year,
        phases=tuple(
            PhaseLine(
                phase,
                str(phase.label),
                calendar[phase].opens,
                calendar[phase].closes,
                _standing(calendar[phase].opens, calendar[phase].closes, today),
            )
            for phase in Phase
            if phase in calendar
        ),
        takes=closed is None,
        opens=closed.opens if closed else None,
        budget=str(found.budget) if found.budget else "",
        is_published=found.published_at is not None,
    )


def _standing(opens: date, closes: date, today: date) -> str:
    if today > closes:
        return "done"
    return "now" if opens <= today else "todo"


def _states(rows: Iterable[Proposal]) -> tuple[tuple[str, int], ...]:
    """How many in each state, a merged one with the state of the other."""
    counts = Counter((row.merged_into or row).state for row in rows)
    return tuple((str(state.label), counts[state]) for state in ProposalState if counts[state])


def _origin(row: Proposal) -> str:
    return str(Origin(row.origin).label)


def _dusun(row: Proposal) -> str:
    place = queries.dusun_of(row.area)
    return place.name if place else _("Seluruh desa")


def _shares(rows: list[Proposal], group: Any, *, told: bool) -> tuple[ShareLine, ...]:
    """Of groups and places, which stand on each proposal's own page: nothing is hidden here."""
    found: dict[str, list[Proposal]] = {}
    for row in rows:
        found.setdefault(group(row), []).append(row)
    lines = []
    for name, own in sorted(found.items()):
        yes = [row for row in own if (row.merged_into or row).state in WORKED_ON]
        money = Rupiah.total(row.cost for row in yes if row.cost and not row.merged_into)
        accepted = str(len(yes)) if told else ""
        lines.append(ShareLine(name, str(len(own)), accepted, money.short if told else ""))
    return tuple(lines)


def _people(found: Round) -> tuple[tuple[str, str], ...]:
    """Proposers by sex and disability, as far as they said so; small counts are not shown."""
    rows = list(Proposer.objects.filter(proposal__round=found).values_list("sex", "disabled"))
    sexes = Counter(sex for sex, _disabled in rows if sex)
    shown = hide_small({str(Sex(sex).label): sexes[sex] for sex in (Sex.FEMALE, Sex.MALE)})
    disabled = sum(1 for _sex, disabled in rows if disabled)
    counts = [*shown.items(), (_("Penyandang disabilitas"), disabled)]
    return tuple((name, _few(count)) for name, count in counts)


def _attendance(meetings: Iterable[HamletMeeting]) -> tuple[tuple[str, str], ...]:
    """Everyone who came to any meeting of the year, by sex and age."""
    names = ("women_young", "women_adult", "women_elder", "men_young", "men_adult", "men_elder")
    rows = list(meetings)
    counts = {_column(name): sum(getattr(row, name) for row in rows) for name in names}
    counted = [*hide_small(counts).items()]
    counted.append((_("penyandang disabilitas"), sum(row.disabled for row in rows)))
    return tuple((name[:1].upper() + name[1:], _few(count)) for name, count in counted)


def _column(name: str) -> str:
    field = HamletMeeting._meta.get_field(name)
    assert isinstance(field, Field)
    return str(field.verbose_name)


def _few(count: int | None) -> str:
    return FEW if count is None or 0 < count < SMALL else str(count)
