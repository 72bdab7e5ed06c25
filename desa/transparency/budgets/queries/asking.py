"""A published figure by its key ("2026.ditetapkan.1:2.3.11"), and who answers for it."""

from collections import Counter

from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.core.registry import Askable
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.models import Activity, BudgetVersion
from desa.transparency.budgets.queries.leaves import carrier_label, lines_below, names_of
from desa.transparency.budgets.queries.showing import figures
from desa.transparency.budgets.queries.versions import latest_version, published_version
from desa.transparency.budgets.rules.composing import readable
from desa.transparency.budgets.rules.figures import Figures

KIND = "apbdes"
ACCOUNT = "akun."


def version_key(version: BudgetVersion) -> str:
    return f"{version.year}.{version.stage}.{version.number}"


def askable_figure(key: str) -> Askable | None:
    """None for what was never published, whatever is wrong with the key."""
    place, _colon, code = key.partition(":")
    version = _version(place)
    if version is None or not code:
        return None
    if code.startswith(ACCOUNT):
        return _account(version, code.removeprefix(ACCOUNT))
    return _work(version, figures(version), code)


def _version(place: str) -> BudgetVersion | None:
    pieces = place.split(".")
    if len(pieces) != 3 or not (pieces[0].isdecimal() and pieces[0].isascii()):
        return None
    year, stage, number = pieces
    return published_version(int(year), f"{stage}-{number}")


def _work(version: BudgetVersion, shown: Figures, code: str) -> Askable | None:
    """A kegiatan, or all of a bidang or sub bidang: then the office that carries out most of it."""
    works = [work for work in shown.works if f"{work.code}.".startswith(f"{code}.")]
    if not works:
        return None
    name = readable(names_of(version).kegiatan.get(code, code))
    office, label = _owner(version, [work.code for work in works])
    return Askable(
        title=_title(name, sum(work.amount for work in works), shown),
        url=reverse("budgets:work", args=[version.year, version.edition, code]),
        owner_office=office,
        owner_label=label,
    )


def _owner(version: BudgetVersion, codes: list[str]) -> tuple[str, str]:
    rows = list(Activity.objects.filter(version=version, kegiatan__in=codes))
    if not rows:
        return "", ""
    if len(rows) == 1:
        return rows[0].office, carrier_label(rows[0])
    ((office, _count),) = Counter(row.office for row in rows).most_common(1)
    return office, str(Office(office).label)


def _account(version: BudgetVersion, code: str) -> Askable | None:
    lines = lines_below(version, code)
    if not lines:
        return None
    name = readable(names_of(version).akun.get(code, code))
    return Askable(
        title=_title(name, sum(line.amount for line in lines), figures(version)),
        url=reverse("budgets:akun", args=[version.year, version.edition, code]),
        owner_office=Office.KAUR_KEUANGAN,
        owner_label=str(Office.KAUR_KEUANGAN.label),
    )


def _title(name: str, sen: int, shown: Figures) -> str:
    return f"{name} ({shown.title}): {Rupiah(sen)}"


def search_figures(words: str, limit: int) -> list[tuple[str, Askable]]:
    """Kegiatan of the newest version whose name holds every word."""
    version = latest_version()
    if version is None:
        return []
    shown, wanted = figures(version), words.casefold().split()
    hits = [
        work.code for work in shown.works if all(word in work.name.casefold() for word in wanted)
    ]
    found = ((code, _work(version, shown, code)) for code in hits[:limit])
    return [(f"{version_key(version)}:{code}", each) for code, each in found if each]


def figure_name(year: int, code: str) -> tuple[str, str] | None:
    """What a kegiatan, sub bidang or bidang of the year's newest version is called, and its page."""
    version = latest_version(year)
    works = figures(version).works if version else ()
    if version is None or not any(f"{work.code}.".startswith(f"{code}.") for work in works):
        return None
    name = readable(names_of(version).kegiatan.get(code, code))
    return name, reverse("budgets:work", args=[year, version.edition, code])
