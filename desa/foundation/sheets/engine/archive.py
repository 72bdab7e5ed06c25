"""The zip around a workbook, held to limits before anything is parsed."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable
from desa.foundation.sheets.rules.workbook import Limits

PIECE = 1 << 20
SMALL_MEMBER = 4 << 20  # below this a high ratio does no harm
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Archive:
    """An opened workbook zip; `pieces` counts what really comes out, whatever the directory says."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise Unreadable(RefusalCode.DAMAGED) from error
        self._check_directory()

    def _check_directory(self) -> None:
        members = self._zip.infolist()
        total = sum(member.file_size for member in members)
        if len(members) > self._limits.max_members or total > self._limits.max_unpacked_bytes:
            raise Unreadable(RefusalCode.UNPACKS_TOO_LARGE)
        if any(self._swells(member) for member in members):
            raise Unreadable(RefusalCode.UNPACKS_TOO_LARGE)

    def _swells(self, member: zipfile.ZipInfo) -> bool:
        packed = max(member.compress_size, 1)
        return (
            member.file_size > SMALL_MEMBER and member.file_size / packed > self._limits.max_ratio
        )

    def names(self) -> list[str]:
        return self._zip.namelist()

    def pieces(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as member:
                while piece := member.read(PIECE):
                    self._count(len(piece))
                    yield piece
        except (KeyError, *BROKEN) as error:
            raise Unreadable(RefusalCode.DAMAGED) from error

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._unpacked > 2 * self._limits.max_unpacked_bytes:  # a sheet may be read twice
            raise Unreadable(RefusalCode.UNPACKS_TOO_LARGE)
