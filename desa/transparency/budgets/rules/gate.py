"""What the law wants told before a version may be published, stage by stage.

Permendagri 20/2018 Ps 39 (the budget, who carries it out, where to complain), Ps 40-42 (a change of
details is a Perkades that the BPD is told of) and Ps 72 (realisation, unfinished work and why).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desa.transparency.budgets.enums import Severity, Stage, WorkState


class Need(StrEnum):
    LINES = "lines"
    BALANCE = "balance"
    FINDINGS = "findings"
    LEGAL_NUMBER = "legal_number"
    LEGAL_DATE = "legal_date"
    BPD_DATE = "bpd_date"
    COMPLAINT_ADDRESS = "complaint_address"
    IMPLEMENTERS = "implementers"
    REALISED = "realised"
    WORK_STATES = "work_states"
    REASONS = "reasons"


@dataclass(frozen=True)
class Missing:
    """`codes` are the kegiatan concerned; `amount` the difference in sen; `count` how many findings."""

    need: Need
    codes: tuple[str, ...] = ()
    amount: int = 0
    count: int = 0


@dataclass(frozen=True)
class Carrier:
    """Who carries out a kegiatan; `state` and `reason` at a realisation."""

    office: str
    name: str = ""
    team: str = ""
    state: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Facts:
    """A version as the gate sees it. `left` is what does not balance (sen), `kegiatan` those of its lines,
    `without_realised` those whose lines say nothing of it; `findings` is (severity, accepted note) each."""

    stage: Stage
    kegiatan: tuple[str, ...]
    left: int
    legal_number: str = ""
    legal_date: date | None = None
    bpd_date: date | None = None
    complaint_address: str = ""
    carriers: Mapping[str, Carrier] = field(default_factory=dict)
    findings: tuple[tuple[str, str], ...] = ()
    without_realised: tuple[str, ...] = ()


ANY = (Need.LINES, Need.FINDINGS, Need.COMPLAINT_ADDRESS)
BUDGET = (*ANY, Need.BALANCE)
BINDING = (*BUDGET, Need.LEGAL_NUMBER, Need.LEGAL_DATE, Need.IMPLEMENTERS)
NEEDS: dict[Stage, tuple[Need, ...]] = {
    Stage.DRAFT: BUDGET,
    Stage.ENACTED: (*BINDING, Need.BPD_DATE),
    Stage.DETAIL_CHANGE: BINDING,
    Stage.CHANGE: (*BINDING, Need.BPD_DATE),
    Stage.REALISATION: (
        *ANY,
        Need.IMPLEMENTERS,
        Need.REALISED,
        Need.WORK_STATES,
        Need.REASONS,
    ),
}


def missing(facts: Facts) -> tuple[Missing, ...]:
    """Everything at once, in the order in which it is best done; empty when it may be published."""
    found = {gap.need: gap for gap in _gaps(facts)}
    return tuple(found[need] for need in Need if need in found and need in NEEDS[facts.stage])


def _gaps(facts: Facts) -> list[Missing]:
    return [*_money(facts), *_words(facts), *_works(facts)]


def _money(facts: Facts) -> list[Missing]:
    gaps = [] if facts.kegiatan else [Missing(Need.LINES)]
    if facts.left:
        gaps.append(Missing(Need.BALANCE, amount=facts.left))
    wrong = sum(1 for severity, note in facts.findings if severity == Severity.ERROR and not note)
    if wrong:
        gaps.append(Missing(Need.FINDINGS, count=wrong))
    if facts.without_realised:
        gaps.append(Missing(Need.REALISED, codes=facts.without_realised))
    return gaps


def _words(facts: Facts) -> list[Missing]:
    written = {
        Need.LEGAL_NUMBER: facts.legal_number.strip(),
        Need.LEGAL_DATE: facts.legal_date,
        Need.BPD_DATE: facts.bpd_date,
        Need.COMPLAINT_ADDRESS: facts.complaint_address.strip(),
    }
    return [Missing(need) for need, value in written.items() if not value]


def _works(facts: Facts) -> list[Missing]:
    without = tuple(code for code in facts.kegiatan if code not in facts.carriers)
    carried = [(code, facts.carriers[code]) for code in facts.kegiatan if code in facts.carriers]
    silent = tuple(code for code, carrier in carried if not carrier.state)
    unfinished = tuple(
        code
        for code, carrier in carried
        if carrier.state in (WorkState.RUNNING, WorkState.NOT_STARTED) and not carrier.reason
    )
    gaps = {
        Need.IMPLEMENTERS: without,
        Need.WORK_STATES: (*without, *silent),
        Need.REASONS: unfinished,
    }
    return [Missing(need, codes=codes) for need, codes in gaps.items() if codes]


def offered_office(kegiatan: str) -> str:
    """Who usually carries it out (Permendagri 20/2018 Ps 6); the village decides."""
    for beginning, office in USUAL:
        if f"{kegiatan}.".startswith(f"{beginning}."):
            return office
    return "sekdes"


USUAL = (
    ("1.1", "kaur_tu"),
    ("1.2", "kaur_tu"),
    ("1.4", "kaur_perencanaan"),
    ("1", "kasi_pemerintahan"),
    ("2", "kasi_kesejahteraan"),
    ("3", "kasi_pelayanan"),
    ("4", "kasi_kesejahteraan"),
    ("5", "kasi_kesejahteraan"),
)
