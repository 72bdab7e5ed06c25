from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PaperState(TextChoices):
    NUMBERED = "numbered", _("bernomor, berkasnya sedang dibuat")
    ISSUED = "issued", _("terbit")
    VOIDED = "voided", _("dicabut")
    REPLACED = "replaced", _("diganti")


class PaperSize(TextChoices):
    A4 = "A4", _("A4 (21 x 29,7 cm)")
    F4 = "F4", _("F4 (21,5 x 33 cm)")

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width, height."""
        return {"A4": (210, 297), "F4": (215, 330)}[self.value]


class Signing(TextChoices):
    """How the signature gets onto the paper."""

    WET = "wet", _("tanda tangan dan cap basah")


class PapersPermission(StrEnum):
    PAPER_VOID = "papers.paper_void"
    SETTINGS_MANAGE = "papers.settings_manage"


ATTACH_TASK = "papers.attach"
