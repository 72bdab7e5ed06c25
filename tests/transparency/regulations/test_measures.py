"""REG1 to REG3 recomputed by hand, and what the law wants published."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.core import clock
from desa.foundation.core.measures import Reading, Standing, measures
from desa.foundation.core.registry import Told, public_items
from desa.transparency.regulations.actions import remove_regulation
from desa.transparency.regulations.demo import make_demo
from desa.transparency.regulations.enums import Kind, RelationKind, Topic
from desa.transparency.regulations.measures import completeness, integration, validity
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.queries import today
from desa.transparency.regulations.rules.instruments import instruments
from desa.transparency.regulations.rules.lines import PlanLine
from tests.transparency.regulations.samples import CLERK, SCAN_PDF, TEXT_PDF, perdes, recorded

pytestmark = pytest.mark.usefixtures("scope")
TOTAL = sum(item.weight for item in instruments())
LINE = (PlanLine("apbdes", 2026, "1.4.08"),)
IMPLEMENTS, AMENDS = RelationKind.IMPLEMENTS, RelationKind.AMENDS


def values(reading: Reading) -> dict[str, float]:
    return {row.label: row.value for row in reading.evidence}


def told(name: str) -> Told | None:
    return public_items.get(f"regulations.{name}").told()


def umbrella(**changes: object) -> Regulation:
    given = {"content": TEXT_PDF, "instruments": ("perdes-desa-digital",)}
    return perdes("9", **{**given, **changes})


def test_three_measures_are_registered_with_titles() -> None:
    for code in ("REG1", "REG2", "REG3"):
        found = measures.get(code)
        assert (found.room, found.code) == ("regulations", code)
        assert str(found.title)
        assert found.read(today()).standing in set(Standing)


def test_completeness_of_an_empty_register_is_nothing_of_all() -> None:
    reading = completeness(today())
    assert (reading.value, reading.numerator, reading.denominator) == (0, 0, TOTAL)
    assert len(reading.evidence) == len(instruments())


def test_completeness_weighs_what_is_in_force_with_its_file() -> None:
    recorded(number="1", instruments=("sk-pokmas-g4s",), content=SCAN_PDF)
    recorded(number="2", instruments=("sk-operator",))
    recorded(number="3", instruments=("sk-ppid",), content=SCAN_PDF, valid_to=date(2026, 11, 23))
    reading = completeness(today())
    assert (reading.numerator, reading.denominator) == (2, TOTAL)
    assert reading.value == pytest.approx(2 / TOTAL)
    assert reading.value == pytest.approx(sum(row.value for row in reading.evidence))
    notes = {row.label: row.note for row in reading.evidence}
    assert "belum dihitung" in notes["SK operator sistem informasi desa"]
    assert "belum ada" in notes["SK pengelola informasi dan dokumentasi (PPID) desa"]
    assert "bobot 2" in notes["SK Pokmas G4S"]


def test_expired_decree_lets_the_figure_fall_next_day() -> None:
    recorded(instruments=("sk-pokmas-g4s",), content=TEXT_PDF, valid_to=date(2026, 12, 31))
    assert completeness(date(2026, 12, 31)).numerator == 2
    assert completeness(date(2027, 1, 1)).numerator == 0


def test_what_was_recorded_or_removed_later_was_not_known_then() -> None:
    row = recorded(instruments=("sk-pokmas-g4s",), content=TEXT_PDF)
    assert completeness(today() - timedelta(1)).numerator == 0
    with clock.frozen(datetime(2026, 11, 27, 9, tzinfo=ZoneInfo("Asia/Jakarta"))):
        remove_regulation(by=CLERK, regulation=row)
    assert completeness(date(2026, 11, 26)).numerator == 2
    assert completeness(date(2026, 11, 27)).numerator == 0


def test_measures_of_shares_have_no_figure_without_rows() -> None:
    recorded(content=TEXT_PDF)
    for read in (validity, integration):
        reading = read(today())
        assert (reading.standing, reading.value) == (Standing.NO_DATA, None)
        assert "Belum ada instrumen" in reading.why


def test_validity_wants_the_whole_procedure_of_its_kind() -> None:
    whole: dict[str, Any] = {"content": TEXT_PDF, "instruments": ("perdes-kip",)}
    perdes("1", **whole)
    perdes("2", **{**whole, "bpd_agreed_on": None})
    perdes("3", **{**whole, "promulgated_on": None})
    perdes("4", **{**whole, "topic": Topic.BUDGET})
    perdes("5", **{**whole, "topic": Topic.BUDGET, "evaluated_on": date(2025, 3, 1)})
    perdes("6", **{**whole, "file_shown": False})
    recorded(number="7", **whole)
    reading = validity(today())
    assert values(reading) == {
        "Perdes 1/2025": 1,
        "Perdes 2/2025": 0,
        "Perdes 3/2025": 0,
        "Perdes 4/2025": 0,
        "Perdes 5/2025": 1,
        "Perdes 6/2025": 0,
        "SK 7/2026": 1,
    }
    assert reading.value == pytest.approx(3 / 7)
    notes = {row.label: row.note for row in reading.evidence}
    assert "kesepakatan BPD" in notes["Perdes 2/2025"]
    assert "pengundangan" in notes["Perdes 3/2025"]
    assert "evaluasi" in notes["Perdes 4/2025"]


def test_integration_wants_the_umbrella_and_a_line_of_its_own() -> None:
    root = umbrella(lines=LINE)
    step = perdes("8", (IMPLEMENTS, root), kind=Kind.PERKADES)
    linked: dict[str, Any] = {"instruments": ("sk-pokmas-g4s",)}
    recorded((IMPLEMENTS, step), number="1", lines=LINE, **linked)
    recorded((IMPLEMENTS, root), number="2", **linked)
    recorded(number="3", lines=LINE, **linked)
    reading = integration(today())
    assert values(reading) == {"Perdes 9/2025": 1, "SK 1/2026": 1, "SK 2/2026": 0, "SK 3/2026": 0}
    assert reading.value == pytest.approx(0.5)
    assert reading.why == ""


def test_rule_that_the_umbrella_amends_is_tied_to_it() -> None:
    old = recorded(number="1", lines=LINE, instruments=("program-desa-digital",))
    perdes("9", (AMENDS, old), instruments=("perdes-desa-digital",), content=TEXT_PDF, lines=LINE)
    assert values(integration(today())) == {"SK 1/2026": 1, "Perdes 9/2025": 1}


def test_integration_without_an_umbrella_says_so() -> None:
    recorded(lines=LINE, instruments=("sk-pokmas-g4s",))
    reading = integration(today())
    assert reading.value == 0
    assert "Perdes payung" in reading.why
    assert "paling tinggi 2" in reading.why


def test_desa_contoh_stands_at_the_level_of_the_study() -> None:
    make_demo(1)
    found = completeness(today()).value
    assert found == pytest.approx(7 / TOTAL)
    assert found is not None
    assert 0.2 <= found < 0.4  # level 2: "mulai terbentuk"
    assert "Perdes payung" in integration(today()).why


def test_list_of_regulations_is_told_as_soon_as_there_is_one() -> None:
    assert told("list") is None
    recorded()
    found = told("list")
    assert found is not None
    assert (found.level, found.url, found.on) == (4, "/produk-hukum/", today())


def test_scan_of_the_budget_stands_lower_than_its_text() -> None:
    assert told("apbdes") is None
    given = {
        "topic": Topic.BUDGET,
        "enacted_on": date(2025, 12, 29),
        "valid_from": date(2026, 1, 1),
    }
    perdes("8", **given)
    assert told("apbdes") is None
    perdes("9", **given, content=SCAN_PDF)
    found = told("apbdes")
    assert found is not None
    assert (found.level, found.due_on) == (2, date(2025, 12, 29))
    perdes("10", **{**given, "enacted_on": date(2025, 12, 30)}, content=TEXT_PDF)
    assert (found := told("apbdes")) is not None
    assert found.level == 3


def test_budget_of_another_year_is_not_this_year_s() -> None:
    given = {"topic": Topic.BUDGET, "enacted_on": date(2024, 12, 29), "content": TEXT_PDF}
    perdes("8", **given, valid_from=date(2025, 1, 1), title="APBDes Tahun Anggaran 2025")
    assert told("apbdes") is None
    perdes("9", **given, valid_from=date(2024, 12, 29), title="APBDes Tahun Anggaran 2026")
    assert told("apbdes") is not None


def test_term_plan_counts_in_every_year_of_its_term() -> None:
    perdes("1", topic=Topic.TERM_PLAN, enacted_on=date(2020, 5, 11), content=TEXT_PDF)
    assert told("rpjmdes") is not None
    assert told("rkpdes") is None
