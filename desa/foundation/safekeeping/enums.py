from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Health(TextChoices):
    """Worst last; only `fail` means that the village cannot work now."""

    OK = "ok", _("baik")
    WARN = "warn", _("perlu diperhatikan")
    FAIL = "fail", _("gangguan")


BACKUP_TASK = "safekeeping.backup_now"
