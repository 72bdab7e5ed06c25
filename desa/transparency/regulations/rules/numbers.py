"""Numbers of people that must not be published with a text."""

import re

SIXTEEN = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")


def holds_person_number(text: str) -> bool:
    """Whether 16 digits stand together in it, as in a NIK or KK, also in groups."""
    return SIXTEEN.search(text) is not None
