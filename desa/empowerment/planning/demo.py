"""Last year's proposals of desa contoh, all of them answered, and a year that is open now; all is invented."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from desa.empowerment.planning import actions
from desa.empowerment.planning.actions import Attendance, Idea, Ruling
from desa.empowerment.planning.engine.picture import MEDIA_TYPE, drawn_photo
from desa.empowerment.planning.enums import Authority, Channel, Phase, Sex, Verdict
from desa.empowerment.planning.models import Ballot, Proposal, Round
from desa.empowerment.planning.queries import electable
from desa.empowerment.planning.rules.example import RUNNING, WISHED, Wished
from desa.empowerment.planning.rules.phases import Window
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

DEMO = SystemActor("desa contoh")
BUDGET = Rupiah.of(450_000_000)
MILLION = 1_000_000
SHEETS = 12
NAMES = ("Siti Aminah", "Joko Susilo", "Wati Lestari", "Bambang Irawan")


@dataclass(frozen=True)
class _Made:
    """A wish and the proposal it became."""

    wished: Wished
    proposal: Proposal


def make_demo(seed: int) -> None:
    year = clock.today(current_village()).year
    dusun = {area.name: area for area in Area.objects.filter(kind=AreaKind.DUSUN)}
    if not dusun:
        return
    _decided_year(year, dusun, Random(seed))  # noqa: S311 - invented scores, no secret
    _running_year(year + 1, dusun)


def _at(day: date, hour: int = 10) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(current_village().timezone))


def _decided_year(year: int, dusun: dict[str, Area], random: Random) -> None:
    """Everything from the meetings to the photo, dated through the year before."""
    before = year - 1
    calendar = {
        Phase.PROPOSE: Window(date(before, 7, 1), date(before, 7, 31)),
        Phase.MERGE: Window(date(before, 8, 1), date(before, 8, 10)),
        Phase.ASSESS: Window(date(before, 8, 11), date(before, 8, 31)),
        Phase.RANK: Window(date(before, 9, 1), date(before, 9, 10)),
        Phase.DECIDE: Window(date(before, 9, 11), date(before, 9, 30)),
        Phase.CARRY_OUT: Window(date(year, 1, 1), date(year, 12, 31)),
    }
    round_ = actions.set_round(by=DEMO, year=year, calendar=calendar, budget=BUDGET)
    made = _meetings(round_, dusun, before, random)
    with clock.frozen(_at(date(before, 8, 12))):
        _sort(made)
    with clock.frozen(_at(date(before, 9, 5))):
        _rank(round_, dusun, random)
    with clock.frozen(_at(date(before, 9, 20))):
        _decide(made, year)
        actions.publish_decisions(by=DEMO, round_=round_)
    _carry_out(made, year)


def _meetings(round_: Round, dusun: dict[str, Area], year: int, random: Random) -> list[_Made]:
    made: list[_Made] = []
    for number, (name, area) in enumerate(sorted(dusun.items())):
        wishes = [wish for wish in WISHED if wish.dusun == name]
        if not wishes:
            continue
        held = date(year, 7, 2 + 2 * number)
        came = [random.randint(4, 15) for _column in range(6)] + [random.randint(0, 2)]
        with clock.frozen(_at(held, 20)):
            meeting = actions.note_meeting(
                by=DEMO,
                round_=round_,
                area=area,
                held_on=held,
                attendance=Attendance(*came),
                ideas=[_idea(wish, place) for place, wish in enumerate(wishes, start=number)],
            )
        rows = meeting.proposals.select_related("round").order_by("number")
        made += [_Made(wish, row) for wish, row in zip(wishes, rows, strict=True)]
    return made


def _idea(wish: Wished, place: int) -> Idea:
    """Every third leaves a name, and nobody a phone: the RT carries their answer."""
    return Idea(
        title=wish.title,
        channel=Channel.MEETING,
        landmark=wish.landmark,
        origin=wish.origin,
        benefits=20 + 15 * (place % 9),
        name=NAMES[place % 4] if place % 3 == 0 else "",
        sex=Sex.FEMALE if place % 2 else Sex.MALE,
    )


def _sort(made: list[_Made]) -> None:
    firsts = {each.wished.dusun: each.proposal for each in reversed(made)}
    for each in made:
        wish = each.wished
        if wish.joins in firsts:
            actions.merge_proposals(by=DEMO, proposal=each.proposal, into=firsts[wish.joins])
            continue
        actions.assess_proposal(
            by=DEMO,
            proposal=each.proposal,
            authority=Authority.OUTSIDE if wish.body else Authority.VILLAGE,
            cost=Rupiah.of(wish.million * MILLION) if wish.million else None,
            benefits=each.proposal.benefits,
        )


def _rank(round_: Round, dusun: dict[str, Area], random: Random) -> None:
    rows = list(electable(round_).select_related("area"))
    verdicts = {wish.title: wish.verdict for wish in WISHED}
    scores = {
        row.number: random.randint(70, 95)
        if verdicts.get(row.title) == Verdict.ACCEPTED
        else random.randint(30, 69)
        for row in rows
    }
    actions.score_proposals(by=DEMO, round_=round_, scores=scores)
    typists = _official(Office.OPERATOR), _official(Office.SEKDES)
    if typists[0] and typists[1]:
        _ballots(round_, rows, dusun, (typists[0], typists[1]), random)
        actions.count_ballots(by=DEMO, round_=round_)


def _ballots(
    round_: Round,
    rows: list[Proposal],
    dusun: dict[str, Area],
    typists: tuple[User, User],
    random: Random,
) -> None:
    """Twelve sheets for each dusun: mostly its own wishes, and some of the others."""
    sheets: list[Ballot] = []
    for area in dusun.values():
        own = [row.number for row in rows if row.area_id == area.pk]
        for _sheet in range(SHEETS):
            others = random.sample([row.number for row in rows], min(3, len(rows)))
            choices = ",".join(str(number) for number in sorted({*own, *others}))
            sex = random.choice(("P", "L", ""))
            sheets.append(_sheet_row(round_, len(sheets) + 1, choices, area, sex, typists))
    Ballot.objects.bulk_create(sheets)


def _sheet_row(
    round_: Round, sheet: int, choices: str, area: Area, sex: str, typists: tuple[User, User]
) -> Ballot:
    first, second = typists
    return Ballot(
        round=round_,
        sheet=sheet,
        first_choices=choices,
        first_area=area,
        first_sex=sex,
        first_by=first,
        second_choices=choices,
        second_area=area,
        second_sex=sex,
        second_by=second,
        counts=True,
    )


def _decide(made: list[_Made], year: int) -> None:
    for place, each in enumerate(made, start=1):
        wish = each.wished
        if Proposal.objects.get(pk=each.proposal.pk).merged_into_id:
            continue
        ruling = Ruling(
            verdict=wish.verdict,
            reason=wish.reason,
            year=year,
            outside_body=wish.body,
            outside_number=f"005/{400 + place}/424.313.2.09/{year - 1}" if wish.body else "",
        )
        actions.decide_proposal(by=DEMO, proposal=each.proposal, ruling=ruling)


def _carry_out(made: list[_Made], year: int) -> None:
    """What the budget pays for: linked; the first three are at work, one is finished and confirmed."""
    today = clock.now()
    start = min(_at(date(year, 3, 2)), today)
    with clock.frozen(start):
        paid = [each.proposal for each in made if each.wished.code]
        for each in made:
            if each.wished.code:
                actions.link_budget(
                    by=DEMO, proposal=each.proposal, year=year, code=each.wished.code
                )
    for proposal, percents in zip(paid, ((50, 100), (100,), (25,)), strict=False):
        for step, percent in enumerate(percents, start=1):
            with clock.frozen(min(start + timedelta(40 * step), today)):
                _photo(proposal, percent)
    if paid:
        with clock.frozen(min(start + timedelta(95), today)):
            actions.author_says(by=actions.PROPOSER, proposal=paid[0], good=True)


def _photo(proposal: Proposal, percent: int) -> None:
    content = drawn_photo(proposal.number, percent)
    digest = put_content(content)
    file = register_file(digest=digest, size=len(content), media_type=MEDIA_TYPE)
    caption = "Gambar contoh, bukan foto"
    actions.add_progress(by=DEMO, proposal=proposal, file=file, percent=percent, caption=caption)


def _running_year(year: int, dusun: dict[str, Area]) -> None:
    """Open today: some from meetings, some from phones that nobody has looked at yet."""
    today = clock.today(current_village())
    opens = today - timedelta(20)
    calendar = {Phase.PROPOSE: Window(opens, today + timedelta(25))}
    for phase, days in ((Phase.MERGE, 7), (Phase.ASSESS, 14), (Phase.RANK, 7), (Phase.DECIDE, 21)):
        day = list(calendar.values())[-1].closes + timedelta(1)
        calendar[phase] = Window(day, day + timedelta(days))
    day = list(calendar.values())[-1].closes + timedelta(1)
    calendar[Phase.CARRY_OUT] = Window(day, day + timedelta(400))
    round_ = actions.set_round(by=DEMO, year=year, calendar=calendar, budget=None)
    for place, (name, title, origin) in enumerate(RUNNING):
        channel = Channel.WEB if place % 2 else Channel.COUNTER
        by = actions.PROPOSER if channel == Channel.WEB else DEMO
        with clock.frozen(_at(opens + timedelta(2 + place))):
            idea = Idea(title, channel, area=dusun.get(name), origin=origin)
            actions.propose(by=by, round_=round_, idea=idea)


def _official(office: Office) -> User | None:
    rows = Membership.objects.select_related("user")
    found = rows.filter(village=current_village(), office=office).first()
    return found.user if found else None
