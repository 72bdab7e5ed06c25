"""Sources of money: one short code for every spelling."""

import re

FUNDS = {
    "PAD": ("PAD", "PADES", "PENDAPATAN ASLI DESA"),
    "DDS": ("DDS", "DD", "DD-APBN", "DD APBN", "DANA DESA", "DANA DESA (APBN)"),
    "ADD": ("ADD", "ALOKASI DANA DESA"),
    "PBH": (
        "PBH",
        "BHP",
        "BHPR",
        "BAGI HASIL",
        "BAGI HASIL PAJAK DAN RETRIBUSI",
        "PENERIMAAN BAGI HASIL PAJAK RETRIBUSI DAERAH",
    ),
    "PBP": ("PBP", "BAN-PROV", "BANPROV", "BKP", "BANTUAN KEUANGAN PROVINSI"),
    "PBK": ("PBK", "BAN-KAB", "BANKAB", "BKK", "BANTUAN KEUANGAN KABUPATEN"),
    "SWD": ("SWD", "SWADAYA", "SWADAYA MASYARAKAT"),
    "DLL": ("DLL", "LAIN", "LAIN-LAIN", "PENDAPATAN LAIN-LAIN"),
    "SILPA": ("SILPA",),
}
LONGEST = 40
_KNOWN = {spelling: code for code, spellings in FUNDS.items() for spelling in spellings}
_JOINT = re.compile(r"\s*(?:[,;+/&]|\bdan\b)\s*", re.IGNORECASE)


def read_funds(text: str) -> tuple[str, ...]:
    """ "ADD+DLL+PAD" -> ("ADD", "DLL", "PAD"); an unknown source keeps its own word, in capitals."""
    whole = " ".join(text.split()).upper().strip(". ")
    if not whole:
        return ()
    if whole in _KNOWN:
        return (_KNOWN[whole],)
    parts = [part.strip(". ")[:LONGEST] for part in _JOINT.split(whole)]
    return tuple(dict.fromkeys(_KNOWN.get(part, part) for part in parts if part))


def is_fund(text: str) -> bool:
    return " ".join(text.split()).upper().strip(". ") in _KNOWN
