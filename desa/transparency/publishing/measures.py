"""TRA1 to TRA3 over every item that the law asks and any room registered (indicators.md, Transparansi)."""

from datetime import date
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.core.registry import Told
from desa.transparency.publishing.queries import ItemStanding, standings

ROOM = "publishing"


def _told_by(standing: ItemStanding, until: date) -> Told | None:
    told = standing.told
    return told if told and told.on <= until else None


def _rows(until: date) -> list[tuple[ItemStanding, Told | None]]:
    return [(standing, _told_by(standing, until)) for standing in standings()]


def _evidence(standing: ItemStanding, told: Told | None, value: float) -> Evidence:
    return Evidence(
        label=str(standing.item.title),
        value=value,
        url=told.url if told else "",
        on=told.on if told else None,
        note=standing.item.basis,
    )


def published_items(until: date) -> Reading:
    """TRA1: an item that nobody tells counts in the denominator."""
    rows = tuple(_evidence(standing, told, 1 if told else 0) for standing, told in _rows(until))
    return share(rows, empty=_("Belum ada daftar informasi yang wajib diumumkan."))


def mean_level(until: date) -> Reading:
    """TRA2: mean step of the ladder over the items that are told; how many are not, TRA1 says."""
    rows = tuple(_evidence(standing, told, told.level) for standing, told in _rows(until) if told)
    if not rows:
        return Reading(Standing.NO_DATA, why=_("Belum ada informasi wajib yang diumumkan."))
    total = sum(int(row.value) for row in rows)
    return Reading(Standing.MEASURED, total / len(rows), total, len(rows), rows)


def days_to_publication(until: date) -> Reading:
    """TRA3: median days from the legal date to the server's day of publishing; early counts as 0."""
    rows = tuple(
        _evidence(standing, told, max((told.on - told.due_on).days, 0))
        for standing, told in _rows(until)
        if told and told.due_on
    )
    if not rows:
        words = _("Belum ada informasi bertanggal hukum yang diumumkan.")
        return Reading(Standing.NO_DATA, why=words)
    middle = float(median(row.value for row in rows))
    return Reading(Standing.MEASURED, middle, denominator=len(rows), evidence=rows)


MEASURES = (
    Measure(
        "TRA1",
        ROOM,
        Unit.SHARE,
        published_items,
        title=gettext_lazy("Informasi wajib yang sudah diumumkan"),
    ),
    Measure(
        "TRA2",
        ROOM,
        Unit.LEVEL,
        mean_level,
        title=gettext_lazy("Tingkat keterbukaan digital informasi wajib"),
    ),
    Measure(
        "TRA3",
        ROOM,
        Unit.DAYS,
        days_to_publication,
        title=gettext_lazy("Hari dari tanggal hukum sampai diumumkan"),
    ),
)
