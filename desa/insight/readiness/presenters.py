from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "readiness.measurement.added": _("Angka %(code)s dihitung."),
    "readiness.stage.added": _("Tahap desa dihitung (%(basis)s)."),
}
