"""Names are compared loosely: the code is the identity, a name only confirms it."""

import re
import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.8
WEB_LIMIT = 100  # the program's web pages cut names there
SHORTEST_START = 12


def plain(text: str) -> str:
    """Small letters and digits only."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9]", "", folded)


def alike(printed: str, known: str) -> bool:
    """Equal up to spelling, or one the beginning of the other; what stands in brackets may be missing."""
    mine = plain(printed)
    for name in (known, re.sub(r"\(.*", "", known)):
        theirs = plain(name)
        if mine == theirs or _begins(mine, theirs) or _begins(theirs, mine):
            return True
        if SequenceMatcher(None, mine[:WEB_LIMIT], theirs[:WEB_LIMIT]).ratio() >= ALIKE:
            return True
    return False


def _begins(short: str, long: str) -> bool:
    return len(short) >= SHORTEST_START and long.startswith(short)


def any_alike(printed: str, known: tuple[str, ...]) -> bool:
    return any(alike(printed, name) for name in known)
