import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from desa.foundation.tenancy.models import UNNAMED_CODE, Village
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.budgets.models import BudgetVersion
from tests.transparency.budgets.papers import (
    ITEMS,
    Cells,
    lra,
    penjabaran,
    perubahan,
    place,
    put,
    xlsx,
)


def saved(folder: Path, rows: list[Cells], name: str = "anggaran.xlsx") -> Path:
    path = folder / name
    path.write_bytes(xlsx(rows))
    return path


def run(path: Path, stage: str, *more: str, year: int = 2026) -> tuple[str, str]:
    """(what the terminal prints, why it failed or "")"""
    out = StringIO()
    arguments = ["--year", str(year), "--stage", stage, *more]
    try:
        call_command("import_budget", str(path), *arguments, stdout=out)
    except CommandError as problem:
        return out.getvalue(), str(problem)
    return out.getvalue(), ""


def test_an_empty_installation_takes_a_budget_without_any_question(
    db: None, tmp_path: Path
) -> None:
    text, problem = run(saved(tmp_path, penjabaran()), "awal")
    assert problem == ""
    assert "14 baris anggaran: pendapatan Rp200.000.000, belanja Rp210.000.000." in text
    assert "Disiapkan: APBDes-2026-ditetapkan-1" in text
    village = Village.objects.get()
    assert village.code == UNNAMED_CODE
    with village_scope(village):
        assert BudgetVersion.objects.get().lines.count() == len(ITEMS)


def test_the_answer_is_json_with_lines_totals_and_findings(
    village: Village, tmp_path: Path
) -> None:
    text, problem = run(saved(tmp_path, penjabaran()), "awal", "--dry-run", "--json")
    answer = json.loads(text)
    assert problem == ""
    assert answer["version"] is None
    with village_scope(village):
        assert not BudgetVersion.objects.exists()
    assert answer["totals"] == {
        "4": "200000000.00",
        "5": "210000000.00",
        "6.1": "10000000.00",
        "6.2": "0.00",
        "bidang": {
            "1": "63000000.00",
            "2": "127000000.00",
            "3": "0.00",
            "4": "15000000.00",
            "5": "5000000.00",
        },
    }
    assert answer["findings"] == []
    assert answer["lines"][0] == {
        "kegiatan": "",
        "akun": "4.1.2.01",
        "funds": ["PAD"],
        "name": "Pengelolaan Tanah Kas Desa",
        "sheet": "Anggaran",
        "row": 11,
        "volume": "1",
        "unit": "Paket",
        "amount": "20000000.00",
    }


@pytest.mark.usefixtures("village")
def test_a_change_answers_before_and_after_and_a_report_what_was_spent(tmp_path: Path) -> None:
    change = saved(tmp_path, perubahan(), "perubahan.xlsx")
    answer = json.loads(run(change, "perubahan", "--dry-run", "--json")[0])
    assert answer["totals"]["4"] == {"before": "190000000.00", "after": "200000000.00"}
    assert answer["totals"]["bidang"]["2"] == {"before": "117000000.00", "after": "127000000.00"}
    assert {finding["code"] for finding in answer["findings"]} == {"no_enacted"}
    report = saved(tmp_path, lra(), "lra.xlsx")
    answer = json.loads(run(report, "realisasi", "--json")[0])
    assert answer["totals"]["5"] == {"amount": "210000000.00", "realised": "59500000.00"}
    assert answer["as_of"] == "2026-06-30"


def test_a_wrong_cell_is_named_and_nothing_is_saved(village: Village, tmp_path: Path) -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Bantuan Bibit")
    path = saved(tmp_path, put(rows, row, 5, "14.000.000,00"))
    text, problem = run(path, "awal", "--json")
    answer = json.loads(text)
    first = next(finding for finding in answer["findings"] if finding["severity"] == "error")
    assert (first["sheet"], first["row"], first["column"]) == ("Anggaran", row, "F")
    assert (first["cell"], first["difference"]) == (f"F{row}", "1000000.00")
    assert "kesalahan" in problem
    with village_scope(village):
        assert not BudgetVersion.objects.exists()
    plain, _problem = run(path, "awal")
    assert f"SALAH Anggaran F{row}:" in plain


@pytest.mark.usefixtures("village")
def test_the_same_file_twice_says_that_nothing_changed(tmp_path: Path) -> None:
    path = saved(tmp_path, penjabaran())
    assert json.loads(run(path, "awal", "--json")[0])["is_new"] is True
    assert json.loads(run(path, "awal", "--json")[0])["is_new"] is False
    assert "Sudah ada, tidak berubah" in run(path, "awal")[0]


@pytest.mark.usefixtures("village")
def test_a_file_that_is_no_workbook_is_refused_in_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "gambar.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 40)
    text, problem = run(path, "awal", "--json")
    assert json.loads(text)["findings"][0]["severity"] == "error"
    assert problem
    assert run(path, "awal")[0] == ""
    assert "tidak ada" in run(tmp_path / "hilang.xlsx", "awal")[1]


@pytest.mark.usefixtures("village")
def test_the_date_of_a_realisation_may_be_told(tmp_path: Path) -> None:
    path = saved(tmp_path, lra(), "lra.xlsx")
    answer = json.loads(run(path, "realisasi", "--as-of", "2026-09-30", "--dry-run", "--json")[0])
    assert answer["as_of"] == "2026-09-30"
    assert answer["stage"] == "realisasi"


@pytest.mark.usefixtures("village")
def test_another_years_file_and_another_stage_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, penjabaran())
    for year, stage, code in ((2025, "awal", "other_year"), (2026, "realisasi", "other_stage")):
        text, problem = run(path, stage, "--json", year=year)
        found = {finding["code"] for finding in json.loads(text)["findings"]}
        assert code in found
        assert problem
