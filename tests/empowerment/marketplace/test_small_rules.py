"""The words of an order, and the csv of product groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.marketplace.engine.shipped import shipped_groups
from desa.empowerment.marketplace.enums import CardState
from desa.empowerment.marketplace.rules.grouping import Group, groups_csv, read_groups
from desa.empowerment.marketplace.rules.ordering import order_text, pieces
from desa.empowerment.marketplace.transitions import TRANSITIONS, Word, is_possible
from desa.foundation.core.values.rupiah import Rupiah

CODES = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
TITLES = st.text(
    st.characters(categories=["L", "N"], include_characters=" ,;=-+@'\""), min_size=1, max_size=60
).filter(lambda title: title == title.strip() and not title.startswith("'"))


def test_order_says_product_quantity_price_and_total() -> None:
    words = order_text(
        seller="Bu Siti",
        product="Jamu",
        unit="botol 300 ml",
        count=3,
        price=Rupiah.of(3500),
        village="Sumbergedang",
    )
    for part in ("Bu Siti", "Jamu", "3 x botol 300 ml", "Rp3.500", "Rp10.500", "Sumbergedang"):
        assert part in words


@pytest.mark.parametrize(
    ("typed", "count"),
    [("2", 2), ("", 1), ("0", 1), ("-4", 1), ("dua", 1), ("1000", 999), ("9" * 400, 1), ("²", 1)],
)
def test_quantity_is_a_number_that_someone_could_carry(typed: str, count: int) -> None:
    assert pieces(typed) == count


@given(st.text(max_size=20))
def test_any_quantity_can_be_typed(typed: str) -> None:
    assert 1 <= pieces(typed) <= 999


def test_fourteen_groups_ship() -> None:
    groups = shipped_groups()
    assert len(groups) == 14
    assert {"jamu", "keripik-tempe", "sepatu-sandal"} <= {group.code for group in groups}


@given(
    st.lists(st.builds(Group, CODES, TITLES), min_size=1, max_size=20, unique_by=lambda g: g.code)
)
def test_csv_that_was_written_is_read_again(groups: list[Group]) -> None:
    assert read_groups(groups_csv(groups).encode()) == (groups, [])


@given(st.binary(max_size=300))
def test_any_file_is_read_without_a_crash(content: bytes) -> None:
    groups, problems = read_groups(content)
    assert groups or problems


@pytest.mark.parametrize(
    ("content", "line", "part"),
    [
        (b"nama;x\nA;B", 1, "kode,kelompok"),
        (b"kode,kelompok\n", 2, "Belum ada kelompok"),
        (b"kode,kelompok\nJamu Enak,Jamu", 2, "huruf kecil"),
        (b"kode,kelompok\njamu,Jamu\njamu,Jamu lagi", 3, "sudah ada di atas"),
        (b"kode,kelompok\njamu,", 2, "belum diisi"),
        (b"kode,kelompok\njamu," + b"a" * 61, 2, "60 huruf"),
        (b"kode,kelompok\njamu,\xff\xfe", 1, "UTF-8"),
        (b"kode,kelompok\njamu,a\x00b", 1, "bukan CSV"),
        (b"x" * 70_000, 1, "terlalu besar"),
        (b"kode,kelompok\n" + b"".join(b"k%d,K\n" % n for n in range(201)), 1, "terlalu banyak"),
    ],
)
def test_fault_is_told_with_its_line(content: bytes, line: int, part: str) -> None:
    _groups, problems = read_groups(content)
    assert problems[0][0] == line
    assert part in problems[0][1]


def test_semicolons_and_the_mark_of_excel_are_read() -> None:
    groups, problems = read_groups("\ufeffKode;Kelompok\r\njamu;Jamu segar\r\n".encode())
    assert (groups, problems) == ([Group("jamu", "Jamu segar")], [])


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-1", "@sum", "\tx"])
def test_spreadsheet_takes_every_cell_for_text(cell: str) -> None:
    assert f"jamu,'{cell}" in groups_csv([Group("jamu", cell)])


def test_only_the_seller_makes_a_card_public_and_time_alone_never_ends_one() -> None:
    for (_before, after), words in TRANSITIONS.items():
        if after is CardState.SHOWN:
            assert words == {Word.SELLER}
        if Word.CLOCK in words:
            assert after is CardState.ASLEEP
    assert not is_possible(CardState.ENDED, CardState.SHOWN, Word.SELLER)
