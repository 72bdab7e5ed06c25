"""What a class taught: how much of the distance that was left is closed (normalised gain, Hake 1998)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """One person's tasks before and after, True where done unaided; as many before as after."""

    before: tuple[bool, ...]
    after: tuple[bool, ...]

    def __post_init__(self) -> None:
        if not self.before or len(self.before) != len(self.after):
            raise ValueError("the same tasks are done before and after")


@dataclass(frozen=True)
class Gain:
    """`before` and `after`: share of all tasks done unaided. `value` None: nothing was left to learn."""

    people: int
    before: float
    after: float
    value: float | None


def class_gain(pairs: Sequence[Pair]) -> Gain | None:
    """(after - before) / (1 - before) of the class as one; None without anyone tested twice.

    Counted in whole tasks, so that no rounding comes between. It can be negative.
    """
    if not pairs:
        return None
    total = sum(len(pair.before) for pair in pairs)
    before = sum(sum(pair.before) for pair in pairs)
    after = sum(sum(pair.after) for pair in pairs)
    value = (after - before) / (total - before) if before < total else None
    return Gain(len(pairs), before / total, after / total, value)


def read_marks(typed: str, tasks: int) -> tuple[bool, ...] | None:
    """ "0110" as it stands on the sheet; None for an empty line. Raises ValueError."""
    compact = "".join(typed.split())
    if not compact:
        return None
    if len(compact) != tasks or not set(compact) <= {"0", "1"}:
        raise ValueError(typed)
    return tuple(mark == "1" for mark in compact)


def write_marks(marks: Iterable[bool] | None) -> str:
    return "".join("1" if mark else "0" for mark in marks or ())
