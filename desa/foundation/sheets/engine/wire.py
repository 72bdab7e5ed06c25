"""How a cell travels from the child to us: JSON, with a one-letter object where JSON has no type."""

import json
import math
from datetime import date, datetime, time, timedelta
from typing import Any

from desa.foundation.sheets.rules.workbook import NumberText

ID_FROM = 10**9  # whole numbers from here on are identifiers, telephone numbers, account numbers

Wire = str | int | float | bool | dict[str, str] | None


def encode(value: object) -> Wire:
    """One value of calamine that is not a text."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    return _clock(value)


def _number(value: float) -> Wire:
    if not math.isfinite(value):
        return None
    if not float(value).is_integer():
        return value
    whole = int(value)
    return {"n": str(whole)} if abs(whole) >= ID_FROM else whole


def _clock(value: object) -> str:
    if isinstance(value, time):
        return value.isoformat(timespec="minutes" if not value.second else "seconds")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    return str(value)


def _revive(found: dict[str, Any]) -> Any:
    if "n" in found:
        return NumberText(found["n"])
    if "d" in found:
        return date.fromisoformat(found["d"])
    if "t" in found:
        return datetime.fromisoformat(found["t"])
    return found


def dump(message: object) -> bytes:
    text = json.dumps(message, ensure_ascii=False, check_circular=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"


def load(line: bytes) -> Any:
    return json.loads(line, object_hook=_revive)
