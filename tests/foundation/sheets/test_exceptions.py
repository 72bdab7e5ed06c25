import re

import pytest

from desa.foundation.sheets.exceptions import SENTENCES, refused
from desa.foundation.sheets.rules.refusals import RefusalCode

DETAILS = {
    "wrong_type": {"found": "dokumen PDF"},
    "too_large": {"size": "41", "limit": "40"},
    "used_range": {"sheet": "Data", "cell": "XFD1", "limit": "IV200000"},
}


def test_every_refusal_has_its_sentences() -> None:
    assert set(SENTENCES) == {code.value for code in RefusalCode}


@pytest.mark.parametrize("code", list(RefusalCode))
def test_a_refusal_is_two_whole_sentences_without_gaps(code: RefusalCode) -> None:
    problem = refused(code, DETAILS.get(code, {}))

    assert problem.message.endswith(".")
    assert problem.advice.endswith(".")
    assert not re.search(r"%|\(", problem.message + problem.advice)
    assert str(problem) == f"{problem.message} {problem.advice}"


def test_a_used_range_names_sheet_cell_and_limit() -> None:
    problem = refused("used_range", DETAILS["used_range"])

    assert problem.message == (
        "Lembar “Data” terisi sampai sel XFD1. Yang bisa dibaca paling jauh sampai sel IV200000."
    )
