"""What a workbook may hold, and what is said about each row of it."""

from typing import Any

import pytest

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.sheets.queries.workbooks import OutSheet, read_workbook_bytes
from desa.foundation.sheets.rules.report import RowReport, Verdict
from desa.foundation.tenancy.models import Village
from desa.people.residents.queries.standing import plan_import
from desa.people.residents.rules.layout import COLUMNS, TITLES
from desa.people.residents.rules.plan import Plan
from tests.people.residents.books import CHILD, HEAD, book, line

pytestmark = pytest.mark.usefixtures("scope")


def plan(*lines: dict[str, Any], **options: Any) -> Plan:
    return plan_import(read_workbook_bytes(book(*lines, **options), "penduduk.xlsx"))


def only(found: Plan) -> RowReport:
    (row,) = found.report.rows
    return row


def test_good_family_is_accepted_without_a_word() -> None:
    found = plan(HEAD, CHILD)
    assert [row.verdict for row in found.report.rows] == [Verdict.ACCEPT, Verdict.ACCEPT]
    assert found.report.counts["new"] == 2
    assert found.report.counts["families"] == 1


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"nik": "351499520355000"}, "too_short", "G2"),
        ({"nik": "35149952035500011"}, "too_long", "G2"),
        ({"nik": "3,51E+15"}, "excel_number", "G2"),
        ({"nik": 3514995203550000}, "excel_number", "G2"),
        ({"nik": "35149952O3550001"}, "not_digits", "G2"),
        ({"no_kk": "351499010110000"}, "too_short", "F2"),
        ({"no_kk": None}, "kk_missing", "F2"),
        ({"kk_level": None}, "shdk_missing", "P2"),
        ({"kk_level": "KEPONAKAN"}, "unknown_code", "P2"),
        ({"agama_id": "ISLAMM"}, "unknown_code", "K2"),
        ({"sex": "3"}, "unknown_code", "H2"),
        ({"tanggallahir": "31-02-1990"}, "day", "J2"),
        ({"tanggallahir": "08/17/1990"}, "month", "J2"),
        ({"tanggallahir": "17-08-90"}, "short_year", "J2"),
        ({"tanggallahir": "kemarin"}, "unreadable", "J2"),
        ({"tanggallahir": "01-01-2100"}, "future", "J2"),
        ({"nama": None}, "name_missing", "E2"),
        ({"nama": "-"}, "name_missing", "E2"),
        ({"nama": "12345"}, "name_without_letters", "E2"),
        ({"nama": "A" * 101}, "too_long", "E2"),
        ({"dusun": None}, "dusun_missing", "B2"),
        ({"rt": "SATU"}, "rt_rw", "D2"),
        ({"ayah_nik": "123"}, "too_short", "R2"),
        ({"suku": "J" * 61}, "too_long", "AL2"),
    ],
)
def test_faulty_cell_rejects_the_row_and_names_itself(
    changes: dict[str, Any], code: str, cell: str
) -> None:
    row = only(plan(HEAD | changes))
    assert row.verdict is Verdict.REJECT
    (reason,) = [reason for reason in row.reasons if reason.verdict is Verdict.REJECT]
    assert (reason.code, reason.cell) == (code, cell)
    assert reason.message.endswith((".", "?"))


def test_all_faults_of_a_row_are_said_at_once() -> None:
    row = only(plan(HEAD | {"nik": "12", "nama": None, "tanggallahir": "31-02-1990"}))
    assert {reason.code for reason in row.reasons} == {"too_short", "name_missing", "day"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tanggallahir": "1956-03-12"}, "birth_date"),
        ({"sex": "1", "nik": "3514995203550001"}, "sex"),
        ({"nik": "0"}, "nik_missing"),
        ({"nik": None}, "nik_missing"),
        ({"rt": "-"}, "rt_unknown"),
        ({"nik": 3514995203550001}, "was_number"),
        ({"nik": "3514995203550000"}, "serial"),
    ],
)
def test_unlikely_cell_is_a_warning_and_the_row_is_taken(
    changes: dict[str, Any], code: str
) -> None:
    found = plan(HEAD | changes)
    row = only(found)
    assert row.verdict is Verdict.WARN
    assert code in {reason.code for reason in row.reasons}
    assert found.report.counts["new"] == 1


def test_nik_of_another_region_is_no_reason_at_all() -> None:
    assert only(plan(HEAD | {"nik": "5201995203550001"})).verdict is Verdict.ACCEPT


def test_same_nik_twice_rejects_the_second_row_and_names_the_first() -> None:
    found = plan(HEAD, CHILD | {"nik": HEAD["nik"], "tanggallahir": "1955-03-12", "sex": "2"})
    first, second = found.report.rows
    assert first.verdict is Verdict.ACCEPT
    assert [reason.code for reason in second.reasons] == ["nik_twice"]
    assert "baris 2" in second.reasons[0].message


def test_second_living_head_is_rejected() -> None:
    _first, second = plan(HEAD, CHILD | {"kk_level": "1"}).report.rows
    assert [reason.code for reason in second.reasons] == ["two_heads"]


def test_dead_head_and_living_head_share_a_family() -> None:
    found = plan(HEAD | {"status_dasar": "MATI"}, CHILD | {"kk_level": "1"})
    assert found.report.counts["accept"] == 2


def test_unknown_areas_are_listed_and_taken() -> None:
    found = plan(HEAD | {"dusun": "Dusun Baru_Jadi", "rw": "2", "rt": "RT 7"})
    assert found.new_areas == (
        "Dusun Baru Jadi",
        "Dusun Baru Jadi RW 002",
        "Dusun Baru Jadi RW 002 RT 007",
    )
    assert only(found).verdict is Verdict.ACCEPT


def test_unknown_rw_is_no_rw() -> None:
    assert plan(HEAD | {"rw": "-"}).new_areas == ("Dusun Sendi", "Dusun Sendi RT 003")


def test_order_of_columns_is_free_and_capitals_do_not_matter() -> None:
    titles = [title.upper() for title in reversed(TITLES)]
    upper = {title.upper(): value for title, value in HEAD.items()}
    assert only(plan(upper, titles=titles)).verdict is Verdict.ACCEPT


def test_missing_optional_columns_are_allowed() -> None:
    titles = ["dusun", "rt", "nama", "no_kk", "nik", "kk_level"]
    assert plan(HEAD, titles=titles).report.counts["new"] == 1


def test_missing_needed_column_stops_the_import_and_is_named() -> None:
    with pytest.raises(ValueProblem, match="tidak punya kolom nik"):
        plan(HEAD, titles=[title for title in TITLES if title != "nik"])


def test_unknown_column_is_said_to_be_unread() -> None:
    found = plan(HEAD | {"hobi": "MANCING"}, titles=(*TITLES, "hobi"))
    assert len(found.notes) == 1
    assert "hobi" in found.notes[0]


def test_sheet_of_codes_is_skipped_and_any_other_name_is_read() -> None:
    codes = OutSheet("Kode Data", TITLES, [["X"] * len(TITLES)])
    assert plan(HEAD, name="Sheet1", more=[codes]).report.counts["rows"] == 1


def test_rows_after_the_end_mark_are_not_read() -> None:
    assert plan(HEAD, {"dusun": "###"}, CHILD).report.counts["rows"] == 1


def test_workbook_without_residents_is_refused_with_advice() -> None:
    with pytest.raises(ValueProblem, match="kolom"):
        plan({"Barang": "Meja"}, titles=["Barang", "Jumlah"])


def test_every_code_column_takes_the_number_and_the_words(scope: Village) -> None:
    from desa.people.residents.rules.codes import codes

    for column in COLUMNS:
        for code in codes(column.codes).values() if column.kind == "code" else ():
            if column.field == "shdk" or column.field == "sex":
                continue
            for text in (str(code.number), code.name, code.label):
                (resident,) = plan(HEAD | {column.title: text}).sorted.new
                assert resident.fields[column.field] == code.number


def test_two_rows_of_line_differ_only_in_their_numbers() -> None:
    assert plan(line(1), line(2)).report.counts["accept"] == 2
