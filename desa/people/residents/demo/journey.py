"""The people of the acceptance journeys, with the traps that a name search must not fall into."""

from datetime import date
from typing import Any

from desa.people.residents.enums import Sex, Shdk
from desa.people.residents.rules.resident import Resident

M, F = Sex.MALE, Sex.FEMALE
KAWIN, CERAI_MATI, BELUM = 2, 4, 1
Line = tuple[str, str, Sex, date, Shdk, dict[str, Any]]

HOUSEHOLDS: tuple[tuple[str, tuple[str, str, str], tuple[Line, ...]], ...] = (
    (
        "3514990101100001",
        ("Sendi", "001", "003"),
        (
            ("Suwarni", "3514995203550001", F, date(1955, 3, 12), Shdk.HEAD,
             {"marital_status": CERAI_MATI, "education": 1, "occupation": 9}),
            ("Mulyadi", "3514991004780011", M, date(1978, 4, 10), Shdk.CHILD,
             {"marital_status": KAWIN, "occupation": 19}),
            ("Endang Susilowati", "3514995506800012", F, date(1980, 6, 15), Shdk.SON_IN_LAW,
             {"marital_status": KAWIN, "occupation": 2}),
        ),
    ),
    (
        "3514990101100002",
        ("Klampok", "002", "004"),
        (
            ("Slamet", "3514990107740004", M, date(1974, 7, 1), Shdk.HEAD,
             {"marital_status": KAWIN, "occupation": 9}),
            ("Sri Wahyuni", "3514995808790013", F, date(1979, 8, 18), Shdk.WIFE,
             {"marital_status": KAWIN, "occupation": 2}),
            ("Rizky Pratama", "3514991708020001", M, date(2002, 8, 17), Shdk.CHILD,
             {"education": 5, "occupation": 3}),
        ),
    ),
    (
        "3514990101100003",
        ("Winog", "001", "002"),
        (
            ("Abdul Rohim", "3514992002790014", M, date(1979, 2, 20), Shdk.HEAD,
             {"marital_status": KAWIN, "occupation": 88}),
            ("Siti Aminah", "3514994511810002", F, date(1981, 11, 5), Shdk.WIFE,
             {"marital_status": KAWIN, "occupation": 84}),
            ("Naila Aminah Rohim", "3514994903080015", F, date(2008, 3, 9), Shdk.CHILD,
             {"education": 4, "occupation": 3}),
            ("Rafi Abdul Rohim", "3514991201120016", M, date(2012, 1, 12), Shdk.CHILD,
             {"education": 3, "occupation": 3}),
        ),
    ),
    (
        "3514990101100004",
        ("Rajeg", "001", "001"),
        (
            ("Bambang H.", "3514992902920003", M, date(1992, 2, 29), Shdk.HEAD,
             {"marital_status": KAWIN, "occupation": 15, "present_address": "Taichung, Taiwan"}),
            ("Lestari", "3514995407940006", F, date(1994, 7, 14), Shdk.WIFE,
             {"marital_status": KAWIN, "occupation": 2}),
        ),
    ),
    (
        "3514990101100005",
        ("Winog", "001", "001"),
        (
            ("Nur Hidayah", "3514997006980005", F, date(1998, 6, 30), Shdk.HEAD,
             {"disability": 3, "occupation": 30}),
        ),
    ),
    (
        "3514990101100006",
        ("Sukun", "001", "002"),
        (
            ("Sri Wahyuni", "3514995808790017", F, date(1979, 8, 18), Shdk.HEAD,
             {"marital_status": CERAI_MATI, "occupation": 84}),
            ("Nu'man", "3514990402050018", M, date(2005, 2, 4), Shdk.CHILD,
             {"education": 5, "occupation": 19}),
        ),
    ),
    (
        "3514990101100007",
        ("Tengger", "001", "001"),
        (
            ("Raden Mas Muhammad Syaifuddin Kusumawardhana Adiningrat Bima", "3514991105660019",
             M, date(1966, 5, 11), Shdk.HEAD, {"marital_status": CERAI_MATI, "occupation": 4}),
            ("Sutrimo", "3514991909900020", M, date(1990, 9, 19), Shdk.CHILD, {"occupation": 12}),
        ),
    ),
)  # fmt: skip


def people() -> list[Resident]:
    return [_resident(no_kk, place, line) for no_kk, place, lines in HOUSEHOLDS for line in lines]


def _resident(no_kk: str, place: tuple[str, str, str], line: Line) -> Resident:
    name, nik, sex, birth, shdk, further = line
    dusun, rw, rt = place
    fields = {
        "name": name, "nik": nik, "sex": int(sex), "birth_date": birth, "birth_place": "PASURUAN",
        "religion": 1, "education": 3, "schooling": 18, "occupation": 1, "marital_status": BELUM,
        "citizenship": 1, "blood_type": 13, "disability": 7, **further,
    }  # fmt: skip
    return Resident(no_kk, int(shdk), dusun, rw, rt, fields=fields)
