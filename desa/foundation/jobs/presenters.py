"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "jobs.job.revived": _("mengulang pekerjaan yang gagal"),
}
