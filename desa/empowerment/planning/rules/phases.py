"""Which act is open on which day of a round. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desa.empowerment.planning.enums import Act, Phase

OPENED_BY: dict[Act, tuple[Phase, ...]] = {
    Act.PROPOSE: (Phase.PROPOSE,),
    Act.EDIT: (Phase.PROPOSE, Phase.MERGE, Phase.ASSESS),
    Act.MERGE: (Phase.MERGE, Phase.ASSESS),
    Act.ASSESS: (Phase.MERGE, Phase.ASSESS),
    Act.SCORE: (Phase.RANK,),
    Act.BALLOT: (Phase.RANK,),
    Act.DECIDE: (Phase.DECIDE,),
    Act.CARRY_OUT: (Phase.CARRY_OUT,),
}


@dataclass(frozen=True)
class Window:
    """Both days belong to it."""

    opens: date
    closes: date

    def holds(self, day: date) -> bool:
        return self.opens <= day <= self.closes


Calendar = Mapping[Phase, Window]


@dataclass(frozen=True)
class Closed:
    """`opens` is the next day on which the act is open; without one, `closed` is the day after which it was over."""

    phase: Phase
    opens: date | None = None
    closed: date | None = None


def refusal(act: Act, calendar: Calendar, today: date) -> Closed | None:
    """None when the act is open today; of several windows the next one that opens is named."""
    phases = [phase for phase in OPENED_BY[act] if phase in calendar]
    if any(calendar[phase].holds(today) for phase in phases):
        return None
    coming = [phase for phase in phases if calendar[phase].opens > today]
    if coming:
        first = min(coming, key=lambda phase: calendar[phase].opens)
        return Closed(first, opens=calendar[first].opens)
    past = [phase for phase in phases if calendar[phase].closes < today]
    if past:
        last = max(past, key=lambda phase: calendar[phase].closes)
        return Closed(last, closed=calendar[last].closes)
    return Closed(OPENED_BY[act][0])


def open_phases(calendar: Calendar, today: date) -> tuple[Phase, ...]:
    return tuple(phase for phase in Phase if phase in calendar and calendar[phase].holds(today))


def disorder(calendar: Calendar) -> tuple[Phase, str] | None:
    """The first phase whose days cannot be: "backwards" in itself, "early" for what comes before it."""
    before: date | None = None
    for phase in Phase:
        if phase not in calendar:
            continue
        window = calendar[phase]
        if window.closes < window.opens:
            return phase, "backwards"
        if before is not None and window.opens < before:
            return phase, "early"
        before = window.opens
    return None
