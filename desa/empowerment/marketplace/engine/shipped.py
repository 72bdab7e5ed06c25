"""The product groups that ship with the program; a village changes them by its own csv."""

from pathlib import Path

from desa.empowerment.marketplace.rules.grouping import Group, read_groups

FILE = Path(__file__).resolve().parent.parent / "data" / "groups.csv"


def shipped_groups() -> list[Group]:
    groups, problems = read_groups(FILE.read_bytes())
    assert not problems, problems
    return groups
