"""Codes, the catalogue of kinds, ends of life and the plan of three years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.engine.catalogue import catalogue, kind_named
from desa.infrastructure.assets.rules.codes import CodeRule, compose, tidy
from desa.infrastructure.assets.rules.kinds import Kind, read_catalogue
from desa.infrastructure.assets.rules.lifetime import (
    Aging,
    age_in_years,
    end_of_life,
    replacement_plan,
)

KIND = Kind("a", "A", "A", life=5, criticality=3, price=Rupiah.of(100))
VITAL = Kind("b", "B", "B", life=5, criticality=5, price=Rupiah.of(100))
TOML = """
price_source = "perkiraan"
[[kind]]
slug = "router"
name = "Router"
english = "Router"
life = 5
criticality = {criticality}
price = 1_000
[[minimum]]
slug = "router"
name = "Router"
english = "Router"
kinds = ["{wanted}"]
count = 1
"""


def aging(key: int, year: int | None, kind: Kind = KIND, broken: bool = False) -> Aging:
    bought = date(year, 6, 1) if year else None
    return Aging(key, kind, kind.price, False, bought, broken)


def test_the_catalogue_holds_the_whole_minimum_list_of_inf2() -> None:
    assert [item.slug for item in catalogue().minimum] == [
        "sambungan", "router", "ups", "komputer", "cetak", "cadangan-luar", "listrik",
        "titik-cadangan",
    ]  # fmt: skip
    assert next(item for item in catalogue().minimum if item.slug == "komputer").count == 2


def test_every_kind_says_it_in_both_languages() -> None:
    for kind in catalogue().kinds.values():
        assert kind.name
        assert kind.english
        assert all(care.name and care.english for care in kind.care)


def test_an_unknown_kind_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="kulkas"):
        kind_named("kulkas")


@pytest.mark.parametrize(("criticality", "wanted"), [(6, "router"), (0, "router"), (3, "kulkas")])
def test_a_catalogue_with_a_wrong_part_is_refused(criticality: int, wanted: str) -> None:
    assert read_catalogue(TOML.format(criticality=3, wanted="router")).kinds["router"].life == 5
    with pytest.raises(ValueError, match=r"criticality|kulkas"):
        read_catalogue(TOML.format(criticality=criticality, wanted=wanted))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("tik-0007", "TIK-0007"),
        (" TIK - 0007 ", "TIK-0007"),
        ("TIK-2026-0007", "TIK-2026-0007"),
        ("0007", ""),
        ("TIK-7", ""),
        ("'; DROP TABLE", ""),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, code: str) -> None:
    assert tidy(typed) == code


@given(
    st.from_regex(r"[A-Z]{2,6}", fullmatch=True),
    st.booleans(),
    st.integers(2020, 2099),
    st.integers(1, 9_999_999),
)
def test_every_code_that_is_made_is_read_again(
    prefix: str, by_year: bool, year: int, number: int
) -> None:
    code = compose(CodeRule(prefix, by_year).series(year), number)
    assert tidy(code.lower()) == code


def test_age_counts_whole_years_and_the_future_as_new() -> None:
    assert age_in_years(date(2020, 6, 2), date(2026, 6, 1)) == 5
    assert age_in_years(date(2020, 6, 1), date(2026, 6, 1)) == 6
    assert age_in_years(date(2027, 1, 1), date(2026, 6, 1)) == 0
    assert age_in_years(None, date(2026, 6, 1)) is None


def test_without_a_day_of_purchase_nobody_knows_its_end() -> None:
    assert end_of_life(KIND, None) is None
    assert end_of_life(KIND, date(2021, 12, 31)) == 2026


def test_the_plan_puts_each_asset_into_the_year_of_its_end_and_the_late_into_the_first() -> None:
    rows = [aging(1, 2015), aging(2, 2023), aging(3, 2024), aging(4, 2029), aging(5, None)]
    plan = replacement_plan(rows, 2027)
    assert [(year.year, [row.key for row in year.rows]) for year in plan] == [
        (2027, [1]),
        (2028, [2]),
        (2029, [3]),
    ]
    assert plan[0].cost == Rupiah.of(100)


def test_a_broken_asset_comes_first_however_new_it_is() -> None:
    rows = [aging(1, 2015), aging(2, 2026, VITAL, broken=True), aging(3, None, broken=True)]
    assert [row.key for row in replacement_plan(rows, 2027)[0].rows] == [2, 3, 1]


@given(st.lists(st.tuples(st.none() | st.integers(2000, 2040), st.booleans()), max_size=12))
def test_no_asset_is_planned_twice(rows: list[tuple[int | None, bool]]) -> None:
    assets = [aging(key, year, broken=broken) for key, (year, broken) in enumerate(rows)]
    keys = [row.key for year in replacement_plan(assets, 2027) for row in year.rows]
    assert len(keys) == len(set(keys))
    assert {row.key for row in assets if row.broken} <= set(keys)
