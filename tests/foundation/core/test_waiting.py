"""Freireich et al. (1963): weeks of remission, 21 patients on 6-MP and 21 on placebo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from desa.foundation.core.waiting import Waiting, curve, percentile

SIX_MP = [(t, True) for t in (6, 6, 6, 7, 10, 13, 16, 22, 23)] + [
    (t, False) for t in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
]
PLACEBO = [
    (t, True) for t in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
]


def _cases(rows: list[tuple[int, bool]]) -> list[Waiting]:
    return [Waiting(float(time), ended) for time, ended in rows]


def test_published_steps_come_out() -> None:
    published = [
        (6, 0.8571),
        (7, 0.8067),
        (10, 0.7529),
        (13, 0.6902),
        (16, 0.6275),
        (22, 0.5378),
        (23, 0.4482),
    ]
    found = curve(_cases(SIX_MP))
    assert [time for time, _ in found] == [time for time, _ in published]
    assert [share for _, share in found] == pytest.approx([s for _, s in published], abs=5e-5)


def test_published_medians_come_out() -> None:
    assert percentile(_cases(SIX_MP), 0.5) == 23
    assert percentile(_cases(PLACEBO), 0.5) == 8


def test_ninetieth_percentile_is_unknown_while_too_many_are_open() -> None:
    assert percentile(_cases(SIX_MP), 0.9) is None
    assert percentile(_cases(PLACEBO), 0.9) == 17


def test_open_cases_make_the_median_longer_not_shorter() -> None:
    quick = [Waiting(1, True)] * 5
    assert percentile(quick, 0.5) == 1
    assert percentile([*quick, *[Waiting(9, False)] * 6], 0.5) is None


def test_everything_open_has_no_step() -> None:
    assert curve([Waiting(3, False)]) == []
    assert percentile([Waiting(3, False)], 0.5) is None


@pytest.mark.parametrize(
    ("cases", "share"), [([], 0.5), ([Waiting(1, True)], 0), ([Waiting(1, True)], 1)]
)
def test_nothing_to_wait_for_is_refused(cases: list[Waiting], share: float) -> None:
    with pytest.raises(ValueError, match="cases"):
        percentile(cases, share)


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=40))
def test_curve_equals_the_library_that_the_web_process_does_not_load(
    rows: list[tuple[int, bool]],
) -> None:
    ended = [float(time) for time, done in rows if done]
    open_ = [float(time) for time, done in rows if not done]
    found = curve(_cases(rows))
    if not ended:
        assert found == []
        return
    library = ecdf(CensoredData(uncensored=ended, right=open_)).sf
    steps = dict(zip(library.quantiles.tolist(), library.probabilities.tolist(), strict=True))
    assert [share for _, share in found] == pytest.approx([steps[time] for time, _ in found])
