"""The public number of a complaint, PGD-2026-0007: year and place in it. Pure."""

import re

NUMBER = re.compile(r"PGD-(\d{4})-(\d{4,9})")


def parse_number(text: str) -> tuple[int, int] | None:
    """Year and number; None for what is no such number."""
    found = NUMBER.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None
