"""What is refused in a class of messages; a test walks all of them."""

import re
from dataclasses import MISSING, fields

from desa.foundation.core.values.redaction import has_private
from desa.foundation.notifications.rules.message import FIELD_TYPES, LONGEST, Message, PersonName

_PLACE = re.compile(r"%\((\w+)\)s")
_PURPOSE = re.compile(r"[a-z_]+\.[a-z_]+")
_FORBIDDEN = re.compile(
    r"(^|_)(nik|kk|no_kk|alamat|address|rt|rw|phone|hp|email|birth\w*|tanggal_lahir|password|sandi)(_|$)"
)
_FORBIDDEN_WORDS = re.compile(r"\b(NIK|KK|alamat rumah)\b\s*[:%]", re.IGNORECASE)
_NAME = re.compile(r"(^|_)(name|nama)(_|$)")


def wrong_with(kind: type[Message]) -> list[str]:
    """Why this class may not stand as it is; empty when nothing is wrong."""
    label = kind.__name__
    if "__dataclass_fields__" not in kind.__dict__ or "purpose" not in kind.__dict__:
        return [f"{label} is no dataclass with a purpose of its own"]
    found = [*_wrong_fields(kind), *_wrong_text(kind)]
    if not _PURPOSE.fullmatch(kind.purpose):
        found.append(f"purpose {kind.purpose!r} is not room.matter")
    return [f"{label}: {problem}" for problem in found]


def _wrong_fields(kind: type[Message]) -> list[str]:
    found = []
    for item in fields(kind):
        if _FORBIDDEN.search(item.name):
            found.append(f"{item.name} may not be in a message")
        if item.type not in FIELD_TYPES:
            found.append(f"{item.name} is a {item.type}, which a message does not hold")
        if _NAME.search(item.name) and item.type is not PersonName:
            found.append(f"{item.name} is a name and not masked")
        if item.default is not MISSING:
            found.append(f"{item.name} has a default: the sender decides")
    return found


def _wrong_text(kind: type[Message]) -> list[str]:
    text, names = str(kind.template), {item.name for item in fields(kind)}
    places = set(_PLACE.findall(text + str(kind.subject)))
    found = [f"{name} is no field" for name in sorted(places - names)]
    found += [f"{name} is told nowhere" for name in sorted(names - places)]
    if has_private(text) or _FORBIDDEN_WORDS.search(text):
        found.append("the text asks for or holds a number of a person")
    if "\n\n" in text or len(text) > LONGEST:
        found.append("one message is one matter: one paragraph")
    return found
