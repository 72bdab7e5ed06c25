import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.readiness.rules.aggregate import (
    SubScore,
    arithmetic,
    gated,
    geometric,
    indicator_score,
    overall,
    stage_words,
)
from desa.insight.readiness.rules.standing import SCORED, Status


def _known(code: str, score: float, weight: float = 1) -> SubScore:
    return SubScore(code, Status.MEASURED, score, weight)


def _unknown(code: str, status: Status = Status.NO_DATA) -> SubScore:
    return SubScore(code, status)


def test_missing_sub_indicators_are_named_and_bounded() -> None:
    """38, bounds 27 to 55 would be such a line: here 40, and 24 to 64 because 2 of 5 are unknown."""
    found = indicator_score(
        "REG",
        [
            _known("REG1", 30),
            _known("REG2", 40),
            _known("REG3", 50),
            _unknown("REG4"),
            _unknown("REG5"),
        ],
    )
    assert (found.score, found.low, found.high) == pytest.approx((40, 24, 64))
    assert (found.completeness, found.missing, found.level) == (0.6, ("REG4", "REG5"), 3)


@pytest.mark.parametrize("status", [Status.NO_DATA, Status.STALE, Status.HIDDEN])
def test_indicator_with_less_than_half_known_has_no_score(status: Status) -> None:
    subs = [_known("A", 90), _known("B", 90), *(_unknown(c, status) for c in "CDE")]
    found = indicator_score("X", subs)
    assert (found.score, found.level) == (None, None)
    assert (found.low, found.high) == pytest.approx((36, 96))


def test_one_known_sub_indicator_is_not_enough() -> None:
    assert indicator_score("X", [_known("A", 90), _unknown("B")]).score is None


def test_what_does_not_apply_has_no_weight() -> None:
    subs = [_known("A", 60), _known("B", 80), _unknown("C", Status.NOT_APPLICABLE)]
    found = indicator_score("X", subs)
    assert (found.score, found.low, found.high, found.completeness) == (70, 70, 70, 1)


def test_indicator_in_which_nothing_applies_is_refused() -> None:
    with pytest.raises(ValueError, match="no weight"):
        indicator_score("X", [_unknown("A", Status.NOT_APPLICABLE)])


@pytest.mark.parametrize(("status", "score"), [(Status.NO_DATA, 0.0), (Status.MEASURED, None)])
def test_status_and_number_go_together(status: Status, score: float | None) -> None:
    with pytest.raises(ValueError, match="with score"):
        SubScore("A", status, score)


subs = st.lists(
    st.tuples(st.sampled_from(Status), st.floats(0, 100), st.floats(0.1, 5)).map(
        lambda drawn: SubScore(
            "S",
            drawn[0],
            drawn[1] if drawn[0] in SCORED or drawn[0] is Status.QUALITATIVE else None,
            drawn[2],
        )
    ),
    min_size=1,
).filter(lambda parts: any(part.status is not Status.NOT_APPLICABLE for part in parts))


@given(subs)
def test_score_lies_between_its_bounds(parts: list[SubScore]) -> None:
    found = indicator_score("X", parts)
    assert 0 <= found.low <= found.high <= 100 + 1e-9
    if found.score is not None:
        assert found.low - 1e-9 <= found.score <= found.high + 1e-9
    assert found.high - found.low == pytest.approx(100 * (1 - found.completeness), abs=1e-6)


scores = st.lists(st.floats(0, 100), min_size=1, max_size=8)


@given(scores)
def test_weak_part_weighs_more_across_the_eight(values: list[float]) -> None:
    assert geometric(values) <= arithmetic([max(1, value) for value in values]) + 1e-9


@given(scores, st.floats(0.1, 10))
def test_scale_of_the_weights_does_not_matter(values: list[float], scale: float) -> None:
    weights = [scale] * len(values)
    assert arithmetic(values, weights) == pytest.approx(arithmetic(values))
    assert geometric(values, weights) == pytest.approx(geometric(values))


@pytest.mark.parametrize(
    ("values", "weights"), [([], None), ([1.0], [0.0]), ([1.0, 2.0], [1.0]), ([1.0], [-1.0])]
)
def test_impossible_weights_are_refused(values: list[float], weights: list[float] | None) -> None:
    with pytest.raises(ValueError, match=r"aggregate|weights"):
        arithmetic(values, weights)


EIGHT = ("LIT", "ACC", "REG", "HR", "TRU", "INF", "TRA", "COO")


def test_stage_needs_six_of_eight() -> None:
    five = {code: (50.0 if code in EIGHT[:5] else None) for code in EIGHT}
    assert (overall(five, {}).score, overall(five, {}).stage) == (None, None)
    six = {code: (50.0 if code in EIGHT[:6] else None) for code in EIGHT}
    assert overall(six, {}).stage == 3


def test_stage_is_at_most_one_above_the_weakest() -> None:
    strong = dict.fromkeys(EIGHT, 79.0) | {"INF": 12.0}
    found = overall(strong, {"LIT4": 5, "ACC5": 5})
    assert (found.stage, found.gate, found.weakest) == (2, "INF", "INF")


@pytest.mark.parametrize(
    ("levels", "stage", "gate"),
    [
        ({"LIT4": 4, "ACC5": 4}, 4, ""),
        ({"LIT4": 3, "ACC5": 5}, 3, "LIT4"),
        ({"LIT4": 4, "ACC5": None}, 3, "ACC5"),
        ({}, 3, "LIT4"),
    ],
)
def test_fourth_stage_leaves_nobody_behind(
    levels: dict[str, int | None], stage: int, gate: str
) -> None:
    found = overall(dict.fromkeys(EIGHT, 70.0), levels)
    assert (found.stage, found.gate) == (stage, gate)
    assert gated(4, 4, "LIT", levels) == (stage, gate)


def test_seed_scores_give_the_printed_aggregates() -> None:
    seed = dict(zip(EIGHT, (30, 30, 30, 40, 40, 20, 30, 50), strict=True))
    found = overall({code: float(score) for code, score in seed.items()}, {})
    assert found.arithmetic == pytest.approx(33.75)
    assert found.score == pytest.approx(32.7, abs=0.05)
    assert (found.stage, found.weakest) == (2, "INF")


@pytest.mark.parametrize(
    ("chances", "words"),
    [
        ({1: 0.0, 2: 0.97, 3: 0.03}, (2,)),
        ({2: 0.55, 3: 0.45}, (2, 3)),
        ({1: 0.2, 2: 0.5, 3: 0.3}, (2, 3)),
        ({4: 0.5, 5: 0.5}, (4, 5)),
    ],
)
def test_stage_is_said_only_when_it_is_sure(
    chances: dict[int, float], words: tuple[int, ...]
) -> None:
    assert stage_words(chances) == words
