"""What people type is not what is printed: "wifi" finds Wi-Fi. Pure."""

import re

_HYPHENATED = re.compile(r"\w+(?:[-‐‑]\w+)+")
_HYPHENS = re.compile("[-‐‑]")


def joined_words(text: str) -> str:
    """Every hyphenated word once more, without its hyphens."""
    return " ".join(dict.fromkeys(_HYPHENS.sub("", word) for word in _HYPHENATED.findall(text)))
