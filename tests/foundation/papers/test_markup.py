import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.papers.exceptions import PaperTemplateError
from desa.foundation.papers.rules.blocks import Paragraph, Row, Run, Table, block_from_json
from desa.foundation.papers.rules.document import Check, Document
from desa.foundation.papers.rules.markup import clean, parse_body, placeholders
from desa.foundation.papers.rules.signing import capacity_lines
from tests.foundation.papers.samples import applicant, letter


def test_paragraphs_are_separated_by_blank_lines() -> None:
    assert parse_body("satu\ndua\n\n\ntiga", {}) == (
        Paragraph((Run("satu dua"),)),
        Paragraph((Run("tiga"),)),
    )


def test_bold_takes_a_filled_placeholder() -> None:
    (block,) = parse_body("untuk **{apa}**.", {"apa": "KUR"})
    assert block == Paragraph((Run("untuk "), Run("KUR", bold=True), Run(".")))


def test_rows_between_text_become_one_table() -> None:
    first, table, last = parse_body("bahwa:\n| Nama | {n}\n| NIK | 12 |\nadalah", {"n": "SRI"})
    assert table == Table((Row("Nama", (Run("SRI"),)), Row("NIK", (Run("12"),))))
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)


def test_optional_row_goes_when_it_is_empty() -> None:
    text = "| Nama | {n}\n|? Usaha | {u}"
    (without,) = parse_body(text, {"n": "SRI", "u": " "})
    (with_it,) = parse_body(text, {"n": "SRI", "u": "jamu"})
    assert isinstance(without, Table)
    assert isinstance(with_it, Table)
    assert [len(without.rows), len(with_it.rows)] == [1, 2]


def test_table_of_empty_optional_rows_goes_whole() -> None:
    assert parse_body("|? Usaha | {u}", {"u": ""}) == ()


def test_unknown_placeholder_is_named() -> None:
    with pytest.raises(PaperTemplateError, match="nama_ibu"):
        parse_body("{nama_ibu} dan {nama}", {"nama": "SRI"})


@pytest.mark.parametrize("text", ["{", "}", "{Nama}", "{a b}", "{{nama}", "**tebal", "| Nama"])
def test_malformed_text_is_refused(text: str) -> None:
    with pytest.raises(PaperTemplateError):
        parse_body(text, {"nama": "SRI", "a": ""})


def test_placeholders_of_a_text_are_listed() -> None:
    assert placeholders("{a} {b_2} {a}") == {"a", "b_2"}


def test_line_breaks_and_invisible_characters_leave_a_value() -> None:
    assert clean("  Jalan\r\nMawar\u200b \u202e1\x00 ") == "Jalan Mawar 1"


@given(st.text(max_size=60))
def test_value_is_never_markup(value: str) -> None:
    (block,) = parse_body("nama {x} akhir", {"x": value})
    assert isinstance(block, Paragraph)
    assert block.runs == (Run(f"nama {clean(value)} akhir"),)


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_document_survives_json(name: str, purpose: str) -> None:
    document = letter(name=name, purpose=purpose, others=(applicant(),), check=Check("K", "L", "P"))
    assert Document.from_json(json.loads(json.dumps(document.to_json()))) == document


def test_document_without_check_survives_json() -> None:
    assert Document.from_json(letter().to_json()) == letter()


def test_table_survives_json() -> None:
    table = Table((Row("NIK", (Run("12", bold=True),)),))
    data = json.loads(
        json.dumps(
            {"rows": [{"label": "NIK", "runs": [{"text": "12", "bold": True}]}], "kind": "table"}
        )
    )
    assert block_from_json(data) == table


@pytest.mark.parametrize(
    ("title", "standing", "behalf", "lines"),
    [
        ("Kepala Desa Contoh", "definitif", "", ("Kepala Desa Contoh",)),
        ("Kepala Desa Contoh", "plh", "", ("Plh. Kepala Desa Contoh",)),
        ("Pj. Kepala Desa Contoh", "pj", "", ("Pj. Kepala Desa Contoh",)),
        (
            "Sekretaris Desa",
            "plt",
            "Kepala Desa Contoh",
            ("a.n. Kepala Desa Contoh", "Plt. Sekretaris Desa"),
        ),
    ],
)
def test_capacity_above_the_signature(
    title: str, standing: str, behalf: str, lines: tuple[str, ...]
) -> None:
    assert capacity_lines(title=title, standing=standing, on_behalf_of=behalf) == lines
