"""The arithmetic of a year's upkeep, by hand and by Hypothesis."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.rules.kinds import Care, Kind
from desa.infrastructure.assets.rules.upkeep import (
    Worth,
    add_up,
    shortfall,
    worth,
    yearly_care,
    yearly_part,
)

WEEKLY = Care("a", "A", "A", every_days=73, window_days=5, cost=Rupiah.of(20_000))
ROUTER = Kind("router", "Router", "Router", life=5, criticality=5, price=Rupiah.of(1_800_000))
UPS = Kind("ups", "UPS", "UPS", 4, 4, Rupiah.of(1_300_000), care=(WEEKLY,))
amounts = st.integers(0, 10**13).map(Rupiah)
kinds = st.builds(
    Kind,
    slug=st.just("k"),
    name=st.just("K"),
    english=st.just("K"),
    life=st.integers(1, 30),
    criticality=st.integers(1, 5),
    price=amounts.filter(bool),
    care=st.lists(
        st.builds(
            Care,
            slug=st.just("c"),
            name=st.just("C"),
            english=st.just("C"),
            every_days=st.integers(30, 730),
            window_days=st.integers(0, 14),
            cost=amounts,
        ),
        max_size=2,
    ).map(tuple),
)
worths = st.builds(Worth, kind=kinds, price=amounts, estimated=st.booleans(), yearly_fee=amounts)


def test_required_is_replacement_care_and_fees_by_hand() -> None:
    rows = [
        worth(ROUTER, Rupiah.of(2_000_000), False, Rupiah.of(6_000_000)),
        worth(UPS, Rupiah.of(1_200_000), False, None),
    ]
    need = add_up(rows)
    assert need.replacement == Rupiah.of(2_000_000 // 5 + 1_200_000 // 4)
    assert need.care == Rupiah.of(5 * 20_000)
    assert need.fees == Rupiah.of(6_000_000)
    assert need.required == Rupiah.of(6_800_000)
    assert need.estimated_share == 0


def test_an_asset_without_price_counts_with_its_kinds_and_is_called_an_estimate() -> None:
    need = add_up(
        [worth(ROUTER, None, False, None), worth(ROUTER, Rupiah.of(600_000), False, None)]
    )
    assert need.value == Rupiah.of(2_400_000)
    assert need.estimated_value == Rupiah.of(1_800_000)
    assert need.estimated_share == 0.75
    assert need.unpriced == 1


def test_a_typed_price_may_be_an_estimate_too() -> None:
    need = add_up([worth(ROUTER, Rupiah.of(600_000), True, None)])
    assert need.estimated_share == 1


def test_a_price_of_zero_is_known_and_not_replaced_by_an_estimate() -> None:
    need = add_up([worth(ROUTER, Rupiah(0), False, None)])
    assert (need.value, need.unpriced, need.estimated_share) == (Rupiah(0), 0, 0.0)


def test_nothing_needs_nothing() -> None:
    assert add_up([]).required == Rupiah(0)
    assert add_up([]).estimated_share == 0


def test_a_part_of_a_year_is_rounded_half_up_to_the_sen() -> None:
    assert yearly_part(Rupiah(100), 1, 3) == Rupiah(33)
    assert yearly_part(Rupiah(1), 1, 2) == Rupiah(1)
    assert yearly_care(UPS) == Rupiah.of(100_000)


@given(st.lists(worths, max_size=8))
def test_the_need_is_the_exact_sum_within_half_a_sen_a_part(rows: list[Worth]) -> None:
    exact = Fraction(0)
    for row in rows:
        exact += Fraction(row.price.sen, row.kind.life) + row.yearly_fee.sen
        exact += sum(Fraction(care.cost.sen * 365, care.every_days) for care in row.kind.care)
    parts = sum(1 + len(row.kind.care) for row in rows)
    assert abs(add_up(rows).required.sen - exact) <= Fraction(parts, 2)


@given(st.lists(worths, max_size=6), worths)
def test_one_asset_more_never_needs_less(rows: list[Worth], more: Worth) -> None:
    before, after = add_up(rows), add_up([*rows, more])
    assert after.required >= before.required
    assert after.value == before.value + more.price


@given(st.lists(worths, max_size=6))
def test_the_estimated_part_lies_between_nothing_and_all(rows: list[Worth]) -> None:
    need = add_up(rows)
    assert 0 <= need.estimated_share <= 1
    assert need.estimated_value <= need.value


@given(amounts, amounts)
def test_a_shortfall_is_never_negative_and_closes_the_gap(needed: Rupiah, budget: Rupiah) -> None:
    gap = shortfall(needed, budget)
    assert gap >= Rupiah(0)
    assert budget + gap >= needed
    assert not gap or budget + gap == needed


@pytest.mark.parametrize(("every", "window"), [(0, 0), (10, 5), (10, -1)])
def test_care_whose_windows_touch_is_refused(every: int, window: int) -> None:
    with pytest.raises(ValueError, match="window"):
        Care("a", "A", "A", every, window, Rupiah(0))
