"""A year of proposals with its days, dusun, and proposals in it; everything is invented."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desa.empowerment.planning import actions
from desa.empowerment.planning.actions import Idea, Ruling
from desa.empowerment.planning.enums import Authority, Channel, Phase, Verdict
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.rules.phases import Window
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = {
    Phase.PROPOSE: Window(date(2026, 8, 1), date(2026, 8, 31)),
    Phase.MERGE: Window(date(2026, 9, 1), date(2026, 9, 7)),
    Phase.ASSESS: Window(date(2026, 9, 8), date(2026, 9, 20)),
    Phase.RANK: Window(date(2026, 9, 21), date(2026, 9, 30)),
    Phase.DECIDE: Window(date(2026, 10, 1), date(2026, 10, 31)),
    Phase.CARRY_OUT: Window(date(2027, 1, 1), date(2027, 12, 31)),
}
CULVERT = Idea("Gorong-gorong di perbatasan Winog dan Rajeg", Channel.COUNTER)


def on(month: int, day: int, year: int = 2026) -> AbstractContextManager[None]:
    return clock.frozen(datetime(year, month, day, 9, tzinfo=WIB))


PROPOSING, MERGING, ASSESSING = (8, 10), (9, 3), (9, 10)
RANKING, DECIDING, CARRYING = (9, 22), (10, 5), (3, 1, 2027)


def year_of_proposals(budget: int = 300_000_000) -> Round:
    return actions.set_round(by=CLERK, year=2027, calendar=CALENDAR, budget=Rupiah.of(budget))


def hamlet(name: str = "Winog") -> Area:
    found = Area.objects.filter(kind=AreaKind.DUSUN, name=name).first()
    return found or Area.objects.create(kind=AreaKind.DUSUN, name=name)


def proposed(round_: Round, title: str = "Lampu jalan dekat musala", **more: object) -> Proposal:
    idea = replace(Idea(title, Channel.COUNTER, area=hamlet()), **more)  # type: ignore[arg-type]
    with on(*PROPOSING):
        return actions.propose(by=CLERK, round_=round_, idea=idea)


def assessed(round_: Round, title: str, million: int, **more: object) -> Proposal:
    made = proposed(round_, title, **more)
    with on(*ASSESSING):
        return actions.assess_proposal(
            by=CLERK,
            proposal=made,
            authority=Authority.VILLAGE,
            cost=Rupiah.of(million * 1_000_000),
            benefits=120,
        )


def accepted(proposal: Proposal) -> Proposal:
    ruling = Ruling(Verdict.ACCEPTED, "Paling banyak manfaatnya untuk warga.", 2027)
    with on(*DECIDING):
        return actions.decide_proposal(by=CLERK, proposal=proposal, ruling=ruling)


def refused(proposal: Proposal) -> Proposal:
    ruling = Ruling(Verdict.REFUSED, "Sudah dikerjakan tahun lalu dengan dana provinsi.")
    with on(*DECIDING):
        return actions.decide_proposal(by=CLERK, proposal=proposal, ruling=ruling)


def published(round_: Round) -> Round:
    with on(*DECIDING):
        return actions.publish_decisions(by=CLERK, round_=round_)


def fresh(proposal: Proposal) -> Proposal:
    return Proposal.objects.select_related("round").get(pk=proposal.pk)
