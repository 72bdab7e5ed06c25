"""The rows of a paper as trees: income, spending by kegiatan, financing. Only leaves become lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desa.transparency.budgets.rules.funds import read_funds
from desa.transparency.budgets.rules.lines import Column, Line, parents
from desa.transparency.budgets.rules.values import Entry

Key = tuple[str, str]  # (kegiatan, akun)
SPENDING = "5"


@dataclass
class Node:
    """One code with the rows that carry it; several rows on a leaf are several lines."""

    key: Key
    entries: list[Entry] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def printed(self, column: Column) -> int | None:
        """None where the paper leaves a parent without a figure."""
        found = [entry.values[column] for entry in self.entries if column in entry.values]
        return sum(found) if found else None

    def computed(self, column: Column) -> int:
        """The sum of all leaves below."""
        if not self.children:
            return self.printed(column) or 0
        return sum(child.computed(column) for child in self.children)

    def leaves(self) -> Iterator["Node"]:
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def below(self) -> Iterator["Node"]:
        """Deepest first, this node last."""
        for child in self.children:
            yield from child.below()
        yield self


@dataclass(frozen=True)
class Forest:
    """`roots` hold every line once; `summaries` are accounts over all kegiatan, sums only."""

    roots: list[Node]
    summaries: list[Node]

    def nodes(self) -> Iterator[Node]:
        for root in self.roots:
            yield from root.below()

    def leaves(self) -> Iterator[Node]:
        for root in self.roots:
            yield from root.leaves()


def plant(entries: Iterable[Entry]) -> Forest:
    """Rows that are checks take no part."""
    nodes: dict[Key, Node] = {}
    for entry in entries:
        if entry.source.check is None:
            code = entry.source.code
            key = (code.kegiatan, code.akun)
            nodes.setdefault(key, Node(key)).entries.append(entry)
    by_work = any(kegiatan for kegiatan, _akun in nodes)
    roots, summaries = [], []
    for key, node in nodes.items():
        parent = _parent(key, nodes)
        if by_work and not key[0] and key[1].startswith(SPENDING) and key[1] != SPENDING:
            summaries.append(node)
        elif parent is None:
            roots.append(node)
        else:
            parent.children.append(node)
    for node in nodes.values():
        _drop_sum_row(node)
    return Forest(roots, summaries)


def _parent(key: Key, nodes: dict[Key, Node]) -> Node | None:
    """The nearest code above that the paper prints."""
    kegiatan, akun = key
    above: list[Key] = [(kegiatan, code) for code in reversed(parents(akun))]
    if kegiatan:
        works = [*parents(kegiatan), kegiatan] if akun else parents(kegiatan)
        above = [pair for pair in above if pair[1] != SPENDING] if akun else []
        above += [(work, "") for work in reversed(works)]
        above.append(("", SPENDING))
    return next((nodes[pair] for pair in above if pair in nodes), None)


def _drop_sum_row(node: Node) -> None:
    """The same code first as a sum and then once per fund: the sum is no line."""
    first, rest = node.entries[0], node.entries[1:]
    split = len(rest) > 1 or (len(rest) == 1 and rest[0].source.fund)
    if node.children or not split or first.source.fund:
        return
    columns = first.values.keys()
    if columns and all(
        first.values[c] == sum(entry.values.get(c, 0) for entry in rest) for c in columns
    ):
        node.entries = rest


def lines_of(forest: Forest, order: Sequence[Entry]) -> list[Line]:
    """The leaves in the order of the paper; a leaf without any figure is no line."""
    has = {column for entry in order for column in entry.values}
    found = [
        _line(entry, has)
        for leaf in forest.leaves()
        for entry in leaf.entries
        if any(column in entry.values for column in has)
    ]
    place = {(e.source.sheet, e.source.row): n for n, e in enumerate(order)}
    return sorted(found, key=lambda line: place[line.sheet, line.row])


def _line(entry: Entry, has: set[Column]) -> Line:
    """An empty figure beside a filled one is zero: nothing before, or nothing paid yet."""
    source = entry.source
    values = {column: entry.values.get(column, 0) for column in has}
    return Line(
        kegiatan=source.code.kegiatan,
        akun=source.code.akun or SPENDING,
        funds=read_funds(source.fund),
        name=source.name,
        amount=values.get(Column.AMOUNT, 0),
        before=values.get(Column.BEFORE),
        realised=values.get(Column.REALISED),
        volume=source.volume,
        unit=source.unit,
        sheet=source.sheet,
        row=source.row,
    )
