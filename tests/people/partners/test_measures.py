"""COO1 to COO5 against counts done by hand."""

from datetime import date, timedelta

import pytest

from desa.foundation.core import clock
from desa.foundation.core.measures import Reading, Standing, measures
from desa.foundation.core.values.rupiah import Rupiah
from desa.people.partners.actions import (
    FundFacts,
    Report,
    add_fund,
    end_basis,
    fulfil,
    move_due,
    remove_partner,
    report_activity,
)
from desa.people.partners.enums import MoneyClass, PartnerKind
from desa.people.partners.models import Activity
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    TUESDAY,
    areas,
    basis,
    confirm,
    days,
    decided,
    held,
    joint,
    lines,
    partner,
    planned,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scope")]


def _read(name: str, until: date = TODAY) -> Reading:
    found = measures.get(name)
    assert found.room == "partners"
    return found.read(until)


@pytest.mark.parametrize("name", ["COO1", "COO2", "COO3.keputusan", "COO4", "COO5"])
def test_nothing_is_no_data_with_a_reason(name: str) -> None:
    found = _read(name)
    assert found.standing is Standing.NO_DATA
    assert found.why


def test_duties_towards_the_kabupaten_are_not_faked() -> None:
    assert measures.find("COO6") is None or measures.get("COO6").room != "partners"


def test_partner_counts_with_a_basis_and_a_proven_activity() -> None:
    active, idle, without = partner("A"), partner("B"), partner("C")
    basis(active)
    basis(idle)
    joint(active, without)
    found = _read("COO1")
    assert (found.numerator, found.denominator) == (1, 3)
    notes = {row.label: row.note for row in found.evidence}
    assert "188/4/2026" in notes["A"]
    assert "tidak ada kegiatan bersama" in notes["B"]
    assert "tidak ada dasar" in notes["C"]


def test_basis_that_ends_drops_the_partner_the_next_month() -> None:
    """J8: SK Pokmas valid to 31-12-2026."""
    one = partner()
    basis(one, date(2026, 12, 31))
    joint(one)
    assert _read("COO1", date(2026, 12, 31)).value == 1
    assert _read("COO1", date(2027, 1, 1)).value == 0


def test_basis_ended_early_counts_until_the_day_before() -> None:
    one = partner()
    end_basis(by=CLERK, basis=basis(one), on=days(3), reason="Pengurus mundur")
    joint(one)
    assert _read("COO1", days(2)).value == 1
    assert _read("COO1", days(3)).value == 0


def test_activity_counts_for_six_months() -> None:
    one = partner()
    basis(one, None)
    joint(one)
    assert _read("COO1", date(2027, 5, 23)).value == 1
    assert _read("COO1", date(2027, 5, 24)).value == 0


def test_activity_without_photo_or_without_the_other_side_is_no_proof() -> None:
    one, other = partner("A"), partner("B")
    for row in (one, other):
        basis(row)
    joint(one, photo=False)
    told(other)
    assert _read("COO1").value == 0


def test_one_denial_leaves_the_others_when_two_sides_remain() -> None:
    one = partner()
    basis(one)
    alone = told(one, with_village=True)
    confirm(alone, yes=False)
    assert _read("COO1").value == 0


def test_what_is_confirmed_later_was_not_known_before() -> None:
    one = partner()
    basis(one)
    made = told(one)
    with clock.frozen(TUESDAY + timedelta(days=5)):
        confirm(made)
    assert _read("COO1", days(4)).value == 0
    assert _read("COO1", days(5)).value == 1


def test_removed_partner_is_counted_until_it_was_removed() -> None:
    one, _other = partner("A"), partner("B")
    with clock.frozen(TUESDAY + timedelta(days=2)):
        remove_partner(by=CLERK, partner=one)
    assert _read("COO1", days(1)).denominator == 2
    assert _read("COO1", days(2)).denominator == 1


def test_partner_registered_later_was_not_there() -> None:
    with clock.frozen(TUESDAY + timedelta(days=1)):
        partner()
    assert _read("COO1", TODAY).standing is Standing.NO_DATA
    assert _read("COO1", days(1)).denominator == 1


def test_forum_level_is_lessened_by_who_was_missing() -> None:
    """4 x min(1, (1/5)/.4 = .5, 2/4 = .5) = 2; and 5 x min(1, 1, 4/4) = 5: the mean is 3.5."""
    areas("A", "B", "C", "D")
    held(days(-9), lines(4, 1, ("A", "B")), level=4)
    held(days(-2), lines(2, 4, ("A", "B", "C", "D")), level=5)
    found = _read("COO2")
    assert found.value == pytest.approx(3.5)
    assert sorted(row.value for row in found.evidence) == pytest.approx([2, 5])
    assert "Butir 4" in found.evidence[0].note


def test_only_digital_rated_forums_of_the_year_count() -> None:
    held(digital=False)
    held(level=None)
    old = held(days(-380))
    assert old.level == 4
    assert _read("COO2").standing is Standing.NO_DATA


def test_forum_that_nobody_attended_informs() -> None:
    held(people=[], level=5)
    assert _read("COO2").value == 1


def test_decisions_count_when_their_day_has_come() -> None:
    meeting = held(days(-30))
    kept, late, undone, open_one = (
        decided(meeting, due) for due in (days(-10), days(-9), days(-1), days(20))
    )
    fulfil(by=CLERK, decision=kept, on=days(-10), evidence="Foto")
    fulfil(by=CLERK, decision=late, on=days(-8), evidence="Foto")
    found = _read("COO3.keputusan")
    assert (found.numerator, found.denominator) == (1, 3)
    assert undone.done_on is None
    assert open_one.due_on == days(20)


def test_day_moved_in_time_counts_as_the_new_one_and_too_late_does_not() -> None:
    meeting = held(days(-30))
    in_time, too_late = decided(meeting, days(1)), decided(meeting, days(-1))
    for row in (in_time, too_late):
        move_due(by=CLERK, decision=row, to=days(10), reason="Hujan")
    assert _read("COO3.keputusan", days(5)).denominator == 1
    with clock.frozen(TUESDAY + timedelta(days=9)):
        for row in (in_time, too_late):
            fulfil(by=CLERK, decision=row, on=days(9), evidence="Foto")
    found = _read("COO3.keputusan", days(10))
    assert (found.numerator, found.denominator) == (1, 2)


def _paid(activity: Activity, kind: MoneyClass, rupiah: int, *, in_kind: bool = False) -> None:
    nphd = ("900/1", TODAY) if kind is MoneyClass.PROVINCE else ("", None)
    facts = FundFacts(kind, Rupiah.of(rupiah), in_kind, *nphd)
    add_fund(by=CLERK, activity=activity, facts=facts)


def _done(activity: Activity) -> None:
    report_activity(by=CLERK, activity=activity, report=Report(TODAY, 22, "Lancar."))
    confirm(activity)


def test_shared_resources_are_what_is_not_apbdes() -> None:
    """J8: 3,500,000 from outside, against 6,500,000 of the APBDes."""
    made = planned(partner("A"), partner("B"))
    _paid(made, MoneyClass.APBDES, 6_500_000)
    _paid(made, MoneyClass.DUES, 1_500_000)
    _paid(made, MoneyClass.PROVINCE, 2_000_000)
    _done(made)
    found = _read("COO4")
    assert found.standing is Standing.MEASURED
    assert found.value == pytest.approx(0.35)
    assert sum(row.value for row in found.evidence) == pytest.approx(0.35)


def test_goods_make_it_an_estimate() -> None:
    made = planned(partner())
    _paid(made, MoneyClass.APBDES, 1_000_000)
    _paid(made, MoneyClass.CSR, 1_000_000, in_kind=True)
    _done(made)
    found = _read("COO4")
    assert found.standing is Standing.ESTIMATED
    assert found.value == pytest.approx(0.5)
    assert "ditaksir" in found.why


def test_spread_needs_five_actors() -> None:
    rows = [partner(f"M{number}") for number in range(4)]
    for row in rows[:3]:
        joint(row, on=TODAY)
    assert _read("COO5").standing is Standing.NO_DATA
    joint(rows[3], on=TODAY)
    star = _read("COO5")
    assert star.n == 5
    assert star.value == pytest.approx(0)


def test_spread_of_all_together_is_one() -> None:
    joint(*(partner(f"M{number}", PartnerKind.OTHER) for number in range(5)))
    found = _read("COO5")
    assert found.value == pytest.approx(1)
    assert {row.label for row in found.evidence} >= {"Pemerintah desa", "M0"}
