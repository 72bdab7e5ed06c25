"""The files of a published version, by the names they are saved under."""

from dataclasses import dataclass

from desa.foundation.files.queries import read_content
from desa.transparency.budgets.enums import Medium
from desa.transparency.budgets.models import BudgetMedium
from desa.transparency.budgets.queries.versions import published_version
from desa.transparency.budgets.rules.package import DESCRIPTOR, LINES_CSV, WORKS_CSV, unpacked

EXTENSIONS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/zip": "zip",
}
DATA_TYPES = {DESCRIPTOR: "application/json", LINES_CSV: "text/csv", WORKS_CSV: "text/csv"}


@dataclass(frozen=True)
class PublicFile:
    content: bytes
    media_type: str
    name: str


def medium_file(year: int, edition: str, medium: str) -> PublicFile | None:
    row = _row(year, edition, medium)
    if row is None:
        return None
    extension = EXTENSIONS[row.file.media_type]
    name = f"{row.version.version_id}-{medium}.{extension}"
    return PublicFile(read_content(row.file), row.file.media_type, name)


def data_file(year: int, edition: str, name: str) -> PublicFile | None:
    """A file of the Data Package by its own address, so that tools may read it in place."""
    row = _row(year, edition, Medium.PACKAGE) if name in DATA_TYPES else None
    content = unpacked(read_content(row.file), name) if row else None
    return PublicFile(content, DATA_TYPES[name], name) if content is not None else None


def _row(year: int, edition: str, medium: str) -> BudgetMedium | None:
    version = published_version(year, edition)
    if version is None:
        return None
    rows = BudgetMedium.objects.filter(version=version, medium=medium)
    return rows.select_related("file", "version").first()
