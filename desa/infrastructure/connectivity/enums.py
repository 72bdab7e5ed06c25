from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConnectivityPermission(StrEnum):
    VIEW = "connectivity.point.view"
    EDIT = "connectivity.point.edit"
    REPAIR = "connectivity.outage.repair"
    PLAN = "connectivity.site.plan"


class SignIn(TextChoices):
    """How one gets onto the Wi-Fi of a point."""

    OPEN = "open", _("tanpa sandi")
    PASSWORD = "password", _("sandi di poster")
    VOUCHER = "voucher", _("voucher")


class PointState(TextChoices):
    """SILENT: no word for a while. UNKNOWN: no word for so long that nothing can be said."""

    UP = "up", _("nyala")
    DOWN = "down", _("mati")
    SILENT = "silent", _("tidak menjawab")
    POWER = "power", _("listrik atau jaringan pusat")
    UNKNOWN = "unknown", _("tidak diketahui")
    UNMEASURED = "unmeasured", _("belum dipantau")


class OutageKind(TextChoices):
    """DOWN: the probe says so. SILENT: the probe itself is not heard. POWER: everything nearby at once."""

    DOWN = "down", _("titik mati, pemantau hidup")
    SILENT = "silent", _("titik dan pemantaunya diam")
    POWER = "power", _("listrik atau jaringan pusat, bukan alat")


class Cause(TextChoices):
    UNKNOWN = "", _("belum diketahui")
    ADAPTOR = "adaptor", _("adaptor listrik")
    POWER = "power", _("listrik padam")
    UPLINK = "uplink", _("jaringan dari penyedia")
    DEVICE = "device", _("alat rusak")
    CABLE = "cable", _("kabel atau antena")
    UNPAID = "unpaid", _("langganan belum dibayar")
    OTHER = "other", _("lainnya")


class SpeedSource(TextChoices):
    OFFICE = "office", _("diukur kantor")
    KADER = "kader", _("diukur kader")
    RESIDENT = "resident", _("diukur warga")


class PlanState(TextChoices):
    WAITING = "waiting", _("sedang dihitung")
    DONE = "done", _("selesai")
    OUT_OF_REACH = "out_of_reach", _("tidak tercapai")
