"""The Rapor as a neighbour, a researcher and a phone with a weak signal read it."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.test import Client

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.measures import (
    Evidence,
    Measure,
    Reading,
    Standing,
    Unit,
    measures,
    share,
)
from desa.foundation.tenancy.models import Village
from desa.insight.readiness.actions import compute_measurements
from desa.insight.readiness.actions.staging import compute_stage, compute_study
from desa.insight.readiness.published import chart, history, rapor
from desa.insight.readiness.rules.catalogue import Unit as Scale
from desa.insight.readiness.rules.catalogue import catalogue
from desa.people.questions.models import Question

pytestmark = pytest.mark.usefixtures("scope")
NIGHT = SystemActor("malam")
TODAY = date(2026, 11, 24)
ROWS = (
    Evidence("Perdes APBDes", 1, "/produk-hukum/", date(2026, 1, 5), "terbit"),
    Evidence("Nama yang tidak untuk umum", 0, "/kantor/surat/1/", public=False),
)


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 15, 0, tzinfo=UTC)):
        yield


@pytest.fixture(autouse=True)
def one_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "_items", {})
    measures.add(
        "TRA1",
        Measure("TRA1", "readiness", Unit.SHARE, lambda until: share(ROWS, empty="belum ada")),
    )


def _count(until: date = TODAY) -> None:
    compute_measurements(by=NIGHT, until=until)
    compute_stage(by=NIGHT, until=until)
    compute_study(by=NIGHT)


def _everything_at(level: int) -> None:
    for indicator in catalogue():
        for sub in indicator.scored_subs:
            for part in sub.parts:
                _fixed(sub.code, part.name, _middle(part.goalposts, part.unit, level))


def _middle(goalposts: object, unit: Scale, level: int) -> float:
    if unit is Scale.LEVEL:
        return float(level)
    points = goalposts.points  # type: ignore[attr-defined]
    return float((points[level - 1] + points[level]) / 2)


def _fixed(code: str, part: str, value: float) -> None:
    reading = Reading(Standing.MEASURED, value, denominator=40)
    item = Measure(code, "readiness", Unit.SHARE, lambda until: reading, part=part)
    if measures.find(item.name) is None:
        measures.add(item.name, item)


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_rapor_before_anything_is_counted_says_so_and_shows_no_number(client: Client) -> None:
    page = _page(client, "/rapor/")
    assert "Belum ada yang dihitung." in page
    assert "belum dapat dinilai" in page
    assert page.count("belum dinilai") == 8


def test_rapor_names_what_is_known_and_what_is_not(client: Client) -> None:
    _count()
    page = _page(client, "/rapor/")
    assert "Keadaan sampai 24 November 2026." in page
    assert "Baru 0 dari 8 indikator punya nilai" in page
    assert "1 dari 6 ukuran diketahui." in page
    assert "Yang belum diukur tidak dianggap nol." in page


def test_rapor_of_a_village_that_functions(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "_items", {})
    _everything_at(3)
    _count()
    page = _page(client, "/rapor/")
    assert "Tahap kita: Berfungsi" in page
    assert "Berjalan untuk sebagian besar warga dan tercatat." in page
    assert "Nilai 50" in page
    assert 'aria-current="step"' in page


def test_study_is_on_a_page_of_its_own_with_its_quotes(client: Client) -> None:
    _count()
    page = _page(client, "/rapor/studi/")
    assert "Fondasi" in page
    assert "belum merata antar kelompok usia" in page
    assert "Tidak disambung" in page
    assert "belum merata antar kelompok usia" not in _page(client, "/rapor/")


def test_indicator_lists_every_part_with_its_standing(client: Client) -> None:
    _count()
    page = _page(client, "/rapor/tra/")
    assert "TRA1 · Kelengkapan wajib" in page
    assert "50 %" in page
    assert page.count("Belum diukur") >= 5
    assert "Survei warga belum dilakukan." in page
    assert "surveys" not in page


def test_figure_leads_to_its_rows_in_two_taps(client: Client) -> None:
    _count()
    assert 'href="/rapor/tra/"' in _page(client, "/rapor/")
    assert 'href="/rapor/angka/tra1/baris/"' in _page(client, "/rapor/tra/")
    rows = _page(client, "/rapor/angka/tra1/baris/")
    assert "Perdes APBDes" in rows
    assert 'href="/produk-hukum/"' in rows


def test_row_that_is_not_for_everyone_keeps_its_value_and_loses_its_words(client: Client) -> None:
    _count()
    rows = _page(client, "/rapor/angka/tra1/baris/")
    assert "Nama yang tidak untuk umum" not in rows
    assert "/kantor/" not in rows
    assert "Baris 2" in rows


def test_rows_as_csv_give_the_figure_again(client: Client) -> None:
    _count()
    answer = client.get("/rapor/angka/tra1/baris.csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    values = [float(row["value"]) for row in rows]
    assert sum(values) / len(values) == 0.5
    assert "Nama yang tidak" not in answer.content.decode()


def test_cell_that_looks_like_a_formula_stays_text(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures, "_items", {})
    rows = (Evidence("=cmd|' /C calc'!A0", 1, note="@SUM(1)"),)
    measures.add(
        "TRA1", Measure("TRA1", "readiness", Unit.SHARE, lambda until: share(rows, empty="x"))
    )
    _count()
    text = client.get("/rapor/angka/tra1/baris.csv").content.decode()
    assert "'=cmd" in text
    assert "'@SUM" in text


def test_figure_says_how_it_is_counted_and_can_be_doubted(client: Client) -> None:
    _count()
    page = _page(client, "/rapor/angka/tra1/")
    assert "butir yang terbit / butir wajib" in page
    assert 'href="/tanya/rapor/TRA1/"' in page
    assert client.get("/tanya/rapor/TRA1/").status_code == 200
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    "address", ["/rapor/xyz/", "/rapor/angka/xyz9/", "/rapor/angka/lit1/baris/"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_method_page_tells_formula_breakpoints_and_whose_they_are(client: Client) -> None:
    page = _page(client, "/rapor/cara-hitung/")
    assert "operasionalisasi kami" in page
    assert "20 / 40 / 60 / 80 %" in page
    assert "120 / 60 / 30 / 14" in page
    assert page.count("kebijakan desa") > 20


def test_whole_rapor_in_english(client: Client) -> None:
    _count()
    for address in ("", "tra/", "angka/tra1/", "studi/", "cara-hitung/"):
        page = _page(client, f"/en/rapor/{address}")
        assert "Digital Village Report" in page


def test_another_method_breaks_the_line_of_the_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    for days in (90, 60):
        compute_measurements(by=NIGHT, until=TODAY - timedelta(days=days))
    monkeypatch.setattr(
        "desa.insight.readiness.rules.catalogue.SubIndicator.method", "metodebaru00"
    )
    for days in (30, 0):
        compute_measurements(by=NIGHT, until=TODAY - timedelta(days=days))
    points = history("TRA1")
    drawn = chart(points)
    assert [point.broken for point in points] == [False, False, True, False]
    assert drawn is not None
    assert (len(drawn.lines), len(drawn.breaks), len(drawn.dots)) == (2, 1, 4)


def test_one_point_is_no_line() -> None:
    _count()
    assert chart(history("TRA1")) is None


def test_rapor_is_asked_in_few_queries(
    client: Client, village: Village, django_assert_max_num_queries: object
) -> None:
    _count()
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        rapor()


def test_public_pages_set_no_cookie(client: Client) -> None:
    _count()
    for address in ("/rapor/", "/rapor/tra/", "/rapor/angka/tra1/"):
        assert not client.get(address).cookies
