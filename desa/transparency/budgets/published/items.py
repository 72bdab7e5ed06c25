"""What Permendagri 20/2018 says a village tells about its money, and how far it is told here."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.registry import PublicItem, Told
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.enums import Medium, Stage
from desa.transparency.budgets.models import BudgetMedium, BudgetVersion
from desa.transparency.budgets.queries import figures, latest_version
from desa.transparency.budgets.rules.figures import Figures

TEXT, TABLE, OPEN_DATA = 3, 4, 5
BUDGETS = (Stage.ENACTED, Stage.DETAIL_CHANGE, Stage.CHANGE)
Has = Callable[[Figures], bool]


def _this_year() -> int:
    return clock.today(current_village()).year


def _budget() -> BudgetVersion | None:
    """The budget in force: last year's no longer tells what this year's money is for."""
    return latest_version(_this_year(), *BUDGETS)


def _realisation() -> BudgetVersion | None:
    """Of this year, else of the year that just ended."""
    year = _this_year()
    return latest_version(year, Stage.REALISATION) or latest_version(year - 1, Stage.REALISATION)


def _told(find: Callable[[], BudgetVersion | None], has: Has, *, text: bool) -> Told | None:
    version = find()
    if version is None or version.published_at is None or not has(figures(version)):
        return None
    return Told(
        level=TEXT if text else _level(version),
        on=clock.local(version.published_at, current_village()).date(),
        url=reverse("budgets:version", args=[version.year, version.edition]),
        due_on=version.legal_date or version.as_of,
    )


def _level(version: BudgetVersion) -> int:
    packaged = BudgetMedium.objects.filter(version=version, medium=Medium.PACKAGE).exists()
    return OPEN_DATA if packaged else TABLE


def _item(
    title: object,
    basis: str,
    find: Callable[[], BudgetVersion | None],
    has: Has,
    *,
    text: bool = False,
) -> PublicItem:
    return PublicItem(title, basis, "budgets", lambda: _told(find, has, text=text))


ART39, ART72 = "Permendagri 20/2018 Pasal 39", "Permendagri 20/2018 Pasal 72"
ITEMS: dict[str, PublicItem] = {
    "permendagri20.39.apbdes": _item(_("APBDes"), ART39, _budget, lambda shown: True),
    "permendagri20.39.pelaksana": _item(
        _("Pelaksana dan tim yang melaksanakan kegiatan"),
        ART39,
        _budget,
        lambda shown: all(work.implementer for work in shown.works),
    ),
    "permendagri20.39.pengaduan": _item(
        _("Alamat pengaduan anggaran"),
        ART39,
        _budget,
        lambda shown: bool(shown.complaint_address),
        text=True,
    ),
    "permendagri20.72.realisasi": _item(
        _("Laporan realisasi APBDes"),
        ART72,
        _realisation,
        lambda shown: shown.totals_realised is not None,
    ),
    "permendagri20.72.kegiatan": _item(
        _("Laporan realisasi kegiatan"),
        ART72,
        _realisation,
        lambda shown: all(work.realised is not None for work in shown.works),
    ),
    "permendagri20.72.belum": _item(
        _("Kegiatan yang belum selesai atau tidak terlaksana"),
        ART72,
        _realisation,
        lambda shown: all(work.state for work in shown.works),
    ),
    "permendagri20.72.sisa": _item(
        _("Sisa anggaran"),
        ART72,
        _realisation,
        lambda shown: shown.totals_realised is not None,
    ),
    "permendagri20.72.pengaduan": _item(
        _("Alamat pengaduan realisasi"),
        ART72,
        _realisation,
        lambda shown: bool(shown.complaint_address),
        text=True,
    ),
}
