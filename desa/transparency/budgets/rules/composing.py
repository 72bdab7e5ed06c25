"""From leaves to what is shown: every sum of every medium is made here, once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.gate import Carrier
from desa.transparency.budgets.rules.lines import Balance, Column, Line, Part, balance
from desa.transparency.budgets.rules.tree import known, order

TRANSFERS = "4.2"
PREFIX = "bidang "


@dataclass(frozen=True)
class Head:
    """The words around the sums; see Figures."""

    version_id: str
    village: str
    district: str
    year: int
    title: str
    basis: str
    complaint_address: str
    notes: tuple[str, ...]
    address: str
    published_on: date
    realised_on: date | None = None


@dataclass(frozen=True)
class Names:
    """Of codes, as the source prints them."""

    kegiatan: Mapping[str, str]
    akun: Mapping[str, str]


def readable(name: str) -> str:
    """A heading in capitals as a plain sentence: "BIDANG PEMBINAAN KEMASYARAKATAN DESA" and the like."""
    plain = name.strip()
    if plain.isupper() and len(plain) > 4:
        plain = plain.lower().removeprefix(PREFIX)
    elif plain.lower().startswith(PREFIX):
        plain = plain[len(PREFIX) :]
    return plain[:1].upper() + plain[1:]


def group_of(line: Line) -> str:
    """The code of the block a line counts in."""
    if line.part is Part.SPENDING:
        return line.kegiatan.split(".")[0]
    pieces = line.akun.split(".")
    deep = line.part is not Part.INCOME or line.akun.startswith(TRANSFERS)
    return ".".join(pieces[: 3 if deep else 2])


def compose(
    head: Head, lines: Sequence[Line], names: Names, carriers: Mapping[str, Carrier]
) -> Figures:
    def blocks(part: Part, of: Mapping[str, str]) -> tuple[Block, ...]:
        return _blocks((line for line in lines if line.part is part), of)

    return Figures(
        **vars(head),
        income=blocks(Part.INCOME, names.akun),
        spending=blocks(Part.SPENDING, names.kegiatan),
        receipts=blocks(Part.RECEIPT, names.akun),
        outlays=blocks(Part.OUTLAY, names.akun),
        totals=balance(lines),
        totals_before=_totals(lines, Column.BEFORE),
        totals_realised=_totals(lines, Column.REALISED),
        works=_works(lines, names.kegiatan, carriers),
    )


def _totals(lines: Sequence[Line], column: Column) -> Balance | None:
    """None where no line has this column: what is not known is not zero."""
    if all(line.value(column) is None for line in lines):
        return None
    return balance(lines, column)


def _grouped(lines: Iterable[Line], by_work: bool = False) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.kegiatan if by_work else group_of(line), []).append(line)
    return {code: found[code] for code in sorted(found, key=order)}


def _blocks(lines: Iterable[Line], names: Mapping[str, str]) -> tuple[Block, ...]:
    return tuple(
        Block(
            code=code,
            name=readable(names.get(code) or _own_name(code, mine)),
            amount=sum(line.amount for line in mine),
            before=known(line.before for line in mine),
            realised=known(line.realised for line in mine),
            funds=_funds(mine),
        )
        for code, mine in _grouped(lines).items()
    )


def _own_name(code: str, lines: Sequence[Line]) -> str:
    """A block that is one line is called as the line."""
    return lines[0].name if len(lines) == 1 or lines[0].akun == code else code


def fund_of(line: Line) -> str:
    """Several sources on one line stay together: how the money divides is unknown."""
    return " + ".join(line.funds)


def _funds(lines: Iterable[Line]) -> tuple[tuple[str, int], ...]:
    sums: dict[str, int] = {}
    for line in lines:
        sums[fund_of(line)] = sums.get(fund_of(line), 0) + line.amount
    return tuple(sums.items())


def _works(
    lines: Sequence[Line], names: Mapping[str, str], carriers: Mapping[str, Carrier]
) -> tuple[Work, ...]:
    spending = (line for line in lines if line.part is Part.SPENDING)
    return tuple(
        _work(code, readable(names.get(code, code)), mine, carriers.get(code, Carrier("")))
        for code, mine in _grouped(spending, by_work=True).items()
    )


def _work(code: str, name: str, lines: Sequence[Line], carrier: Carrier) -> Work:
    return Work(
        code=code,
        name=name,
        amount=sum(line.amount for line in lines),
        realised=known(line.realised for line in lines),
        implementer=carrier.name,
        team=carrier.team,
        state=carrier.state,
        reason=carrier.reason,
    )
