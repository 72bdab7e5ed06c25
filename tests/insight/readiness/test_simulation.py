"""The study's own stage, and what must hold for any input."""

from collections import defaultdict

import numpy as np
import pytest

from desa.insight.readiness.engine.simulation import Uncertain, simulate
from desa.insight.readiness.rules.aggregate import arithmetic, geometric, overall
from desa.insight.readiness.rules.baseline import Judgement, baseline
from desa.insight.readiness.rules.scoring import Goalposts, score_of_level

SHARE = Goalposts(0, (0.2, 0.4, 0.6, 0.8), 1)


def _study() -> dict[str, list[Uncertain]]:
    found: dict[str, list[Uncertain]] = defaultdict(list)
    for row in baseline():
        found[row.indicator].append(Uncertain(row.sub, row.low, row.mode, row.high))
    return found


def _likeliest() -> dict[str, float]:
    return {
        code: arithmetic([score_of_level(sub.mode) for sub in subs])
        for code, subs in _study().items()
    }


def test_study_covers_all_eight_with_its_own_words() -> None:
    assert len(baseline()) == 17
    assert len({row.indicator for row in baseline()}) == 8
    assert all(row.quote and row.sub.startswith(row.indicator) for row in baseline())


def test_study_is_at_the_stage_of_building_the_foundation() -> None:
    found = simulate(_study())
    assert dict(found.stages)[2] >= 0.9
    assert (found.p5, found.p50, found.p95) == pytest.approx((27.9, 33.5, 39.3), abs=1.5)


def test_study_has_the_scores_and_the_weakest_that_were_printed() -> None:
    scores = _likeliest()
    printed = {
        "LIT": 30,
        "ACC": 30,
        "REG": 30,
        "HR": 40,
        "TRU": 40,
        "INF": 20,
        "TRA": 30,
        "COO": 50,
    }
    assert scores == pytest.approx(printed)
    assert arithmetic(list(scores.values())) == pytest.approx(33.75)
    bottom = dict(simulate(_study()).bottom)
    assert sorted(bottom, key=lambda code: -bottom[code])[:2] == ["INF", "LIT"]


def test_leaving_one_indicator_out_keeps_the_stage() -> None:
    scores = _likeliest()
    left = [geometric([s for c, s in scores.items() if c != out]) for out in scores]
    assert (min(left), max(left)) == pytest.approx((30.7, 35.0), abs=0.1)
    for out in scores:
        rest: dict[str, float | None] = {c: (None if c == out else s) for c, s in scores.items()}
        assert overall(rest, {}).stage == 2


def test_rules_and_infrastructure_have_begun_and_are_not_at_the_first_level() -> None:
    modes = {row.sub: row.mode for row in baseline()}
    assert (modes["REG1"], modes["INF1"]) == (2, 2)


def test_gaps_lie_where_the_study_saw_work_to_do() -> None:
    low = {row.sub for row in baseline() if row.mode <= 2}
    assert {"LIT3", "LIT4"} & low
    assert "HR4" in low
    assert {"ACC1", "ACC2", "INF3"} & low
    assert "TRA2" in low


def test_same_seed_gives_the_same_figures_to_the_last_bit() -> None:
    assert simulate(_study()) == simulate(_study())
    assert simulate(_study(), seed=1) != simulate(_study(), seed=2)


def test_order_of_the_indicators_changes_nothing() -> None:
    study = _study()
    assert simulate(dict(reversed(list(study.items())))) == simulate(study)


def test_chances_of_the_stages_sum_to_one() -> None:
    assert sum(chance for _, chance in simulate(_study()).stages) == pytest.approx(1)


def test_measured_without_doubt_moves_only_with_weights_breakpoints_and_means() -> None:
    sure = {code: [Uncertain(f"{code}1", 0.5, 0.5, 0.5, SHARE)] for code in "ABCDEFGH"}
    found = simulate(sure)
    assert 44 < found.p5 <= found.p50 <= found.p95 < 56
    assert found.p50 == pytest.approx(50, abs=1)


def test_wider_intervals_give_a_wider_result() -> None:
    def width(reach: float) -> float:
        subs = {c: [Uncertain(c, 0.5 - reach, 0.5, 0.5 + reach, SHARE)] for c in "ABCDEFGH"}
        found = simulate(subs)
        return found.p95 - found.p5

    assert width(0.02) < width(0.1) < width(0.3)


def test_unknown_fairness_does_not_open_the_fourth_stage() -> None:
    high = {code: [Uncertain(f"{code}9", 0.95, 0.96, 0.97, SHARE)] for code in "ABCDEFGH"}
    assert dict(simulate(high).stages)[3] == 1
    fair = high | {
        "A": [Uncertain("LIT4", 0.95, 0.96, 0.97, SHARE)],
        "B": [Uncertain("ACC5", 0.95, 0.96, 0.97, SHARE)],
    }
    assert dict(simulate(fair).stages)[5] > 0.9


def test_weakest_indicator_holds_the_stage_down() -> None:
    mixed = {code: [Uncertain(f"{code}1", 4.5, 4.5, 4.5)] for code in "ABCDEFG"}
    mixed["H"] = [Uncertain("H1", 1, 1, 1)]
    assert dict(simulate(mixed).stages)[2] == 1


def test_inverse_goalposts_score_fewer_days_higher() -> None:
    days = Goalposts(365, (120, 60, 30, 14), 0)
    late = simulate({"TRA": [Uncertain("TRA3", 100, 110, 115, days)]})
    soon = simulate({"TRA": [Uncertain("TRA3", 5, 6, 7, days)]})
    assert late.p95 < soon.p5


@pytest.mark.parametrize(("low", "mode", "high"), [(2, 1, 3), (1, 4, 3)])
def test_mode_outside_its_bounds_is_refused(low: float, mode: float, high: float) -> None:
    with pytest.raises(ValueError, match="outside"):
        Uncertain("X", low, mode, high)


def test_judgement_off_the_ladder_is_refused() -> None:
    with pytest.raises(ValueError, match="LIT1"):
        Judgement("LIT", "LIT1", 0, 1, 2, "high", "kata")


def test_nothing_measured_is_not_simulated() -> None:
    with pytest.raises(ValueError, match="no indicator"):
        simulate({"LIT": []})


def test_budgeted_weights_count() -> None:
    two = {"A": [Uncertain("A1", 5, 5, 5)], "B": [Uncertain("B1", 1, 1, 1)]}
    towards = simulate(two, {"A": 1.0, "B": 9.0}).p50
    assert towards < simulate(two, {"A": 9.0, "B": 1.0}).p50
    assert np.isfinite(towards)
