"""Plausible families for every RT, from word lists and one seeded generator."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from random import Random
from typing import Any

from desa.people.residents.demo import words
from desa.people.residents.demo.journey import people as journey_people
from desa.people.residents.enums import Sex, Shdk
from desa.people.residents.rules.resident import Resident

AREA_CODE = "351499"
PEOPLE = 5_100
YEAR = 365.2425
SINGLE, MARRIED, DIVORCED, WIDOWED = 1, 2, 3, 4
PUPIL, HOUSEWIFE, JOBLESS, PENSIONER = 3, 2, 1, 4
MEN_WORK = (9, 9, 9, 15, 15, 15, 19, 19, 20, 88, 84, 81, 26, 27, 10, 5, 65)
WOMEN_WORK = (2, 2, 2, 2, 9, 84, 84, 15, 88, 30, 65, 73)
Place = tuple[str, str, str]


def families(seed: int, day: date, people: int = PEOPLE) -> list[Resident]:
    """All residents of desa contoh, those of the acceptance journeys first."""
    maker = _Maker(Random(seed), day)  # noqa: S311 - invented people, not secrets
    residents = journey_people()
    maker.taken.update(resident.nik for resident in residents)
    for number, place in enumerate(cycle(list(_places()))):
        if len(residents) >= people:
            return residents
        residents.extend(maker.family(number, place))
    raise AssertionError("a village without RT")


def _places() -> Iterator[Place]:
    for dusun, count in words.DUSUN.items():
        first_half = count if dusun in words.SINGLE_RW else (count + 1) // 2
        for rt in range(1, count + 1):
            yield dusun, "001" if rt <= first_half else "002", f"{rt:03}"


def _no_kk(number: int) -> str:
    """Different for each of the first million families, and for those of the journeys (year 10)."""
    day, month, year = number % 28, number // 28 % 12, number // 336 % 14
    return f"{AREA_CODE}{1 + day:02}{1 + month:02}{11 + year:02}{number % 10_000:04}"


class _Maker:
    def __init__(self, random: Random, day: date) -> None:
        self.random = random
        self.day = day
        self.taken: set[str] = set()

    def family(self, number: int, place: Place) -> list[Resident]:
        """Three in four are couples with children; the rest elders alone and mothers with children."""
        no_kk = _no_kk(number)
        kind = self.random.choices(("couple", "elders", "mother"), (76, 14, 10))[0]
        people: list[tuple[Shdk, dict[str, Any]]] = getattr(self, f"_{kind}")()
        dusun, rw, rt = place
        return [Resident(no_kk, int(shdk), dusun, rw, rt, fields=fields) for shdk, fields in people]

    def _couple(self) -> list[tuple[Shdk, dict[str, Any]]]:
        age = self.random.triangular(22, 68, 41)
        father = self._adult(Sex.MALE, age, MARRIED)
        mother = self._adult(Sex.FEMALE, max(20, age - self.random.uniform(-2, 7)), MARRIED)
        people = [
            (Shdk.HEAD, father),
            (Shdk.WIFE, mother),
            *self._children(age - 22, father, mother),
        ]
        if self.random.random() < 0.18:
            sex = Sex.FEMALE if self.random.random() < 0.7 else Sex.MALE
            people.append((Shdk.PARENT, self._adult(sex, min(age + 24, 91), WIDOWED)))
        return people

    def _elders(self) -> list[tuple[Shdk, dict[str, Any]]]:
        age = self.random.uniform(60, 88)
        if self.random.random() < 0.5:
            return [(Shdk.HEAD, self._adult(Sex.FEMALE, age, WIDOWED))]
        return [
            (Shdk.HEAD, self._adult(Sex.MALE, age, MARRIED)),
            (Shdk.WIFE, self._adult(Sex.FEMALE, age - 4, MARRIED)),
        ]

    def _mother(self) -> list[tuple[Shdk, dict[str, Any]]]:
        age = self.random.uniform(25, 58)
        mother = self._adult(Sex.FEMALE, age, self.random.choice((DIVORCED, WIDOWED)))
        return [(Shdk.HEAD, mother), *self._children(age - 21, None, mother)]

    def _children(
        self, oldest: float, father: dict[str, Any] | None, mother: dict[str, Any]
    ) -> list[tuple[Shdk, dict[str, Any]]]:
        ages = sorted(self.random.uniform(0, min(oldest, 27)) for _child in range(self._how_many()))
        return [
            (Shdk.CHILD, self._child(age, father, mother)) for age in reversed(ages) if oldest > 0
        ]

    def _how_many(self) -> int:
        return self.random.choices((0, 1, 2, 3, 4), (12, 32, 36, 15, 5))[0]

    def _child(
        self, age: float, father: dict[str, Any] | None, mother: dict[str, Any]
    ) -> dict[str, Any]:
        sex = self.random.choice((Sex.MALE, Sex.FEMALE))
        person = self._adult(sex, age, SINGLE)
        if age < 18:
            person |= {"occupation": PUPIL if age >= 6 else JOBLESS, "education": self._pupil(age)}
        if father:
            person |= {"father_name": father["name"], "father_nik": father["nik"]}
        return person | {"mother_name": mother["name"], "mother_nik": mother["nik"]}

    def _adult(self, sex: Sex, age: float, marital: int) -> dict[str, Any]:
        birth = self.day - timedelta(days=int(age * YEAR))
        work = MEN_WORK if sex is Sex.MALE else WOMEN_WORK
        education = (1, 2, 3, 3) if age > 60 else (3, 4, 4, 5, 5, 5, 7, 8)
        return {
            "name": self._name(sex, age),
            "nik": self._nik(sex, birth),
            "sex": int(sex),
            "birth_date": birth,
            "birth_place": self.random.choice(words.BIRTH_PLACES),
            "religion": self.random.choices((1, 2, 3, 4), (96, 2, 1, 1))[0],
            "education": self.random.choice(education),
            "schooling": 18,
            "occupation": PENSIONER if age > 78 else self.random.choice(work),
            "marital_status": marital,
            "citizenship": 1,
            "blood_type": self.random.choice((1, 2, 3, 4, 13, 13, 13)),
            "disability": self.random.choices((7, 1, 2, 3), (975, 12, 7, 6))[0],
            "identity_card": 2 if age >= 17 else 1,
            "insurance": self.random.choice((1, 2, 2, 3)),
        }

    def _pupil(self, age: float) -> int:
        return 1 if age < 7 else 2 if age < 13 else 3 if age < 16 else 4

    def _name(self, sex: Sex, age: float) -> str:
        """Elders often have one name, the young two or three."""
        old, young, last = (
            (words.MEN_OLD, words.MEN, words.MEN_LAST)
            if sex is Sex.MALE
            else (words.WOMEN_OLD, words.WOMEN, words.WOMEN_LAST)
        )
        if age > 55:
            first = self.random.choice(old)
            return first if self.random.random() < 0.6 else f"{first} {self.random.choice(last)}"
        parts = [self.random.choice(young), *self.random.sample(last, 1 + (age < 20))]
        return " ".join(parts)

    def _nik(self, sex: Sex, birth: date) -> str:
        day = birth.day + (40 if sex is Sex.FEMALE else 0)
        stem = f"{AREA_CODE}{day:02}{birth.month:02}{birth.year % 100:02}"
        serial = 101
        while (nik := f"{stem}{serial:04}") in self.taken:
            serial += 1
        self.taken.add(nik)
        return nik
