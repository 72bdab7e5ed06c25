"""Small, wary XML: expat with every DOCTYPE refused, fed piece by piece."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def local(name: str) -> str:
    """`x:row` -> `row`: prefixes are the writer's own choice."""
    return name.rpartition(":")[2]


def walk(pieces: Iterable[bytes], start: Start, end: End | None = None) -> None:
    """Call `start` and `end` with local names. Raises Unreadable when the text is no sound XML."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, found: start(local(name), found)
    if end is not None:
        parser.EndElementHandler = lambda name: end(local(name))
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable(RefusalCode.DAMAGED) from error


def attribute(found: dict[str, str], name: str, missing: str = "") -> str:
    """By local name, because ODS prefixes every attribute."""
    for key, value in found.items():
        if local(key) == name:
            return value
    return missing


def _refuse_doctype(*_declaration: object) -> None:
    raise Unreadable(RefusalCode.DAMAGED)
