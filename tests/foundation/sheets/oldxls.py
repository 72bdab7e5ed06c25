"""The smallest .xls (BIFF8 in a compound file), because nothing we install can write one."""

import struct

from tests.foundation.sheets.workbooks import CFB_MAGIC

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xls(rows: list[list[str | float]], *, password: int | None = None, name: str = "Lama") -> bytes:
    stream = _globals(name, password) + _sheet(rows)
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(stream) // SECTOR
    chain = [FAT, END, *range(3, 2 + count), END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, 2, len(stream))
    return _header() + fat + directory.ljust(SECTOR, b"\0") + stream


def _header() -> bytes:
    head = CFB_MAGIC + b"\0" * 16
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    entry = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1)
    entry += struct.pack("<III", FREE, FREE, child) + b"\0" * 36
    return entry + struct.pack("<IQ", start, size)


def _record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _globals(name: str, password: int | None) -> bytes:
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    if password is not None:  # 0 is the oldest way, 1 is RC4
        begin += _record(0x002F, struct.pack("<HHH", password, 0x1234, 0x5678))
    end = _record(0x000A, b"")
    size = len(begin) + 4 + 8 + len(name) + len(end)
    sheet = struct.pack("<IBBBB", size, 0, 0, len(name), 0) + name.encode("ascii")
    return begin + _record(0x0085, sheet) + end


def _sheet(rows: list[list[str | float]]) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 0) + value.encode("ascii")
                out += _record(0x0204, place + text)
            else:
                out += _record(0x0203, place + struct.pack("<d", value))
    return out + _record(0x000A, b"")
