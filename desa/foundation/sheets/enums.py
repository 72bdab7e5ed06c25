from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BatchState(TextChoices):
    PREVIEWED = "previewed", _("diperiksa, belum disimpan")
    RUNNING = "running", _("sedang disimpan")
    DONE = "done", _("tersimpan")
    FAILED = "failed", _("terhenti")
    UNDOING = "undoing", _("sedang dibatalkan")
    UNDONE = "undone", _("dibatalkan")


class Operation(TextChoices):
    """What a chunk did to a row; undo does the opposite."""

    CREATED = "created", _("dibuat")
    UPDATED = "updated", _("diubah")
    DELETED = "deleted", _("dihapus")
