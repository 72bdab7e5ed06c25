"""Names and figures as a reader of the page meets them."""

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.numbers import format_number
from desa.insight.readiness.rules.catalogue import (
    SubIndicator,
    Text,
    Unit,
    catalogue,
    sub_indicator,
)
from desa.insight.readiness.rules.scoring import level_of
from desa.insight.readiness.rules.standing import Status

LEVEL_NAMES: dict[int, Promise] = {
    1: _("Rintisan"),
    2: _("Fondasi"),
    3: _("Berfungsi"),
    4: _("Terpadu"),
    5: _("Berkelanjutan"),
}
LEVEL_SENTENCES: dict[int, Promise] = {
    1: _("Baru dimulai, belum tercatat."),
    2: _("Dasar sudah ada, tetapi belum merata untuk semua warga."),
    3: _("Berjalan untuk sebagian besar warga dan tercatat."),
    4: _("Terpadu, diukur, dan adil antar warga."),
    5: _("Dibiayai, terus membaik, dan diperiksa pihak luar."),
}
STATUS_WORDS: dict[Status, Promise] = {
    Status.MEASURED: _("Terukur"),
    Status.ESTIMATED: _("Perkiraan"),
    Status.FROM_DOCUMENTS: _("Dinilai dari dokumen"),
    Status.STALE: _("Sudah terlalu lama"),
    Status.NO_DATA: _("Belum diukur"),
    Status.NOT_APPLICABLE: _("Tidak berlaku"),
    Status.HIDDEN: _("Disamarkan, terlalu sedikit orang"),
    Status.QUALITATIVE: _("Bacaan studi"),
}


def number(value: float, decimals: int) -> str:
    """Without decimals that are zero anyway."""
    places = 0 if round(value, decimals) == round(value) else decimals
    return format_number(value, places, get_language() or "id")


def said(text: Text) -> str:
    return text.of(get_language() or "id")


def level_words(level: int | None) -> str:
    return gettext("Belum dapat dinilai") if level is None else str(LEVEL_NAMES[level])


def value_words(sub: SubIndicator, status: Status, value: float | None) -> str:
    if value is None:
        return str(STATUS_WORDS[status])
    unit = sub.parts[0].unit if len(sub.parts) == 1 else Unit.SCORE
    shown = number(value * 100 if unit is Unit.SHARE else value, 1)
    forms = {
        Unit.SHARE: gettext("%(n)s %%"),
        Unit.DAYS: gettext("%(n)s hari"),
        Unit.LEVEL: gettext("tingkat %(n)s dari 5"),
        Unit.SCORE: gettext("skor %(n)s dari 100"),
    }
    return forms.get(unit, "%(n)s") % {"n": shown}


def judged_words(score: float) -> str:
    """Of what was judged from documents: a level, never a number that looks measured."""
    return gettext("tingkat %(n)s dari 5, dari dokumen") % {"n": level_of(score)}


def name_of(code: str) -> str:
    """Of an indicator or a sub-indicator; "" for none."""
    if not code:
        return ""
    found = next((item.name for item in catalogue() if item.code == code), None)
    return said(found or sub_indicator(code).name)


def level_names() -> tuple[str, ...]:
    return tuple(str(name) for name in LEVEL_NAMES.values())
