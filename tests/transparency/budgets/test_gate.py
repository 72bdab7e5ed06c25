from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.budgets.enums import Severity, Stage, WorkState
from desa.transparency.budgets.presenters import WORDS
from desa.transparency.budgets.rules.gate import (
    NEEDS,
    Carrier,
    Facts,
    Missing,
    Need,
    missing,
    offered_office,
)

EMPTY = Facts(stage=Stage.ENACTED, kegiatan=(), left=0)
CARRIER = Carrier("kasi_kesejahteraan", state=WorkState.DONE)
WHOLE = Facts(
    stage=Stage.ENACTED,
    kegiatan=("1.1.01", "2.3.11"),
    left=0,
    legal_number="6 Tahun 2025",
    legal_date=date(2025, 12, 22),
    bpd_date=date(2025, 12, 20),
    complaint_address="Kantor desa",
    carriers={"1.1.01": CARRIER, "2.3.11": CARRIER},
)


def needs(facts: Facts) -> list[Need]:
    return [gap.need for gap in missing(facts)]


@pytest.mark.parametrize("stage", list(Stage))
def test_complete_version_lacks_nothing_at_any_stage(stage: Stage) -> None:
    assert missing(replace(WHOLE, stage=stage)) == ()


def test_everything_missing_is_listed_at_once() -> None:
    assert needs(EMPTY) == [
        Need.LINES,
        Need.LEGAL_NUMBER,
        Need.LEGAL_DATE,
        Need.BPD_DATE,
        Need.COMPLAINT_ADDRESS,
    ]


@pytest.mark.parametrize(
    ("stage", "asked"),
    [
        (Stage.DRAFT, False),
        (Stage.ENACTED, True),
        (Stage.DETAIL_CHANGE, False),
        (Stage.CHANGE, True),
        (Stage.REALISATION, False),
    ],
)
def test_bpd_agrees_to_what_is_a_perdes_only(stage: Stage, asked: bool) -> None:
    assert (Need.BPD_DATE in needs(replace(WHOLE, stage=stage, bpd_date=None))) is asked


def test_change_of_details_still_needs_its_perkades() -> None:
    facts = replace(WHOLE, stage=Stage.DETAIL_CHANGE, legal_number=" ", legal_date=None)
    assert needs(facts) == [Need.LEGAL_NUMBER, Need.LEGAL_DATE]


def test_budget_that_does_not_balance_names_the_difference() -> None:
    assert missing(replace(WHOLE, left=-100)) == (Missing(Need.BALANCE, amount=-100),)


def test_realisation_may_leave_money() -> None:
    assert missing(replace(WHOLE, stage=Stage.REALISATION, left=5)) == ()


def test_kegiatan_without_an_implementer_is_named() -> None:
    (gap,) = missing(replace(WHOLE, carriers={"1.1.01": CARRIER}))
    assert gap == Missing(Need.IMPLEMENTERS, codes=("2.3.11",))


def test_error_counts_until_it_has_a_note_and_a_warning_never() -> None:
    found = ((Severity.ERROR, ""), (Severity.ERROR, "cetakan salah"), (Severity.WARNING, ""))
    assert missing(replace(WHOLE, findings=found)) == (Missing(Need.FINDINGS, count=1),)


@pytest.mark.parametrize("state", [WorkState.RUNNING, WorkState.NOT_STARTED])
def test_unfinished_work_needs_a_reason_at_a_realisation(state: WorkState) -> None:
    carriers = {**WHOLE.carriers, "2.3.11": Carrier("kades", state=state)}
    facts = replace(WHOLE, stage=Stage.REALISATION, carriers=carriers)
    assert missing(facts) == (Missing(Need.REASONS, codes=("2.3.11",)),)
    told = {**carriers, "2.3.11": Carrier("kades", state=state, reason="Hujan")}
    assert missing(replace(facts, carriers=told)) == ()
    assert missing(replace(WHOLE, carriers=carriers)) == ()


def test_realisation_asks_for_states_and_figures() -> None:
    facts = replace(
        WHOLE,
        stage=Stage.REALISATION,
        carriers={"1.1.01": Carrier("kades"), "2.3.11": CARRIER},
        without_realised=("2.3.11",),
    )
    assert needs(facts) == [Need.REALISED, Need.WORK_STATES]


def test_every_need_has_its_words() -> None:
    assert set(WORDS) == set(Need)
    assert set(NEEDS) == set(Stage)


@pytest.mark.parametrize(
    ("code", "office"),
    [
        ("1.1.01", "kaur_tu"),
        ("1.4.02", "kaur_perencanaan"),
        ("1.5.01", "kasi_pemerintahan"),
        ("2.3.11", "kasi_kesejahteraan"),
        ("3.1.02", "kasi_pelayanan"),
        ("10.1.01", "sekdes"),
    ],
)
def test_usual_office_follows_the_bidang(code: str, office: str) -> None:
    assert offered_office(code) == office


@given(
    stage=st.sampled_from(list(Stage)),
    left=st.integers(-10, 10),
    number=st.sampled_from(["", "6"]),
    named=st.sets(st.sampled_from(["1.1.01", "2.3.11"])),
)
def test_doing_what_is_listed_leaves_nothing_to_do(
    stage: Stage, left: int, number: str, named: set[str]
) -> None:
    carriers = dict.fromkeys(named, CARRIER)
    facts = replace(WHOLE, stage=stage, left=left, legal_number=number, carriers=carriers)
    for gap in missing(facts):
        if gap.need is Need.BALANCE:
            facts = replace(facts, left=0)
        elif gap.need is Need.LEGAL_NUMBER:
            facts = replace(facts, legal_number="6")
        else:
            facts = replace(facts, carriers=WHOLE.carriers)
    assert missing(facts) == ()
