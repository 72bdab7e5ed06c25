"""A conversation pasted from WhatsApp: what was said, without dates, numbers and names. Pure."""

import re
from dataclasses import dataclass

# [15/11/26 18.40] Nur: teks   |   15/11/2026, 18:40 - Nur: teks   |   [15.11.2026, 18:40:12] +62 812-...: teks
_PREFIX = re.compile(
    r"^[\u200e\u200f\s]*\[?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[,\s]+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?"
    r"(?:\s?[ap]\.?m\.?)?\]?\s*(?:-\s*)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_SENDER = re.compile(r"^(?P<sender>[^:]{1,60}):\s*(?P<text>.*)$", re.DOTALL)
_NOTICES = re.compile(
    r"^(?:<(?:media|gambar|foto)[^>]*>|(?:media|gambar|foto|stiker|sticker|image) (?:tidak disertakan|omitted)"
    r"|pesan ini (?:telah )?dihapus|this message was deleted|messages and calls are end-to-end.*"
    r"|pesan dan panggilan .*terenkripsi.*|[\w-]+\.(?:jpe?g|png|webp|opus) \(file .*\))\.?$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[\d\s().-]{9,20}")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


@dataclass(frozen=True)
class Chat:
    """`text` is everything that was said; `sender` and `phone` are of who spoke first, when it says so."""

    text: str
    sender: str = ""
    phone: str = ""


def read_chat(pasted: str) -> Chat:
    """A text that is no export comes back as it was, trimmed."""
    said: list[str] = []
    first = ""
    for raw in _INVISIBLE.sub("", pasted).splitlines():
        line = raw.strip()
        head = _PREFIX.match(line)
        spoken = _SENDER.match(head["rest"]) if head else None
        if spoken:
            first = first or spoken["sender"].strip()
            line = spoken["text"].strip()
        elif head:
            continue  # "Nur bergabung": WhatsApp itself speaks
        if line and not _NOTICES.match(line):
            said.append(line)
    is_number = bool(_PHONE.fullmatch(first))
    return Chat(
        "\n".join(said), "" if is_number else first.lstrip("~ "), first if is_number else ""
    )
