"""Pasted chats and the table for another office."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.accounts.enums import Office
from desa.services.complaints.actions import refuse_complaint
from desa.services.complaints.presenters.table import HEAD, inspectorate_csv
from desa.services.complaints.rules.chat import read_chat
from desa.services.complaints.rules.sheet import to_csv
from tests.factories import enter
from tests.services.complaints.conftest import Officials, filed

PASTED = """[15/11/26 18.40] Nur: Assalamualaikum, lampu jalan mati
dekat musala Winog
[15/11/26 18.41] Nur: <Media tidak disertakan>
[15/11/26 18.42] Nur: sudah tiga hari"""


@pytest.mark.parametrize(
    ("pasted", "text", "sender", "phone"),
    [
        (
            PASTED,
            "Assalamualaikum, lampu jalan mati\ndekat musala Winog\nsudah tiga hari",
            "Nur",
            "",
        ),
        ("15/11/2026, 18:40 - +62 812-3456-7890: Air mati", "Air mati", "", "+62 812-3456-7890"),
        ("[15.11.2026, 18:40:12] ~ Nur: Jalan rusak", "Jalan rusak", "Nur", ""),
        ("11/15/26, 6:40 PM - Nur: Sampah", "Sampah", "Nur", ""),
        ("Lampu mati pak, tolong", "Lampu mati pak, tolong", "", ""),
        ("15/11/2026 18.40 - Nur bergabung\n15/11/2026 18.41 - Nur: Halo", "Halo", "Nur", ""),
        ("\u200e[15/11/26 18.40] Nur: \u200eIMG-1.jpg (file terlampir)", "", "Nur", ""),
    ],
)
def test_chat_keeps_what_was_said(pasted: str, text: str, sender: str, phone: str) -> None:
    chat = read_chat(pasted)
    assert (chat.text, chat.sender, chat.phone) == (text, sender, phone)


@given(st.text(max_size=300))
def test_chat_reads_anything(pasted: str) -> None:
    assert len(read_chat(pasted).text) <= len(pasted) + 1


@pytest.mark.parametrize("value", ["=1+1", "+62", "-5", "@A1", "\t=1", " =1"])
def test_formula_is_made_harmless(value: str) -> None:
    assert to_csv(["a"], [[value]]).splitlines()[1].lstrip('"').startswith("'")


@given(
    st.lists(
        st.text(alphabet=st.characters(blacklist_characters="\x00\r"), max_size=20),
        min_size=2,
        max_size=4,
    )
)
def test_table_reads_back_without_formulas(values: list[str]) -> None:
    text = to_csv(["a"] * len(values), [values]).removeprefix("\ufeff")
    row = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert [
        cell.removeprefix("'") if cell != value else cell
        for cell, value in zip(row, values, strict=True)
    ] == values
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_export_names_nobody_and_covers_numbers(hall: Officials) -> None:
    filed(
        text="NIK saya 3514990101900001, hubungi 0812-3456-7890", name="Nur", phone="081234567890"
    )
    refuse_complaint(by=hall[Office.KAUR_TU], complaint=filed(text="=HYPERLINK(1)"), reason="Bukan")
    lines = list(
        csv.DictReader(io.StringIO(inspectorate_csv(hall[Office.SEKDES]).removeprefix("\ufeff")))
    )
    assert tuple(lines[0]) == HEAD
    assert lines[0]["isi"] == "'=HYPERLINK(1)"
    everything = str(lines)
    for secret in ("Nur", "3514990101900001", "3456-7890", "+6281234567890"):
        assert secret not in everything


def test_pasted_chat_fills_the_form_of_the_counter(hall: Officials) -> None:
    page = enter(hall[Office.OPERATOR]).post("/kantor/pengaduan/tempel/", {"chat": PASTED})
    words = page.content.decode()
    assert "sudah tiga hari" in words
    assert "15/11/26" not in words
    assert 'value="Nur"' in words


def test_empty_chat_says_what_is_missing(hall: Officials) -> None:
    page = enter(hall[Office.OPERATOR]).post("/kantor/pengaduan/tempel/", {"chat": " "})
    assert page.status_code == 422
    assert "Tempel dulu" in page.content.decode()
