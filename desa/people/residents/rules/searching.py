"""What someone typed into the search box, and how well a person answers it. Pure; text in, order out."""

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from desa.foundation.core.values.names import fold_name, plain

SHORTEST_TRIGRAM = 3
LONGEST_QUESTION = 100  # letters: each word costs a look at everybody's name
GOOD_ENOUGH = 72.0  # of 100: "suwrani" finds Suwarni, "budi" does not find Rudi Hartono alone
_RT_RW = re.compile(r"\b(rt|rw)\s*0*(\d{1,3})\b")
_DIGITS_ONLY = re.compile(r"[\d\s.\-]+")


@dataclass(frozen=True)
class Question:
    """`words` are folded name words and pieces of NIK or KK; RT and RW have three digits or are empty."""

    words: tuple[str, ...]
    rt: str = ""
    rw: str = ""

    @classmethod
    def parse(cls, text: str) -> "Question":
        """What is longer than anyone types is read as far as its first letters."""
        text = text.strip()[:LONGEST_QUESTION]
        if _DIGITS_ONLY.fullmatch(text.strip()) and len(joined := re.sub(r"\D", "", text)) > 3:
            return cls((joined,))
        typed = plain(text)
        found = {match[1]: match[2].zfill(3) for match in _RT_RW.finditer(typed)}
        words = [
            word for word in _RT_RW.sub(" ", typed).split() if word not in ("dusun", "rt", "rw")
        ]
        if len(words) > 1 and len(words[-1]) <= 3 and words[-1].isdigit() and "rt" not in found:
            found["rt"] = words.pop().zfill(3)
        folded = tuple(folded for word in words if (folded := fold_name(word)))
        return cls(folded, found.get("rt", ""), found.get("rw", ""))

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.rt or self.rw)


def search_text(name: str, nik: str, no_kk: str) -> str:
    """The one column the search reads."""
    return f"{fold_name(name)} {nik} {no_kk}".strip()


def score(words: tuple[str, ...], text: str) -> float:
    """How well `text` (a search_text) answers the words; 0 when one of them is not in it."""
    held = text.split()
    total = 0.0
    for word in words:
        best = max((_one(word, other, place) for place, other in enumerate(held)), default=0.0)
        if best == 0.0:
            return 0.0
        total += best
    return total


def _one(word: str, other: str, place: int) -> float:
    early = 0.5 / (place + 1)
    if word == other:
        return 3.0 + early
    if other.startswith(word):
        return 2.0 + early
    # One or two letters are only looked for where a word begins.
    return 1.0 if len(word) >= SHORTEST_TRIGRAM and word in other else 0.0


def likeness(words: tuple[str, ...], text: str) -> float:
    """0 to 100: the mean over the words of the nearest word of the text; for misspelt names."""
    held = text.split()
    if not words or not held:
        return 0.0
    return sum(max(ratio(word, other) for other in held) for word in words) / len(words)
