"""The figures of a version: kept ones of a published version, made ones of a version being prepared."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_long
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.enums import Severity, Stage
from desa.transparency.budgets.models import BudgetFinding, BudgetVersion
from desa.transparency.budgets.queries.leaves import carriers_of, lines_of, names_of
from desa.transparency.budgets.rules.composing import Head, compose
from desa.transparency.budgets.rules.figures import Figures
from desa.transparency.budgets.rules.keeping import from_json


def figures(version: BudgetVersion, *, published_on: date | None = None) -> Figures:
    """What every page and medium of the version shows."""
    if version.figures is not None:
        return from_json(version.figures)
    day = published_on or clock.today(current_village())
    return compose(
        head_of(version, day), lines_of(version), names_of(version), carriers_of(version)
    )


def head_of(version: BudgetVersion, published_on: date) -> Head:
    village = current_village()
    return Head(
        version_id=version.version_id,
        village=village.name,
        district=village.kecamatan,
        year=version.year,
        title=title_of(version),
        basis=basis_of(version),
        complaint_address=version.complaint_address,
        notes=notes_of(version),
        address=address_of(version, village),
        published_on=published_on,
        realised_on=version.as_of if version.stage == Stage.REALISATION else None,
    )


def title_of(version: BudgetVersion) -> str:
    """ "Perubahan APBDes 2026", with its number from the second on."""
    words = {
        Stage.DRAFT: _("Rancangan APBDes %(year)s"),
        Stage.ENACTED: _("APBDes %(year)s"),
        Stage.DETAIL_CHANGE: _("Perubahan penjabaran APBDes %(year)s"),
        Stage.CHANGE: _("Perubahan APBDes %(year)s"),
        Stage.REALISATION: _("Realisasi APBDes %(year)s"),
    }
    title = words[Stage(version.stage)] % {"year": version.year}
    if version.stage == Stage.REALISATION and version.as_of:
        return _("%(title)s sampai %(day)s") % {"title": title, "day": _day(version.as_of)}
    if version.number > 1:
        return _("%(title)s, yang ke-%(number)s") % {"title": title, "number": version.number}
    return title


def basis_of(version: BudgetVersion) -> str:
    """The regulation it rests on, as far as it is known."""
    parts = []
    if version.legal_number:
        kind = _("Perkades") if version.stage == Stage.DETAIL_CHANGE else _("Perdes")
        parts.append(
            _("%(kind)s Nomor %(number)s") % {"kind": kind, "number": version.legal_number}
        )
    if version.legal_date:
        parts.append(_("tanggal %(day)s") % {"day": _day(version.legal_date)})
    if version.bpd_date:
        parts.append(_("disepakati BPD %(day)s") % {"day": _day(version.bpd_date)})
    return ", ".join(parts)


def notes_of(version: BudgetVersion) -> tuple[str, ...]:
    """What everyone should know of the original paper: errors that were kept, and why."""
    kept = BudgetFinding.objects.filter(version=version, severity=Severity.ERROR)
    accepted = [f"{row.message} {row.accepted_note}" for row in kept if row.accepted_note]
    return tuple(filter(None, [version.note, *accepted]))


def address_of(version: BudgetVersion, village: Village) -> str:
    """Absolute, never from a Host header; "" while the village has no address."""
    demo: str = settings.DEMO_ADDRESS
    base = (village.public_address or demo).rstrip("/")
    path = reverse("budgets:version", args=[version.year, version.edition])
    return f"{base}{path}" if base else ""


def _day(day: date) -> str:
    return format_long(day, "id")
