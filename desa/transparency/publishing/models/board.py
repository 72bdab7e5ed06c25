from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import Removable


class BoardNote(Removable):
    """An item of the information list that hangs on a board, as the office says; the time is the server's."""

    item = models.CharField(_("butir"), max_length=80)
    place = models.CharField(_("papan di mana"), max_length=140)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)
    by_label = models.CharField(_("dicatat oleh"), max_length=120, editable=False)

    personal: ClassVar[dict[str, str]] = {"by_label": "official", "removed_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "item"],
                condition=Q(removed_at__isnull=True),
                name="board_note_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.place}"
