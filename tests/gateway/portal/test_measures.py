"""The office's page of measures: the figure, why there is none, and every row behind it."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.test import Client

from desa.foundation.core import measures as core_measures
from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.core.registry import Registry
from desa.foundation.tenancy.actions import switch_room
from desa.foundation.tenancy.models import Village
from desa.gateway.portal.engine.evidence import evidence_csv
from desa.gateway.portal.presenters import seen_measure
from desa.gateway.portal.views.office import measures as views
from tests.gateway.portal.settling import CLERK

ROWS = tuple(
    Evidence(f"Baris {number}", number % 2, "/surat/", date(2026, 11, 24), "catatan")
    for number in range(60)
)
SHARE = Measure("ABC1", "letters", Unit.SHARE, lambda _: share(ROWS, empty="-"), title="Bagian")
EMPTY = Measure("ABC2", "letters", Unit.DAYS, lambda _: share((), empty="Belum ada surat."))


@pytest.fixture(autouse=True)
def two_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test adds a measure in one file, and it is on the page."""
    known: Registry[Measure] = Registry("measure")
    monkeypatch.setattr(core_measures, "measures", known)
    monkeypatch.setattr(views, "registered", known)
    for each in (SHARE, EMPTY):
        core_measures.measure(each)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(f"/kantor/ukuran/{address}")
    assert answer.status_code == status
    return answer.content.decode()


def test_list_shows_the_figure_and_why_there_is_none(client: Client) -> None:
    shown = page(client, "")
    assert "50,0 %" in shown
    assert "30 dari 60" in shown
    assert "belum terukur" in shown
    assert "Belum ada surat." in shown
    assert "ABC2</a>" in shown


def test_measure_shows_its_rows_a_page_at_a_time(client: Client) -> None:
    first, second = page(client, "ABC1/"), page(client, "ABC1/?bukti=2")
    assert "Baris 49" in first
    assert "Baris 50" not in first
    assert "Baris 59" in second
    assert "Halaman 2 dari 2, seluruhnya 60" in second
    assert 'href="/surat/"' in first


def test_measure_without_a_figure_says_that_it_is_not_zero(client: Client) -> None:
    shown = page(client, "ABC2/")
    assert "Belum terukur. Bukan berarti nol." in shown
    assert "Belum ada surat." in shown
    assert "Baris di balik angka" not in shown


def test_unknown_measure_is_not_found(client: Client) -> None:
    page(client, "XYZ9/", 404)
    page(client, "XYZ9/bukti.csv", 404)


def test_room_switched_off_does_not_apply(client: Client, village: Village) -> None:
    switch_room(by=CLERK, room="letters", on=False)
    shown = page(client, "ABC1/")
    assert "Fitur ini dimatikan oleh desa." in shown
    assert "50,0 %" not in shown


def test_rows_come_as_a_file(client: Client) -> None:
    answer = client.get("/kantor/ukuran/ABC1/bukti.csv")
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["label", "value", "on", "note", "url"]
    assert rows[2] == ["Baris 1", "1", "2026-11-24", "catatan", "/surat/"]
    assert len(rows) == 61


@pytest.mark.parametrize("words", ["=1+1", "+62", "-2", "@a", "\t=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    body = evidence_csv([Evidence(words, 1, note=words)])
    row = list(csv.reader(StringIO(body)))[1]
    assert row[0] == row[3] == f"'{words}"


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        (Unit.SHARE, 0.4415, "44,2 %"),
        (Unit.LEVEL, 3.5, "3,5 dari 5"),
        (Unit.DAYS, 12.0, "12,0 hari"),
        (Unit.COUNT, 1250.0, "1.250"),
        (Unit.RATIO, 0.75, "0,8"),
    ],
)
def test_figures_are_said_in_their_unit(unit: Unit, value: float, words: str) -> None:
    measure = Measure("ABC3", "letters", unit, lambda _: share(ROWS, empty="-"))
    seen = seen_measure(measure, Reading(Standing.MEASURED, value, denominator=7))
    assert (seen.figure, seen.counted, seen.title) == (words, "7", "ABC3")


def test_large_sums_are_said_in_groups_of_three() -> None:
    measure = Measure("ABC3", "letters", Unit.SHARE, lambda _: share(ROWS, empty="-"))
    reading = Reading(Standing.MEASURED, 0.96, numerator=2_010_000_000, denominator=2_095_000_000)
    assert seen_measure(measure, reading).counted == "2.010.000.000 dari 2.095.000.000"
