"""Which code a row carries: what its code cells say, read with the section it stands in and its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desa.foundation.sheets.rules.workbook import Cell
from desa.transparency.budgets.rules import notation
from desa.transparency.budgets.rules.layout import Role, text_of
from desa.transparency.budgets.rules.lines import parents
from desa.transparency.budgets.rules.names import any_alike, plain
from desa.transparency.budgets.rules.notation import CodeProblem
from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names

SECTIONS = {"pendapatan": "4", "belanja": "5", "pembiayaan": "6"}
NARROW = 3  # code columns from which single digits are pieces of one code
SPREAD = 6  # a b c | a b c d: a kegiatan and an account side by side


class Doubt(StrEnum):
    """What a person should look at, although a code was read."""

    DATE = "code_was_date"
    BIDANG = "bidang_by_name"


@dataclass(frozen=True)
class Code:
    """`kegiatan` "" where the row names none; `akun` "" for a row of a kegiatan or above it."""

    kegiatan: str = ""
    akun: str = ""
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Place:
    """Where the reader stands: section 4, 5, 6 or "", and the last kegiatan."""

    section: str = ""
    kegiatan: str = ""
    bidang_shifted: bool = False  # bidang printed as 5.1, 5.2 ...


def section_of(name: str) -> str:
    """ "2. BELANJA DESA" -> "5"; "" for any other name."""
    return SECTIONS.get(plain(name).removesuffix("desa"), "")


def read_code(cells: Sequence[tuple[Role, Cell]], name: str, place: Place) -> Code | None:
    """None when the row carries no code; raises CodeProblem when it carries an impossible one."""
    filled = [(role, cell) for role, cell in cells if text_of(cell)]
    if not filled:
        return None
    if section := section_of(name):
        return Code(akun=section)
    if any(isinstance(cell, date) for _role, cell in filled):
        return _from_date(filled, name)
    texts = [(role, text_of(cell)) for role, cell in filled]
    if len(texts) == 1 and (pair := notation.split_bracketed(texts[0][1])):
        return Code(notation.kegiatan(pair[1]), notation.akun(pair[0]))
    if len(cells) >= NARROW and all(text.strip(". ").isdecimal() for _role, text in texts):
        return _from_narrow(cells, name, place)
    if len(texts) == 1:
        return _single(*texts[0], name, place)
    if len(texts) == 2:
        return Code(notation.kegiatan(texts[0][1]), notation.akun(texts[1][1]))
    raise CodeProblem(" ".join(text for _role, text in texts))


def _from_narrow(cells: Sequence[tuple[Role, Cell]], name: str, place: Place) -> Code:
    """Digits in cells of their own: the first three are the kegiatan when there is room for both."""
    texts = [text_of(cell).strip(". ") for _role, cell in cells]
    if len(cells) < SPREAD:
        return _single(Role.CODE, ".".join(filter(None, texts)), name, place)
    work, account = (".".join(filter(None, part)) for part in (texts[:NARROW], texts[NARROW:]))
    if place.section != "5" and work and not account:
        return _single(Role.CODE, work, name, place)
    return Code(notation.kegiatan(work) if work else "", notation.akun(account) if account else "")


def _from_date(filled: Sequence[tuple[Role, Cell]], name: str) -> Code:
    """1.4.02 retyped became 1 April 2002: undone only where the name agrees with the code."""
    if len(filled) > 2 or not isinstance(filled[0][1], date):
        raise CodeProblem("date")
    day = filled[0][1]
    for first, second in ((day.day, day.month), (day.month, day.day)):
        code = f"{first}.{second}.{day.year % 100:02d}"
        known = kegiatan_names().get(code)
        if known and (len(filled) == 2 or any_alike(name, known)):
            akun = notation.akun(text_of(filled[1][1])) if len(filled) == 2 else ""
            return Code(code, akun, Doubt.DATE)
    raise CodeProblem("date")


def _single(role: Role, text: str, name: str, place: Place) -> Code:
    if role is Role.KEGIATAN and place.section != "4" and place.section != "6":
        return Code(_bidang(text, name, place) or notation.kegiatan(text))
    if role is Role.AKUN or place.section in ("4", "6"):
        return Code(akun=notation.akun(text))
    return _by_shape(text, name, place)


def _by_shape(text: str, name: str, place: Place) -> Code:
    """One code column for both lists: digits first, then the name."""
    found = notation.pieces(text)
    if shifted := _bidang(text, name, place):
        return Code(shifted, doubt=Doubt.BIDANG)
    if place.section == "" and int(found[0]) in (4, 6) and len(found) != 1:
        return Code(akun=notation.akun(text))
    if int(found[0]) != 5 and not notation.KD_DESA.fullmatch(found[min(1, len(found) - 1)]):
        return Code(notation.kegiatan(text))
    if len(found) == 4:
        return Code(akun=notation.akun(text))
    if found[0] == "05" or _is_kegiatan_by_name(text, name) or len(found) > 4:
        return Code(notation.kegiatan(text))
    return Code(akun=notation.akun(text))


def _is_kegiatan_by_name(text: str, name: str) -> bool:
    try:
        work, account = notation.kegiatan(text), notation.akun(text)
    except CodeProblem:
        return len(notation.pieces(text)) == 3 and len(notation.pieces(text)[2]) == 2
    if any_alike(name, akun_names().get(account, ())):
        return False
    return plain(name).startswith("bidang") or any_alike(name, kegiatan_names().get(work, ()))


def _bidang(text: str, name: str, place: Place) -> str:
    """Bidang printed as 5.1, its kegiatan as 5.1.1.01: seen by the word Bidang, then by the name."""
    found = notation.pieces(text)
    if found[0] != "5" or len(found) < 2:
        return ""
    starts = len(found) == 2 and plain(name).startswith("bidang")
    if not starts and not place.bidang_shifted:
        return ""
    try:
        code = notation.kegiatan(".".join(found[1:]))
    except CodeProblem:
        return ""
    known = starts or any_alike(name, kegiatan_names().get(code, ()))
    return code if known and not _is_account(text, name) else ""


def _is_account(text: str, name: str) -> bool:
    try:
        return any_alike(name, akun_names().get(notation.akun(text), ()))
    except CodeProblem:
        return False


def is_known(code: Code) -> bool:
    """In the lists of the annex or the program, or a village's own number under a known parent."""
    return _known(code.kegiatan, kegiatan_names()) and _known(code.akun, akun_names())


def _known(code: str, names: dict[str, tuple[str, ...]]) -> bool:
    if not code or code in names:
        return True
    last = code.rpartition(".")[2]
    return last.isdecimal() and int(last) >= 90 and all(up in names for up in parents(code))
