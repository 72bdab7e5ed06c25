"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "servicelevels.case.paused": _("menjeda janji sebuah permohonan"),
    "servicelevels.case.resumed": _("melanjutkan janji sebuah permohonan"),
    "servicelevels.holiday.removed": _("menghapus hari libur %(name)s"),
    "servicelevels.holiday.set": _("menetapkan hari libur %(name)s"),
    "servicelevels.holidays.proposed": _("mengusulkan %(count)s hari libur tahun %(year)s"),
    "servicelevels.standard.published": _("menetapkan standar layanan %(service)s"),
}
