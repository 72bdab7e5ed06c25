from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "connectivity.probe.added": _("Pemantau %(name)s dicatat"),
    "connectivity.probe.renewed": _("Token pemantau %(name)s diganti"),
    "connectivity.probe.removed": _("Pemantau %(name)s dihapus"),
    "connectivity.outage.began": _("%(point)s mati"),
    "connectivity.outage.seen_as": _("Gangguan %(point)s dibaca ulang"),
    "connectivity.outage.ended": _("%(point)s nyala kembali"),
    "connectivity.outage.lost": _("%(point)s diam seminggu: tidak diketahui"),
}
