"""When an action is proposed, and when only a measurement is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.accounts.enums import Office
from desa.insight.readiness.rules.catalogue import catalogue, sub_indicator
from desa.insight.readiness.rules.filling import fillers
from desa.insight.readiness.rules.gaps import (
    MOST,
    TARGET,
    Call,
    call,
    gaps,
    score_interval,
    templates,
)
from desa.insight.readiness.rules.standing import Status
from desa.insight.readiness.rules.whole import Known

SCORES = st.floats(0, 100, allow_nan=False)


def _measured(score: float, **more: float) -> Known:
    return Known(Status.MEASURED, score, **more)


@given(SCORES, SCORES)
def test_action_fires_only_when_the_whole_interval_is_under_target(one: float, two: float) -> None:
    low, high = sorted((one, two))
    found = call(low, high)
    assert (found is Call.ACT) == (high < TARGET)
    assert (found is Call.NONE) == (low >= TARGET)


def test_interval_across_the_target_asks_to_measure_first() -> None:
    found = gaps({"TRA1": _measured(50, value=0.5, low=0.4, high=0.9)})
    assert [gap.call for gap in found] == [Call.MEASURE]


def test_certain_gap_is_acted_upon() -> None:
    found = gaps({"TRA1": _measured(30, value=0.3, low=0.25, high=0.35)})
    assert (found[0].call, found[0].template.code) == (Call.ACT, "terbitkan-wajib")
    assert (found[0].low, found[0].high) == pytest.approx((25, 35))


def test_what_is_good_enough_is_left_alone() -> None:
    assert gaps({"TRA1": _measured(80, value=0.8)}) == ()


def test_what_nobody_knows_is_no_gap() -> None:
    assert gaps({"TRA1": Known(Status.NO_DATA, None)}) == ()
    assert gaps({"TRA1": Known(Status.STALE, None, 0.1)}) == ()
    assert gaps({}) == ()


@given(st.dictionaries(st.sampled_from(sorted(templates())), SCORES))
def test_at_most_three_and_acts_before_measurements(scores: dict[str, float]) -> None:
    found = gaps({code: _measured(score) for code, score in scores.items()})
    assert len(found) <= MOST
    wide = [gap.call is Call.MEASURE for gap in found]
    assert wide == sorted(wide)


def test_widest_gap_comes_first() -> None:
    known = {code: _measured(score) for code, score in (("REG1", 40), ("TRA1", 10), ("INF3", 25))}
    assert [gap.template.sub for gap in gaps(known)] == ["TRA1", "INF3", "REG1"]


def test_settled_gap_is_not_proposed_again() -> None:
    assert gaps({"TRA1": _measured(10)}, {"TRA1"}) == ()


@pytest.mark.parametrize(("score", "ends"), [(10, (0, 20)), (50, (40, 60)), (90, (80, 100))])
def test_judged_level_may_lie_anywhere_in_its_band(score: int, ends: tuple[int, int]) -> None:
    found = score_interval(sub_indicator("REG1"), Known(Status.FROM_DOCUMENTS, score))
    assert found == ends


def test_judged_level_next_to_the_target_is_measured_first() -> None:
    assert gaps({"REG1": Known(Status.FROM_DOCUMENTS, 50)})[0].call is Call.MEASURE
    assert gaps({"REG1": Known(Status.FROM_DOCUMENTS, 30)})[0].call is Call.ACT


def test_falling_scale_turns_the_ends() -> None:
    known = _measured(40, value=60, low=30, high=120)
    assert score_interval(sub_indicator("TRA3"), known) == pytest.approx((20, 60))


def test_every_template_is_complete_in_both_languages() -> None:
    for plan in templates().values():
        assert plan.title.id
        assert plan.title.en
        assert plan.unit.en
        assert plan.effect.en
        assert Office(plan.owner)
        assert plan.basis
        assert plan.quantity > 0
    assert len({plan.code for plan in templates().values()}) == len(templates())


def test_every_room_that_measures_has_a_plain_name_and_an_office() -> None:
    needed = {sub.needs for indicator in catalogue() for sub in indicator.subs}
    assert needed <= set(fillers())
    for filler in fillers().values():
        assert Office(filler.who)
        assert filler.name.en
        assert filler.does.en
