"""INF1 to INF5 against hand calculations."""

from datetime import date, timedelta

import pytest

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.measures import Standing, measures
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.actions import LineFacts, Repair
from desa.infrastructure.assets.enums import Cause, Condition, Use
from desa.infrastructure.assets.measures import (
    read_age,
    read_care,
    read_funds,
    read_minimum,
    read_repair,
    read_working,
)
from tests.infrastructure.assets.conftest import DAY, MORNING, Register, disposed, rp, seen

FIXED = Repair(Cause.CABLE, Rupiah(0), "Kabel diganti", repaired=True)
EVERY = [read_working, read_minimum, read_funds, read_care, read_repair, read_age]


def days(number: float) -> timedelta:
    return timedelta(days=number)


@pytest.mark.parametrize("read", EVERY)
@pytest.mark.usefixtures("scope")
def test_without_any_asset_there_is_no_figure_and_no_zero(read) -> None:  # type: ignore[no-untyped-def]
    reading = read(DAY)
    assert (reading.standing, reading.value) == (Standing.NO_DATA, None)
    assert reading.why


def test_every_part_of_the_indicator_is_registered() -> None:
    names = {"INF1", "INF2", "INF3", "INF4.terjadwal", "INF4.perbaikan", "INF5"}
    assert names <= set(measures.names())


def test_working_is_weighted_by_criticality(register: Register) -> None:
    register("router", Condition.WORKS)
    register("titik-wifi", Condition.BROKEN)
    register("kamera", Condition.MISSING)
    reading = read_working(DAY)
    assert (reading.value, reading.numerator, reading.denominator) == (5 / 11, 5, 11)
    assert [row.value for row in reading.evidence] == [1, 0, 0]


def test_what_was_never_looked_at_is_not_seen_working_and_bounds_the_figure(
    register: Register,
) -> None:
    register("router", Condition.WORKS)
    register("router")
    reading = read_working(DAY)
    assert (reading.low, reading.value, reading.high) == (0.5, 0.5, 1.0)


def test_a_broken_asset_leaves_the_count_only_with_its_minutes(
    register: Register, sekdes: User
) -> None:
    register("router", Condition.WORKS)
    broken = register("router", Condition.BROKEN)
    assert read_working(DAY).value == 0.5
    with clock.frozen(MORNING + days(3)):
        disposed(sekdes, broken, DAY + days(2))
        assert read_working(DAY + days(1)).value == 0.5
        assert read_working(DAY + days(2)).value == 1


def test_the_past_is_read_as_it_was_known_then(register: Register, keeper: User) -> None:
    asset = register("router", Condition.WORKS)
    with clock.frozen(MORNING + days(10)):
        seen(keeper, asset, Condition.BROKEN)
        assert read_working(DAY + days(9)).value == 1
        assert read_working(DAY + days(10)).value == 0


def test_the_minimum_list_counts_what_works_and_is_used_so(register: Register) -> None:
    register("komputer", Condition.WORKS)
    register("titik-wifi", Condition.WORKS)
    register("disk-cadangan", Condition.WORKS)
    register("ups", Condition.BROKEN)
    assert read_minimum(DAY).numerator == 0
    register("laptop", Condition.WORKS)
    register("titik-wifi", Condition.WORKS, use=Use.SPARE)
    register("disk-cadangan", Condition.WORKS, use=Use.OFF_SITE)
    register("printer", Condition.WORKS)
    reading = read_minimum(DAY)
    assert (reading.numerator, reading.denominator, reading.value) == (4, 8, 0.5)
    missing = [row.label for row in reading.evidence if not row.value]
    assert missing == ["Sambungan internet", "Router", "UPS", "Pelindung listrik"]


def _line(by: User, amount: int, spent: int | None, code: str = "5.2.5.05") -> None:
    facts = LineFacts(2026, code, "Internet", rp(amount), "APBDes 2026", _rp(spent))
    actions.set_upkeep_line(by=by, facts=facts)


def _rp(amount: int | None) -> Rupiah | None:
    return None if amount is None else rp(amount)


def test_funds_are_what_was_spent_over_what_is_needed(register: Register, sekdes: User) -> None:
    register("switch", price=rp(7_000_000), yearly_fee=rp(1_000_000))
    assert "belum diisi" in read_funds(DAY).why
    _line(sekdes, 1_500_000, 500_000)
    reading = read_funds(DAY)
    assert (reading.standing, reading.value) == (Standing.MEASURED, 0.25)
    assert (reading.numerator, reading.denominator) == (500_000, 2_000_000)


def test_funds_from_the_budget_alone_are_an_estimate_that_says_so(
    register: Register, sekdes: User
) -> None:
    register("switch", price=rp(7_000_000), yearly_fee=rp(1_000_000))
    _line(sekdes, 1_500_000, None)
    reading = read_funds(DAY)
    assert (reading.standing, reading.value) == (Standing.ESTIMATED, 0.75)
    assert "realisasi belum lengkap" in reading.why


def test_an_asset_without_price_makes_the_funds_an_estimate(
    register: Register, sekdes: User
) -> None:
    register("switch")
    _line(sekdes, 50_000, 50_000)
    reading = read_funds(DAY)
    assert reading.standing == Standing.ESTIMATED
    assert "100 % nilai aset" in reading.why.replace("\xa0", " ")
    assert reading.value == pytest.approx(50_000 / (450_000 / 7), rel=1e-6)


def test_more_money_than_needed_is_enough_and_no_more(register: Register, sekdes: User) -> None:
    register("switch", price=rp(7_000_000))
    _line(sekdes, 9_000_000, 9_000_000)
    assert read_funds(DAY).value == 1


def test_care_counts_once_its_window_is_over(register: Register, keeper: User) -> None:
    asset = register("printer")
    due = DAY + days(90)
    with clock.frozen(MORNING + days(91)):
        actions.note_care(by=keeper, asset=asset, care="bersihkan", done_on=due, cost=Rupiah(0))
        assert read_care(due + days(1)).value == 1
    with clock.frozen(MORNING + days(200)):
        reading = read_care(DAY + days(195))
    assert (reading.numerator, reading.denominator) == (1, 2)


def test_care_of_last_year_is_not_counted_for_ever(register: Register) -> None:
    register("printer")
    assert read_care(DAY + days(110)).denominator == 1
    assert read_care(DAY + days(1000)).denominator == 3  # due on days 720, 810 and 900


def test_repair_days_keep_what_is_still_open(register: Register, sekdes: User) -> None:
    for length in (1, 3, None):
        order = actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
        if length:
            with clock.frozen(MORNING + days(length)):
                actions.close_work_order(by=sekdes, order=order, repair=FIXED)
    reading = read_repair(DAY + days(5))
    assert (reading.standing, reading.value) == (Standing.MEASURED, 3)
    assert (reading.numerator, reading.denominator) == (2, 3)
    assert [row.note for row in reading.evidence][-1] == "masih terbuka"


def test_mostly_open_repairs_are_at_least_as_long_as_the_longest(
    register: Register, sekdes: User
) -> None:
    actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
    reading = read_repair(DAY + days(9))
    assert reading.standing == Standing.ESTIMATED
    assert reading.value == pytest.approx(9 + 15 / 24)
    assert reading.low == reading.value


def test_a_cancelled_order_is_in_no_figure(register: Register, sekdes: User) -> None:
    order = actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
    actions.cancel_work_order(by=sekdes, order=order, reason="Keliru")
    assert read_repair(DAY).standing == Standing.NO_DATA


def test_a_repair_that_ended_later_was_open_then(register: Register, sekdes: User) -> None:
    order = actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
    with clock.frozen(MORNING + days(8)):
        actions.close_work_order(by=sekdes, order=order, repair=FIXED)
    assert read_repair(DAY + days(2)).numerator == 0
    assert read_repair(DAY + days(8)).numerator == 1


def test_age_is_the_share_of_value_past_its_life(register: Register) -> None:
    register("router", price=rp(3_000_000), bought_on=date(2021, 3, 2))
    register("router", price=rp(1_000_000), bought_on=date(2021, 3, 3))
    reading = read_age(DAY)
    assert (reading.standing, reading.value) == (Standing.MEASURED, 0.75)
    assert read_age(DAY + days(1)).value == 1


def test_unknown_age_and_price_make_it_an_estimate_between_bounds(register: Register) -> None:
    register("router", price=rp(1_000_000), bought_on=date(2015, 1, 1))
    register("router", price=rp(1_000_000), bought_on=date(2025, 1, 1))
    register("router", price=rp(2_000_000), price_estimated=True)
    reading = read_age(DAY)
    assert (reading.standing, reading.value) == (Standing.ESTIMATED, 0.5)
    assert (reading.low, reading.high) == (0.25, 0.75)
    assert "1 aset tidak diketahui umurnya" in reading.why
