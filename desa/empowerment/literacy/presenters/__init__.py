"""The room's events in plain words, for the history page; never whom was taught or helped."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "literacy.assist.confirmed": _("membenarkan pendampingan"),
    "literacy.assist.denied": _("menyangkal pendampingan"),
    "literacy.assist.followed": _("menghubungkan pendampingan dengan warga yang setuju diikuti"),
    "literacy.assist.logged": _("mencatat pendampingan"),
    "literacy.cadre.appointed": _("menambah kader"),
    "literacy.cadre.ended": _("mengakhiri tugas kader"),
    "literacy.class.called_off": _("membatalkan kelas"),
    "literacy.class.planned": _("mengumumkan kelas"),
    "literacy.class.tested": _("mengetik hasil tugas kelas"),
    "literacy.participant.agreed": _("mencatat persetujuan peserta kelas"),
    "literacy.participant.enrolled": _("mendaftarkan peserta kelas"),
    "literacy.participant.withdrawn": _("mencatat peserta kelas yang menarik persetujuan"),
    "literacy.skill.observed": _("mengamati tugas seorang pejabat"),
}
