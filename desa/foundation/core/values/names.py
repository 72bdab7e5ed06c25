"""Names of people: masked for the public, folded for the search, ordered for lists."""

import re
import unicodedata

BULLETS = "•••••"

_APOSTROPHES = re.compile(r"['’‘`´ʼʻ]")
_NOT_WORD = re.compile(r"[\W_]+")
_OLD_SPELLING = {"oe": "u", "dj": "j", "tj": "c", "sj": "sy", "ch": "h", "kh": "h"}
_OLD = re.compile("|".join(_OLD_SPELLING))
_OLD_J = re.compile(r"(?<![dts])j")
_DOUBLE = re.compile(r"([a-z])\1+")
_NUMBER = re.compile(r"[0-9]+")

_TITLES_BEFORE = frozenset(
    [
        "h",
        "hj",
        "kh",
        "dr",
        "drs",
        "dra",
        "drg",
        "ir",
        "prof",
        "ust",
        "ustadz",
        "ustadzah",
        "ny",
        "tn",
        "alm",
        "almh",
    ]
)
_TITLES_AFTER = frozenset(
    [
        "spd",
        "spdi",
        "sh",
        "se",
        "st",
        "sag",
        "sip",
        "sos",
        "ssos",
        "skom",
        "ssi",
        "skm",
        "skep",
        "sfarm",
        "spsi",
        "stp",
        "sp",
        "sthi",
        "shi",
        "sei",
        "mpd",
        "mpdi",
        "mh",
        "mm",
        "mt",
        "msi",
        "mkom",
        "mag",
        "mkes",
        "amd",
        "amdkeb",
        "amdkep",
        "ama",
        "apt",
        "ners",
        "phd",
    ]
)


def mask_name(name: str) -> str:
    """First letter of each word and five bullets, however long the word is."""
    firsts = (_first_letter(word) for word in name.split())
    return " ".join(f"{first}{BULLETS}" for first in firsts if first)


def _first_letter(word: str) -> str:
    return next((char for char in unicodedata.normalize("NFC", word) if char.isalnum()), "")


def fold_name(name: str) -> str:
    """The form two spellings of one name share: Djojo and Joyo, Nu'man and Numan, Achmad and Ahmad."""
    return " ".join(_fold_word(word) for word in plain(name).split())


def plain(name: str) -> str:
    """Small letters without accents, apostrophes and punctuation; words stay apart."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", letters)).strip()


def _fold_word(word: str) -> str:
    # A lone j is an old y only in a word that spells its j and c the old way (Djojo is Joyo).
    if "dj" in word or "tj" in word:
        word = _OLD_J.sub("y", word)
    return _DOUBLE.sub(r"\1", _OLD.sub(lambda found: _OLD_SPELLING[found[0]], word))


def sort_key(name: str) -> str:
    """A text to order by: titles left out, "Sri 2" before "Sri 10"."""
    words = name.split(",")[0].split()
    while len(words) > 1 and _bare(words[0]) in _TITLES_BEFORE:
        words.pop(0)
    while len(words) > 1 and "." in words[-1] and _bare(words[-1]) in _TITLES_AFTER:
        words.pop()
    return _NUMBER.sub(lambda digits: digits[0].zfill(8), plain(" ".join(words)))


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()
