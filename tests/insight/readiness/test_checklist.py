"""The rule of the first evening: from what two people saw to a level."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.readiness.rules.catalogue import sub_indicator
from desa.insight.readiness.rules.checklist import (
    assessed_figure,
    checklist,
    item,
    items_of,
    level_of_answers,
    needs_proof,
    read_checklist,
    sub_level,
)
from desa.insight.readiness.rules.standing import Status

LEVELS = st.lists(st.integers(1, 5), min_size=1, max_size=8)
ROW = {"code": "x", "sub": "REG1", "ask": "a", "ask_en": "b", "proof": "c", "proof_en": "d"}


def test_about_forty_items_ask_about_the_four_indicators() -> None:
    asked = Counter(sub_indicator(found.sub).indicator for found in checklist())
    assert set(asked) == {"REG", "INF", "COO", "ACC"}
    assert 35 <= sum(asked.values()) <= 45


def test_every_item_is_asked_in_both_languages() -> None:
    for found in checklist():
        assert found.ask.id != found.ask.en
        assert found.proof.id
        assert found.proof.en


def test_only_what_needs_a_survey_is_not_asked() -> None:
    asked = {found.sub for found in checklist()}
    assert {"ACC4", "ACC6"}.isdisjoint(asked)
    assert {f"REG{n}" for n in range(1, 6)} | {f"INF{n}" for n in range(1, 7)} <= asked


def test_item_asked_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="x is asked twice"):
        read_checklist({"item": [ROW, ROW]})


def test_item_of_no_sub_indicator_is_refused() -> None:
    with pytest.raises(LookupError, match="REG9"):
        read_checklist({"item": [{**ROW, "sub": "REG9"}]})


def test_unknown_item_is_not_found() -> None:
    with pytest.raises(LookupError):
        item("tidak-ada")


@given(LEVELS)
def test_level_lies_between_the_weakest_and_one_above_it(levels: list[int]) -> None:
    found = level_of_answers(levels)
    assert min(levels) <= found <= min(min(levels) + 1, max(levels))


@given(LEVELS, st.randoms(use_true_random=False))
def test_order_of_the_answers_does_not_matter(levels: list[int], random: object) -> None:
    mixed = list(levels)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert level_of_answers(mixed) == level_of_answers(levels)


@given(LEVELS, st.data())
def test_better_answer_never_lowers_the_level(levels: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(levels) - 1))
    better = list(levels)
    better[place] = min(5, better[place] + 1)
    assert level_of_answers(better) >= level_of_answers(levels)


@given(st.integers(1, 5), st.integers(1, 8))
def test_same_answer_everywhere_is_the_level(level: int, count: int) -> None:
    assert level_of_answers([level] * count) == level


@pytest.mark.parametrize("levels", [[], [0], [6], [3, 9]])
def test_answers_off_the_ladder_are_refused(levels: list[int]) -> None:
    with pytest.raises(ValueError):
        level_of_answers(levels)


def test_no_umbrella_perdes_keeps_integration_at_two() -> None:
    assert sub_level("REG3", {"perdes-payung": 1, "baris-anggaran": 5}) == 2


def test_half_answered_sub_indicator_has_no_level() -> None:
    assert sub_level("REG3", {"perdes-payung": 3}) is None


def test_sub_indicator_that_is_not_asked_has_no_level() -> None:
    assert sub_level("ACC4", {}) is None
    assert items_of("ACC4") == ()


@pytest.mark.parametrize(("level", "asked"), [(1, False), (2, False), (3, True), (5, True)])
def test_proof_is_needed_from_in_use_upwards(level: int, asked: bool) -> None:
    assert needs_proof(level) is asked


@pytest.mark.parametrize("code", ["REG1", "INF4", "COO3", "ACC1"])
def test_judged_share_is_no_measured_share(code: str) -> None:
    found = assessed_figure(sub_indicator(code), 2, "dokumen")
    assert (found.status, found.value, found.score) == (Status.FROM_DOCUMENTS, None, 30)
    assert found.denominator is None


@pytest.mark.parametrize("code", ["REG5", "INF6", "COO2"])
def test_ladder_keeps_its_level_as_value(code: str) -> None:
    found = assessed_figure(sub_indicator(code), 4, "dokumen")
    assert (found.value, found.score) == (4, 70)
