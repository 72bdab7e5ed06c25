"""What is told before a regulation runs out."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from desa.foundation.notifications.rules.message import Message


@dataclass(frozen=True)
class RegulationExpiring(Message):
    """To the sekdes, once for each end of a term."""

    purpose: ClassVar[str] = "regulations.expiring"
    subject: ClassVar[object] = _("Peraturan desa segera habis")
    template: ClassVar[object] = _(
        "%(kind)s tentang “%(about)s” habis masa berlakunya pada %(day)s. "
        "Siapkan penggantinya. Buka Produk hukum di kantor desa."
    )

    kind: str
    about: str
    day: str
