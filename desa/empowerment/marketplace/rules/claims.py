"""Words that promise health. Food and jamu may be praised, but not sold as a cure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desa.foundation.core.values.errors import mark as _

TASTE = _(
    "Tulis rasa, bahan, atau cara minumnya. Misalnya: segar, dari kunyit dan asam, diminum dingin."
)
BODY = _("Tulis kapan biasa diminum. Misalnya: enak diminum hangat sehabis kerja.")
PROOF = _(
    "Tulis yang bisa ditunjukkan, misalnya nomor PIRT atau halal. Kalau belum ada, lewati saja."
)

CURES = (
    r"(?:meny|peny)embuh\w*",
    r"sembuh\w*",
    r"(?:meng|peng)?obat(?:i|an)?(?:nya)?",
    r"obat[- ]obatan",
    r"(?:ber)?khasiat\w*",
    r"manjur|mujarab|ampuh",
    r"terapi|penawar|penangkal",
    r"(?:men|pen)cegah\w*",
    r"antibiotik|anti ?kanker|detoks?\w*",
)
ILLS = (
    r"kanker|tumor|kista|stroke|jantung|diabetes|kencing manis|gula darah|kolesterol",
    r"asam urat|darah tinggi|hipertensi|maag|asma|tbc|hepatitis|liver|ginjal|wasir|rematik",
    r"covid\w*|virus|keputihan|mandul|kesuburan|impoten\w*|diabet\w*",
)
PROMISES = (
    r"(?:menurun|melangsing|meramping|mengurus)kan",
    r"(?:pelangsing|penurun|peninggi)(?: badan| berat badan)?",
    r"stamina|vitalitas|kejantanan|kuat lelaki|awet muda|daya tahan tubuh|imun(?:itas)?",
    r"tanpa efek samping",
)
PROVEN = (r"terbukti(?: secara)?(?: klinis| medis)?", r"dijamin|100 ?%|anjuran dokter|resep dokter")
HARMLESS = re.compile(
    r"\b(?:tanaman obat(?: keluarga)?|obat nyamuk|obat hama|obat rumput|obat ayam|obat tanaman"
    r"|100 ?% (?:katun|asli|kapas|kulit|murni|kelapa|beras|rotan|bambu))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Claim:
    """`word` as it was written; `instead` is a template of what to write in its place."""

    word: str
    instead: str


def _kind(words: Iterable[str], instead: str) -> tuple[re.Pattern[str], str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE), instead


KINDS = (_kind(CURES, TASTE), _kind(ILLS, BODY), _kind(PROMISES, BODY), _kind(PROVEN, PROOF))


def claims_in(text: str) -> tuple[Claim, ...]:
    """Each promising word once, in the order in which they stand. Household goods keep their names."""
    plain = HARMLESS.sub(lambda found: " " * len(found[0]), text)
    found = [
        (match.start(), match[0], instead)
        for pattern, instead in KINDS
        for match in pattern.finditer(plain)
    ]
    seen: dict[str, Claim] = {}
    for _place, word, instead in sorted(found):
        seen.setdefault(word.casefold(), Claim(word, instead))
    return tuple(seen.values())
