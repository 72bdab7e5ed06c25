import copy
import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from desa.insight.readiness.rules.baseline import baseline
from desa.insight.readiness.rules.catalogue import (
    CatalogueFault,
    Unit,
    catalogue,
    read_catalogue,
    sub_indicator,
)

EIGHT = ["LIT", "ACC", "REG", "HR", "TRU", "INF", "TRA", "COO"]


def _data() -> dict[str, Any]:
    text = files("desa.insight.readiness").joinpath("data/indicators.toml").read_text("utf-8")
    return tomllib.loads(text)


def test_eight_indicators_stand_in_the_order_of_the_study() -> None:
    assert [indicator.code for indicator in catalogue()] == EIGHT
    assert sum(len(indicator.subs) for indicator in catalogue()) == 47


def test_every_sub_indicator_explains_itself_in_both_languages() -> None:
    for indicator in catalogue():
        for sub in indicator.subs:
            words = [sub.name.id, sub.name.en, sub.plain.id, sub.plain.en, sub.formula, sub.source]
            assert all(words), sub.code
            assert sub.guards, sub.code
            assert sub.basis in {"kerangka", "kebijakan"}
            assert sub.name.of("en") != "" != sub.name.of("id")


def test_whatever_the_study_judged_has_a_place() -> None:
    assert {row.sub for row in baseline()} <= {s.code for i in catalogue() for s in i.subs}


def test_effect_of_training_is_told_but_not_scored() -> None:
    literacy = catalogue()[0]
    assert "LIT6" in {sub.code for sub in literacy.subs}
    assert "LIT6" not in {sub.code for sub in literacy.scored_subs}


def test_ladders_need_no_breakpoints_and_the_rest_have_them() -> None:
    for indicator in catalogue():
        for sub in indicator.scored_subs:
            for part in sub.parts:
                assert (part.goalposts is None) == (part.unit is Unit.LEVEL), sub.code


def test_sub_indicator_of_parts_asks_for_a_measure_each() -> None:
    assert sub_indicator("TRU3").measure_names == ("TRU3.tepat", "TRU3.sebaran")
    assert sub_indicator("TRA1").measure_names == ("TRA1",)


@pytest.mark.parametrize(
    ("code", "value", "score"),
    [
        ("TRA3", 60, 40),
        ("TRA1", 0.5, 50),
        ("TRU4", 76.61, 60),
        ("ACC6", 0.02, 80),
        ("INF5", 0.5, 50),
        ("ACC5", 1.0, 80),
    ],
)
def test_breakpoints_are_those_of_the_method(code: str, value: float, score: float) -> None:
    goalposts = sub_indicator(code).parts[0].goalposts
    assert goalposts is not None
    assert goalposts.score(value) == pytest.approx(score)


def test_code_that_is_not_there_is_said() -> None:
    with pytest.raises(LookupError):
        sub_indicator("XYZ9")


def _changed(code: str, change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = copy.deepcopy(_data())
    change(next(row for row in data["sub"] if row["code"] == code))
    return data


def test_another_breakpoint_is_another_method() -> None:
    moved = read_catalogue(_changed("TRA1", lambda row: row["breaks"].__setitem__(0, 0.25)))
    renamed = read_catalogue(_changed("TRA1", lambda row: row.update(name="Kelengkapan")))

    def method(indicators: Any) -> str:
        return str(next(s.method for i in indicators for s in i.subs if s.code == "TRA1"))

    assert method(moved) != sub_indicator("TRA1").method
    assert method(renamed) == sub_indicator("TRA1").method


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("TRA1", lambda row: row.pop("breaks")),
        ("TRA1", lambda row: row.update(breaks=[0.4, 0.2, 0.6, 0.8])),
        ("TRA1", lambda row: row.update(cadence="kadang")),
        ("TRA1", lambda row: row.pop("plain_en")),
        ("TRA1", lambda row: row.update(unit="persen")),
        ("TRA1", lambda row: row.update(code="TRA2")),
        ("TRA1", lambda row: row.update(code="ABC1")),
        ("TRA6", lambda row: row["part"][0].pop("breaks")),
    ],
)
def test_broken_catalogue_is_refused(code: str, change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(CatalogueFault):
        read_catalogue(_changed(code, change))


def test_indicator_without_anything_to_score_is_refused() -> None:
    data = _data()
    data["sub"] = [row for row in data["sub"] if not row["code"].startswith("COO")]
    with pytest.raises(CatalogueFault, match="COO"):
        read_catalogue(data)
