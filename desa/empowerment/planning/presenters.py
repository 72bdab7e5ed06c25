"""The room's events in plain words, for the history page; never who wished it and never how anyone chose."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "planning.meeting.noted": _("mencatat musyawarah Dusun %(dusun)s, %(proposals)s usulan"),
    "planning.photo.added": _("menambah foto usulan %(number)s"),
    "planning.photo.decided": _("memutuskan foto usulan untuk umum"),
    "planning.proposal.assessed": _("menilai usulan %(number)s"),
    "planning.proposal.author_said": _("mencatat kata pengusul %(number)s"),
    "planning.proposal.decided": _("menulis rancangan putusan usulan %(number)s"),
    "planning.proposal.edited": _("membetulkan usulan %(number)s"),
    "planning.proposal.linked": _("menghubungkan usulan %(number)s dengan anggaran"),
    "planning.proposal.made": _("menerima usulan %(number)s"),
    "planning.proposal.merged": _("menggabungkan usulan dengan %(number)s"),
    "planning.proposal.progressed": _("mencatat kemajuan usulan %(percent)s persen"),
    "planning.proposal.shown": _("menampilkan isi usulan %(number)s"),
    "planning.round.changed": _("mengubah tahapan usulan %(year)s"),
    "planning.round.counted": _("menghitung %(sheets)s lembar pilihan"),
    "planning.round.opened": _("membuka tahun usulan %(year)s"),
    "planning.round.published": _("mengumumkan putusan usulan %(year)s"),
    "planning.round.scored": _("mengetik nilai musdes, %(proposals)s usulan"),
    "planning.sheet.typed": _("mengetik lembar pilihan %(sheet)s"),
}
