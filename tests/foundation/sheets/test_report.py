import json

from desa.foundation.sheets.rules.report import Reason, RowReport, SheetReport, Verdict

BAD = Reason("day", "tanggallahir", "Tanggal 31 tidak ada.", "J5")
ODD = Reason("was_number", "nik", "Cocokkan angka terakhirnya.", "G5", Verdict.WARN)


def test_the_gravest_reason_decides() -> None:
    assert RowReport.of("Data", 2, []).verdict is Verdict.ACCEPT
    assert RowReport.of("Data", 3, [ODD]).verdict is Verdict.WARN
    assert RowReport.of("Data", 4, [ODD, BAD]).verdict is Verdict.REJECT


def test_a_report_counts_every_row_once() -> None:
    rows = [
        RowReport.of("Data", number, found) for number, found in ((2, []), (3, [ODD]), (4, [BAD]))
    ]

    report = SheetReport.of(rows, families=1)

    assert report.counts == {"rows": 3, "accept": 1, "warn": 1, "reject": 1, "families": 1}
    assert [row.row for row in report.rejected()] == [4]


def test_a_report_is_json() -> None:
    report = SheetReport.of([RowReport.of("Data", 5, [BAD])])

    assert json.loads(json.dumps(report.to_json())) == {
        "counts": {"rows": 1, "accept": 0, "warn": 0, "reject": 1},
        "rows": [
            {
                "sheet": "Data",
                "row": 5,
                "verdict": "reject",
                "reasons": [
                    {
                        "code": "day",
                        "column": "tanggallahir",
                        "message": "Tanggal 31 tidak ada.",
                        "cell": "J5",
                    }
                ],
            }
        ],
    }
