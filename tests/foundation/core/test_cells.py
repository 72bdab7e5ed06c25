import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.cells import FORMULA, as_text, as_typed


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+62812", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1"]
)
def test_what_a_spreadsheet_would_run_is_text(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Jalan Rajeg", "12.500", "a=b", "'kutip"])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert as_text(cell) == cell


@given(st.text())
def test_no_cell_begins_like_a_formula_and_the_way_back_is_exact(cell: str) -> None:
    assert not as_text(cell).lstrip().startswith(FORMULA)
    if not cell.startswith("'"):
        assert as_typed(as_text(cell)) == cell
