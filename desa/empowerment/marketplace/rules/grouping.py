"""The csv of product groups: read strictly, written so that it can be read again."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desa.foundation.core.values.cells import as_text, as_typed
from desa.foundation.core.values.errors import mark as _

HEAD = ("kode", "kelompok")
MOST_GROUPS, LONGEST_CODE, LONGEST_TITLE = 200, 40, 60
LARGEST = 64 * 1024
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Group:
    code: str
    title: str


Problem = tuple[int, str]


def read_groups(content: bytes) -> tuple[list[Group], list[Problem]]:
    """Groups in their order, and what is wrong as (line, template); nothing is guessed.

    Comma or semicolon, with or without the mark that Excel puts in front.
    """
    if len(content) > LARGEST:
        return [], [(1, _("Berkas ini terlalu besar untuk daftar kelompok."))]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [(1, _("Huruf di berkas ini tidak terbaca. Simpan lagi sebagai CSV UTF-8."))]
    if "\x00" in text:
        return [], [(1, _("Berkas ini bukan CSV."))]
    return _read_rows(text)


def _read_rows(text: str) -> tuple[list[Group], list[Problem]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",")
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(row)]
    except csv.Error:
        return [], [(reader.line_num, _("Baris ini bukan baris CSV."))]
    if not rows or tuple(cell.casefold() for cell in rows[0][1][:2]) != HEAD:
        return [], [(1, _("Baris pertama harus berisi: kode,kelompok."))]
    if len(rows) > MOST_GROUPS + 1:
        return [], [(1, _("Kelompoknya terlalu banyak. Paling banyak 200."))]
    return _checked(rows[1:])


def _checked(rows: Iterable[tuple[int, list[str]]]) -> tuple[list[Group], list[Problem]]:
    groups: dict[str, Group] = {}
    problems: list[Problem] = []
    for line, cells in rows:
        group = Group(cells[0], as_typed(cells[1]) if len(cells) > 1 else "")
        problem = _problem(group)
        if not problem and group.code in groups:
            problem = _("Kode ini sudah ada di atas. Setiap kelompok punya satu kode.")
        if problem:
            problems.append((line, problem))
        groups.setdefault(group.code, group)
    if not groups and not problems:
        problems.append((2, _("Belum ada kelompok di bawah baris judul.")))
    return list(groups.values()), problems


def _problem(group: Group) -> str:
    if len(group.code) > LONGEST_CODE or not _CODE.fullmatch(group.code):
        return _("Kode hanya huruf kecil, angka, dan tanda hubung. Misalnya: keripik-tempe.")
    if not group.title:
        return _("Nama kelompok belum diisi.")
    if len(group.title) > LONGEST_TITLE:
        return _("Nama kelompok paling panjang 60 huruf.")
    return ""


def to_csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([as_text(str(cell)) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def groups_csv(groups: Iterable[Group]) -> str:
    return to_csv(HEAD, ((group.code, group.title) for group in groups))
