"""Reading budgets: leaves, figures, what is missing, and what is published."""

from desa.transparency.budgets.queries.gate import gaps_of, kegiatan_of
from desa.transparency.budgets.queries.leaves import carriers_of, lines_of, names_of
from desa.transparency.budgets.queries.showing import figures
from desa.transparency.budgets.queries.versions import (
    latest_version,
    previous_version,
    published_version,
    published_versions,
)

__all__ = [
    "carriers_of",
    "figures",
    "gaps_of",
    "kegiatan_of",
    "latest_version",
    "lines_of",
    "names_of",
    "previous_version",
    "published_version",
    "published_versions",
]
