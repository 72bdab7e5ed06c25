"""One spelling for the many ways in which villages print a code."""

import re

KD_DESA = re.compile(r"[12]\d{3}")  # the second piece of Kd_Desa: 04.2002 before the code proper
BRACKETED = re.compile(r"^(?P<akun>[\d. ]+?)\s*[\[(](?P<kegiatan>[\d. ]+)[\])]$")
LONGEST_KEGIATAN, LONGEST_AKUN = 3, 5
URGENT = "5"  # bidang 5 has one kegiatan per sub bidang, printed 00, 0 or 01


class CodeProblem(ValueError):
    """The text is no code of this kind."""


def pieces(text: str) -> tuple[str, ...]:
    """ "01.01.01." -> ("01", "01", "01"). Raises CodeProblem."""
    found = tuple(part.strip() for part in text.strip().strip(".").split("."))
    if not found[0] or not all(part.isascii() and part.isdecimal() for part in found):
        raise CodeProblem(text)
    return found


def kegiatan(text: str) -> str:
    """Bidang, sub bidang or kegiatan as "1", "1.1", "1.1.01"; a village's own part before it goes."""
    found = pieces(text)
    if len(found) > 2 and KD_DESA.fullmatch(found[1]):
        found = found[2:]
    if len(found) > LONGEST_KEGIATAN or not 1 <= int(found[0]) <= 5:
        raise CodeProblem(text)
    plain = [str(int(part)) for part in found]
    if len(plain) == LONGEST_KEGIATAN:
        plain[2] = _third(plain)
    return ".".join(plain)


def _third(plain: list[str]) -> str:
    number = "00" if plain[0] == URGENT and plain[2] in ("0", "1") else plain[2].zfill(2)
    if len(number) != 2:
        raise CodeProblem(".".join(plain))
    return number


def akun(text: str) -> str:
    """Income, spending or financing as "4", "4.1", "4.1.2", "4.1.2.01"."""
    found = pieces(text)
    if len(found) > LONGEST_AKUN or not 4 <= int(found[0]) <= 6:
        raise CodeProblem(text)
    head = [str(int(part)) for part in found[:3]]
    if any(len(part) > 1 for part in head):
        raise CodeProblem(text)
    tail = [str(int(part)).zfill(2) for part in found[3:]]
    if any(len(part) > 2 for part in tail):
        raise CodeProblem(text)
    return ".".join([*head, *tail])


def split_bracketed(text: str) -> tuple[str, str] | None:
    """ "5.1.1.01. [01.01.01]" -> (account, kegiatan), still as printed."""
    match = BRACKETED.match(text.strip())
    return (match["akun"], match["kegiatan"]) if match else None
