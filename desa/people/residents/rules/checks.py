"""What only shows when rows are held against each other and against the register."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.errors import mark as _
from desa.foundation.sheets.rules.report import Reason
from desa.people.residents.enums import Shdk, Status
from desa.people.residents.rules.layout import LOCKED
from desa.people.residents.rules.reading import ReadRow
from desa.people.residents.rules.resident import Resident

Say = Callable[[ReadRow, str, ValueProblem | ValueWarning], Reason]
Namesake = tuple[str, date | None]


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the register: all fields of the layout by our names."""

    person_id: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Standing:
    """The part of the register that a workbook touches."""

    people: Mapping[str, Known] = field(default_factory=dict)  # by NIK
    heads: Mapping[str, str] = field(default_factory=dict)  # no_kk -> NIK of the head today
    without_nik: Mapping[Namesake, str] = field(default_factory=dict)  # -> temporary NIK


@dataclass(frozen=True, slots=True)
class Changed:
    """A known person whose row says something else; `fields` are those an import may change."""

    resident: Resident
    person_id: int
    fields: tuple[str, ...]


@dataclass
class Sorted:
    """Residents by what an import does with them."""

    new: list[Resident] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: int = 0


def sort_out(rows: Iterable[ReadRow], standing: Standing, say: Say) -> Sorted:
    """Adds the reasons to the rows; gives the residents that are left."""
    result = Sorted()
    niks: dict[str, ReadRow] = {}
    heads: dict[str, ReadRow] = {}
    for row in rows:
        if row.resident is None:
            continue
        _recognise(row.resident, standing)
        problem = _clash(row.resident, row, niks, heads, standing)
        if problem:
            row.reject(say(row, *problem))
        else:
            _place(row, standing, result, say)
    return result


def _recognise(resident: Resident, standing: Standing) -> None:
    """Who was given a temporary NIK earlier keeps it."""
    if not resident.nik:
        birth = resident.fields.get("birth_date")
        resident.fields["nik"] = standing.without_nik.get((resident.namesake, birth), "")


def _clash(
    resident: Resident,
    row: ReadRow,
    niks: dict[str, ReadRow],
    heads: dict[str, ReadRow],
    standing: Standing,
) -> tuple[str, ValueProblem] | None:
    if resident.nik and (earlier := niks.setdefault(resident.nik, row)) is not row:
        text = _("NIK ini sudah ada di baris %(row)s lembar %(sheet)s. Hapus salah satunya.")
        return "nik", ValueProblem("nik_twice", text, _where(earlier))
    if resident.shdk != Shdk.HEAD or resident.fields["status"] != Status.ALIVE:
        return None
    if (earlier := heads.setdefault(resident.no_kk, row)) is not row:
        niks.pop(resident.nik, None)
        text = _(
            "KK ini sudah punya kepala keluarga di baris %(row)s lembar %(sheet)s. Perbaiki hubungannya."
        )
        return "shdk", ValueProblem("two_heads", text, _where(earlier))
    if standing.heads.get(resident.no_kk, resident.nik) != resident.nik:
        text = _("KK ini sudah punya kepala keluarga di buku induk. Perbaiki hubungan keluarganya.")
        return "shdk", ValueProblem("head_in_register", text)
    return None


def _where(row: ReadRow) -> dict[str, str | int]:
    return {"row": row.number, "sheet": row.sheet}


def _place(row: ReadRow, standing: Standing, result: Sorted, say: Say) -> None:
    resident = row.resident
    assert resident is not None
    known = standing.people.get(resident.nik)
    if known is None:
        result.new.append(resident)
        return
    differing = differences(resident, known)
    if not differing:
        result.same += 1
        return
    for name in differing:
        row.reasons.append(say(row, name, LOCKED_TEXT if name in LOCKED else DIFFERENT_TEXT))
    free = tuple(name for name in differing if name not in LOCKED)
    if free:
        result.changed.append(Changed(resident, known.person_id, free))


DIFFERENT_TEXT = ValueWarning(
    "differs",
    _(
        "Berbeda dengan buku induk. Yang tersimpan tidak diubah, kecuali Anda memilih memperbaruinya."
    ),
)
LOCKED_TEXT = ValueWarning(
    "differs_locked",
    _(
        "Berbeda dengan buku induk dan tidak diubah lewat impor. Catat sebagai pindah, mati, atau KK baru."
    ),
)


def differences(resident: Resident, known: Known) -> list[str]:
    """Fields in which the row says something else; an empty cell says nothing."""
    return [
        name
        for name, value in resident.values().items()
        if value not in (None, "") and not _equal(name, value, known.values.get(name))
    ]


def _equal(name: str, value: object, held: object) -> bool:
    if name == "dusun":
        return str(value).casefold() == str(held).casefold()
    return value == held
