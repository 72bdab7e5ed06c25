"""Which texts a page shows, and whether they have English words."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

KEYWORDS: dict[str, None] = dict.fromkeys(
    ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy")
)
NAMED = re.compile(r"%\((\w+)\)[sd]")
BRACED = re.compile(r"{(\w+)}")


class Entry(NamedTuple):
    """Singular, then plural where there is one."""

    indonesian: tuple[str, ...]
    english: tuple[str, ...]


def texts_of_python(source: str) -> set[str]:
    """Of a plural only the singular: its catalogue entry holds both."""
    found = extract_python(BytesIO(source.encode()), KEYWORDS, (), {})
    return {text for _, function, message, _ in found if (text := _first(function, message))}


def _first(function: Any, message: Any) -> str:
    """Nothing where a variable is translated: its words are found where they are written."""
    words = [message] if isinstance(message, str) else list(message or [""])
    return str(words[1 if function and function.startswith("pgettext") else 0] or "")


def texts_of_template(source: str, name: str = "page.html") -> set[str]:
    lines = templatize(source, origin=name).splitlines()
    return texts_of_python("\n".join(line.strip() for line in lines))


def entries(path: Path | BytesIO) -> list[Entry]:
    """The entries of a .po file that are translated; fuzzy ones are not."""
    if isinstance(path, Path):
        path = BytesIO(path.read_bytes())
    messages = [message for message in read_po(path) if message.id and not message.fuzzy]
    pairs = [Entry(_words(message.id), _words(message.string)) for message in messages]
    return [entry for entry in pairs if entry.english and all(entry.english)]


def _words(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def without_english(texts: Iterable[str], known: Iterable[Entry]) -> list[str]:
    return sorted(set(texts) - {entry.indonesian[0] for entry in known})


def disagreements(rooms: Iterable[Iterable[Entry]]) -> list[str]:
    """Texts that two rooms put in different English."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for known in rooms:
        for entry in known:
            found.setdefault(entry.indonesian[0], set()).add(entry.english)
    return sorted(text for text, english in found.items() if len(english) > 1)


def lost_placeholders(known: Iterable[Entry]) -> list[str]:
    """Entries whose English names other placeholders; a singular may do without its number."""
    return [entry.indonesian[0] for entry in known if not _same_placeholders(entry)]


def _same_placeholders(entry: Entry) -> bool:
    wanted = placeholders(entry.indonesian[-1])
    return wanted == placeholders(entry.english[-1]) and wanted >= placeholders(entry.english[0])


def placeholders(text: str) -> set[str]:
    return set(NAMED.findall(text)) | set(BRACED.findall(text))
