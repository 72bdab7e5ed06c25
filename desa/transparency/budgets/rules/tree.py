"""Codes as a tree: bidang over sub over kegiatan, or accounts over accounts. Every sum is of leaves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desa.transparency.budgets.rules.lines import parents


@dataclass(frozen=True)
class Leaf:
    """Money in sen; None is unknown and never counts as zero."""

    code: str
    amount: int
    before: int | None = None
    realised: int | None = None


@dataclass(frozen=True)
class Node:
    code: str
    name: str
    amount: int
    before: int | None
    realised: int | None
    children: tuple["Node", ...] = ()


def order(code: str) -> tuple[tuple[int, int, str], ...]:
    """2 before 10, and a local "90a" after the numbers."""
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in code.split(".")
    )


def known(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None when nothing is."""
    found = [value for value in values if value is not None]
    return sum(found) if found else None


def grow(leaves: Iterable[Leaf], names: Mapping[str, str]) -> tuple[Node, ...]:
    """The widest codes with everything below; a code without a name is called by itself."""
    below: dict[str, list[Leaf]] = {}
    children: dict[str, set[str]] = {}
    for leaf in leaves:
        path = [*parents(leaf.code), leaf.code]
        for place, code in enumerate(path):
            below.setdefault(code, []).append(leaf)
            children.setdefault(path[place - 1] if place else "", set()).add(code)

    def node(code: str) -> Node:
        mine = below[code]
        return Node(
            code=code,
            name=names.get(code, code),
            amount=sum(leaf.amount for leaf in mine),
            before=known(leaf.before for leaf in mine),
            realised=known(leaf.realised for leaf in mine),
            children=tuple(map(node, sorted(children.get(code, ()), key=order))),
        )

    return tuple(map(node, sorted(children.get("", ()), key=order)))
