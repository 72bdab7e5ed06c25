"""`./manage skm`: raw answers in, the index out, and every odd answer named."""

import json
import os
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.surveys.rules.answers import read_answers

NINE = ",".join(f"U{number}" for number in range(1, 10))


def _csv(folder: Path, text: str) -> Path:
    path = folder / "jawaban.csv"
    path.write_text(text, encoding="utf-8")
    return path


def _answer(path: Path) -> dict[str, Any]:
    out = StringIO()
    call_command("skm", str(path), "--json", stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def _codes(answer: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in answer["findings"]}


def test_perfect_survey_is_one_hundred(tmp_path: Path) -> None:
    rows = "\n".join(f"{number},{','.join('4' * 9)}" for number in range(40))
    answer = _answer(_csv(tmp_path, f"resp,{NINE}\n{rows}\n"))
    assert (answer["n"], answer["index"], answer["grade"]) == (40, 100.0, "A")
    assert [element["mean"] for element in answer["elements"]] == [4.0] * 9
    assert _codes(answer) == {"same_answers"}


def test_answer_outside_the_scale_is_named_with_its_row(tmp_path: Path) -> None:
    text = "resp,U1,U2\n1,4,3\n2,5,3\n3,4,4\n"
    answer = _answer(_csv(tmp_path, text))
    (finding,) = [f for f in answer["findings"] if f["code"] == "out_of_range"]
    assert (finding["severity"], finding["row"], finding["column"]) == ("error", 3, "U1")
    assert answer["index_without_flagged"] < answer["index"]


def test_semicolons_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    answer = _answer(_csv(tmp_path, "\ufeffresp;u1;u2\n1;4;2\n"))
    assert [element["code"] for element in answer["elements"]] == ["U1", "U2"]
    assert answer["index"] == 75.0


def test_missing_and_unknown_answers_are_not_zero(tmp_path: Path) -> None:
    answer = _answer(_csv(tmp_path, "resp,U1,U2\n1,4,\n2,,2\n3,tidak tahu,4\n"))
    assert [element["n"] for element in answer["elements"]] == [1, 2]
    assert [element["mean"] for element in answer["elements"]] == [4.0, 3.0]


def test_element_nobody_answered_leaves_no_index(tmp_path: Path) -> None:
    answer = _answer(_csv(tmp_path, "resp,U1,U2\n1,4,\n2,4,tidak tahu\n"))
    assert (answer["index"], answer["grade"]) == (None, None)
    assert "element_without_answers" in _codes(answer)


def test_word_for_an_answer_is_told_and_left_out(tmp_path: Path) -> None:
    answer = _answer(_csv(tmp_path, "resp,U1\n1,empat\n2,4\n"))
    assert "not_a_number" in _codes(answer)
    assert answer["elements"][0]["n"] == 1


def test_small_and_partial_surveys_say_so(tmp_path: Path) -> None:
    assert {"few_respondents", "fewer_elements"} <= _codes(_answer(_csv(tmp_path, "U1\n4\n3\n")))


@pytest.mark.parametrize("text", ["", "nama,nilai\nA,4\n", "resp,U1\n", "resp,U1\n1,\n"])
def test_nothing_to_compute_fails_and_gives_no_number(tmp_path: Path, text: str) -> None:
    out = StringIO()
    with pytest.raises(CommandError, match="Tidak ada jawaban"):
        call_command("skm", str(_csv(tmp_path, text)), "--json", stdout=out)
    assert json.loads(out.getvalue())["index"] is None


def test_column_twice_is_refused_by_name(tmp_path: Path) -> None:
    assert "element_twice" in _codes(_answer(_csv(tmp_path, "U1,U1\n4,4\n")))


def test_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("skm", str(tmp_path / "tidak.csv"))
    (tmp_path / "biner.csv").write_bytes(b"\xff\xfe\x00U1")
    with pytest.raises(CommandError, match="bukan CSV"):
        call_command("skm", str(tmp_path / "biner.csv"))


def test_without_json_it_is_read_by_people(tmp_path: Path) -> None:
    out = StringIO()
    call_command("skm", str(_csv(tmp_path, f"{NINE}\n4,4,4,4,4,4,4,4,3\n")), stdout=out)
    assert "U9 Sarana dan prasarana: 3.0000 (n=1)" in out.getvalue()
    assert "IKM: 97.22 A" in out.getvalue()


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    found = read_answers(text)
    assert len(found.rows) == len(found.answers)


@pytest.mark.shared
def test_published_survey_comes_out() -> None:
    path = Path(os.environ["DESA_SHARED"]) / "data/skm_fixture_20_respondents.csv"
    answer = _answer(path)
    assert (answer["n"], answer["index"], answer["grade"]) == (20, 87.5, "B")
    odd = [finding for finding in answer["findings"] if finding["code"] == "out_of_range"]
    assert [(finding["row"], finding["column"]) for finding in odd] == [(18, "U2")]
