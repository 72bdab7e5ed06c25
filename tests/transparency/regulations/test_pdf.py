"""Foreign PDFs are looked into by a child that can be lost without harm."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desa.foundation.tenancy.models import Village
from desa.transparency.regulations.actions import take_file
from desa.transparency.regulations.engine.pdf import LARGEST, UnreadablePdf, inspect_pdf
from desa.transparency.regulations.engine.pdf_child import answer
from desa.transparency.regulations.engine.plain_pdf import plain_pdf
from desa.transparency.regulations.exceptions import RegulationRefused
from tests.transparency.regulations.samples import SCAN_PDF, TEXT_PDF, encrypted_pdf

BOMB = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>"


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadablePdf) as caught:
        inspect_pdf(content)
    return caught.value.code


def test_text_of_a_pdf_is_read() -> None:
    facts = inspect_pdf(TEXT_PDF)
    assert facts.pages == 1
    assert "JARINGAN INTERNET" in facts.text
    assert "dirawat bersama warga" in facts.text


def test_scan_is_accepted_without_text() -> None:
    facts = inspect_pdf(SCAN_PDF)
    assert (facts.pages, facts.text) == (1, "")


def test_page_number_on_a_scan_is_no_text_layer() -> None:
    assert inspect_pdf(plain_pdf(["- 1 -"])).text == ""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_pdf"),
        (b"PK\x03\x04 sebuah docx", "not_pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(4000), "not_pdf"),
        (b"%PDF-1.4\n tidak ada apa-apa", "damaged"),
        (TEXT_PDF[:200], "damaged"),
        (BOMB, "damaged"),
        (b"%PDF-" + bytes(LARGEST), "too_large"),
    ],
    ids=["empty", "docx", "png", "only a head", "cut off", "round in circles", "too large"],
)
def test_what_cannot_be_read_is_refused_with_a_code(content: bytes, code: str) -> None:
    assert refusal(content) == code


def test_pdf_with_a_password_is_refused() -> None:
    assert refusal(encrypted_pdf()) == "encrypted"


def test_child_that_takes_too_long_is_killed() -> None:
    with pytest.raises(UnreadablePdf, match="too_heavy"):
        inspect_pdf(TEXT_PDF, wall_seconds=0.01)


def test_child_answers_in_plain_values() -> None:
    assert answer(TEXT_PDF)["pages"] == 1
    assert answer(b"bukan") == {"refused": "not_pdf"}
    assert answer(encrypted_pdf()) == {"refused": "encrypted"}


@pytest.mark.parametrize("code", ["not_pdf", "encrypted", "damaged", "too_large"])
def test_every_refusal_says_what_to_do(scope: Village, code: str) -> None:
    contents = {
        "not_pdf": b"docx",
        "encrypted": encrypted_pdf(),
        "damaged": TEXT_PDF[:200],
        "too_large": b"%PDF-" + bytes(LARGEST),
    }
    with pytest.raises(RegulationRefused, match=r"lagi\.") as caught:
        take_file(contents[code])
    assert caught.value.field == "file"


def test_our_own_pdf_is_the_same_bytes_every_time_and_valid() -> None:
    lines = ["Pasal 1 (satu)", "a\\b – café"]
    assert plain_pdf(lines) == plain_pdf(lines)
    text = PdfReader(BytesIO(plain_pdf(lines)), strict=True).pages[0].extract_text()
    assert text.splitlines() == lines
