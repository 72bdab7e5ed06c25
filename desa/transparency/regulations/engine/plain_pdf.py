"""A small PDF of our own: lines of text on one page, or a page without any, like a scan."""

from collections.abc import Sequence

PAGE = (595, 842)
MARGIN, LEADING, SIZE = 64, 16, 11


def plain_pdf(lines: Sequence[str]) -> bytes:
    """The same lines give the same bytes; without lines the page holds only a drawing."""
    content = _text(lines) if lines else "64 64 467 714 re S"
    stream = content.encode("cp1252", "replace")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>" % PAGE,
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    return _assembled(objects)


def _text(lines: Sequence[str]) -> str:
    shown = " ".join(f"({_escaped(line)}) '" for line in lines)
    top = PAGE[1] - MARGIN
    return f"BT /F1 {SIZE} Tf {LEADING} TL {MARGIN} {top} Td {shown} ET"


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
