"""Proposals that may be the same wish: similar words, and near each other. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

NEAR, FAR = 0.34, 0.6
MOST = 5
STOP = frozenset(
    {
        "dan", "di", "ke", "dari", "untuk", "yang", "agar", "dengan", "pada", "atau", "karena", "supaya", "perlu",
        "minta", "mohon", "tolong", "usul", "usulan", "ada", "sudah", "belum", "kami", "kita", "warga",
        "dusun", "rt", "rw", "desa", "pembangunan", "pengadaan", "perbaikan", "pembuatan",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("nya", "kan", "an")
_DOUBLE = re.compile(r"([a-z]+)-\1")


@dataclass(frozen=True)
class Wish:
    """`place` is the name of the dusun; `landmark` and `title` may name a neighbour's."""

    key: int
    title: str
    place: str
    landmark: str = ""


@dataclass(frozen=True)
class Alike:
    key: int
    likeness: float
    near: bool


def words_of(text: str) -> frozenset[str]:
    """What a text is about: no little words, doubled words once, no common endings."""
    plain = _DOUBLE.sub(r"\1", text.casefold().replace("gorong gorong", "gorong-gorong"))
    return frozenset(_stem(word) for word in _WORD.findall(plain) if word not in STOP)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: the shared part of all their words."""
    return len(one & other) / len(one | other) if one and other else 0.0


def is_near(one: Wish, other: Wish) -> bool:
    """In the same dusun, or one of them names the dusun or the landmark of the other."""
    if one.place and one.place == other.place:
        return True
    mine = words_of(f"{one.title} {one.landmark}")
    theirs = words_of(f"{other.title} {other.landmark}")
    marks = words_of(one.landmark) & words_of(other.landmark)
    return bool(marks or words_of(one.place) & theirs or words_of(other.place) & mine)


def alike(one: Wish, others: Iterable[Wish]) -> tuple[Alike, ...]:
    """The most similar first; far from each other the words must agree more."""
    mine, found = words_of(one.title), []
    for other in others:
        if other.key == one.key:
            continue
        score = likeness(mine, words_of(other.title))
        if score < NEAR:
            continue
        near = is_near(one, other)
        if near or score >= FAR:
            found.append(Alike(other.key, score, near))
    return tuple(sorted(found, key=lambda item: (-item.likeness, not item.near, item.key))[:MOST])
