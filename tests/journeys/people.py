"""The invented people of the journeys and their workbook, in the layout that villages exchange."""

from tests.people.residents.books import book

SUWARNI_NIK, SUWARNI_KK = "3514995203550001", "3514990101100001"
COMMON: dict[str, object] = {
    "dusun": "SENDI",
    "rw": "001",
    "rt": "003",
    "no_kk": SUWARNI_KK,
    "tempatlahir": "PASURUAN",
    "agama_id": "1",
    "status_kawin": "CERAI MATI",
}


def _line(
    name: str, nik: str, sex: str, born: str, level: str, **more: object
) -> dict[str, object]:
    own = {"nama": name, "nik": nik, "sex": sex, "tanggallahir": born, "kk_level": level}
    return COMMON | own | more


KLAMPOK = {"dusun": "KLAMPOK", "rw": "002", "rt": "004", "no_kk": "3514990101100002"}
GOOD = [
    _line("SUWARNI", SUWARNI_NIK, "2", "1955-03-12", "1"),
    _line("MULYADI", "3514991004780011", "1", "10-04-1978", "ANAK", status_kawin="2"),
    _line("SLAMET", "3514990107740004", "1", "1974-07-01", "1", **KLAMPOK),
    _line("SRI WAHYUNI", "3514995808790013", "2", "1979-08-18", "3", **KLAMPOK),
    # Text that a spreadsheet would run when it is exported again.
    _line("RIZKY PRATAMA", "3514991708020001", "1", "2002-08-17", "4", alamat="=cmd", **KLAMPOK),
]
BAD = [
    _line("NIK PENDEK", "351499010190000", "1", "1990-01-01", "4"),
    _line("TANGGAL MUSTAHIL", "3514993102900021", "1", "31-02-1990", "4"),
    _line("NIK GANDA", SUWARNI_NIK, "2", "1955-03-12", "4"),
]
NUMBERS = sorted({str(line[name]) for line in GOOD for name in ("nik", "no_kk")})


def workbook() -> bytes:
    return book(*GOOD, *BAD)
