"""Numbers as people here write them: dot for thousands, comma for decimals."""

from decimal import ROUND_HALF_UP, Decimal

Number = int | float | Decimal


def format_number(value: Number, decimals: int = 0, language: str = "id") -> str:
    """1.250 or 44,2; English pages get 1,250 and 44.2. Halves are rounded up."""
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP)
    english = f"{rounded or abs(rounded):,f}"
    if language == "en":
        return english
    return english.translate(str.maketrans(",.", ".,"))


def format_percent(value: Number, decimals: int = 1, language: str = "id") -> str:
    """44,2 % for a value of 44.2 (already a percentage, not a fraction)."""
    return f"{format_number(value, decimals, language)} %"
