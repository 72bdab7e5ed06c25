import pytest

from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Limits
from tests.foundation.sheets.oldxls import xls


def test_an_old_xls_is_read() -> None:
    book = read_workbook_bytes(xls([["nama", "usia"], ["Slamet", 52.0]]), "lama.xls")

    assert (book.kind, book.sheets[0].name) == ("xls", "Lama")
    assert [(row.number, row.cells) for row in book.sheets[0].rows] == [
        (1, ["nama", "usia"]),
        (2, ["Slamet", 52]),
    ]


@pytest.mark.parametrize("way", [0, 1])
def test_a_password_on_an_old_xls_is_recognised(way: int) -> None:
    with pytest.raises(SheetRefused) as caught:
        read_workbook_bytes(xls([["nama"]], password=way), "lama.xls")

    assert caught.value.code == "encrypted"


def test_an_old_xls_that_is_too_wide_is_refused() -> None:
    data = xls([["nama", "usia", "rt"]])

    with pytest.raises(SheetRefused, match="“Lama” terisi sampai sel C1"):
        read_workbook_bytes(data, "lama.xls", limits=Limits(max_columns=2))
