"""What is told before the basis of a partner runs out."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from desa.foundation.notifications.rules.message import Message


@dataclass(frozen=True)
class BasisExpiring(Message):
    """To the sekdes, once for each end of a term."""

    purpose: ClassVar[str] = "partners.expiring"
    subject: ClassVar[object] = _("Dasar sebuah mitra segera habis")
    template: ClassVar[object] = _(
        "%(kind)s untuk %(partner)s habis masa berlakunya pada %(day)s. Siapkan penggantinya. "
        "Sesudah itu kegiatannya tidak lagi dihitung sebagai kemitraan aktif. Buka Mitra di kantor desa."
    )

    kind: str
    partner: str
    day: str
