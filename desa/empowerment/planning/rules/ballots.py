"""Sheets of paper ballots as two people type them. Pure."""

import re
from collections.abc import Collection

_SPLIT = re.compile(r"[\s,;.]+")


class NotOnList(ValueError):
    """`words` is what was typed and names no proposal that can be chosen."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def read_choices(typed: str, allowed: Collection[int]) -> str:
    """ "7, 1 4" becomes "1,4,7"; a sheet without a cross is "". Raises NotOnList."""
    numbers = set()
    for piece in filter(None, _SPLIT.split(typed.strip().strip("-"))):
        if not (piece.isascii() and piece.isdigit()) or int(piece) not in allowed:
            raise NotOnList(piece[:12])
        numbers.add(int(piece))
    return ",".join(str(number) for number in sorted(numbers))


def numbers_of(choices: str) -> frozenset[int]:
    return frozenset(int(piece) for piece in choices.split(",") if piece)


def differences(first: str, second: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What only the first typist saw crossed, and what only the second."""
    one, other = numbers_of(first), numbers_of(second)
    return tuple(sorted(one - other)), tuple(sorted(other - one))
