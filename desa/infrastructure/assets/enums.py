from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Condition(TextChoices):
    WORKS = "berfungsi", _("Berfungsi")
    BROKEN = "rusak", _("Rusak")
    MISSING = "tidak_ditemukan", _("Tidak ditemukan")
    UNKNOWN = "belum_diperiksa", _("Belum diperiksa")


class Use(TextChoices):
    IN_USE = "dipakai", _("Dipakai")
    SPARE = "cadangan", _("Cadangan, disimpan untuk mengganti")
    OFF_SITE = "luar", _("Disimpan di luar kantor")


class Origin(TextChoices):
    """Whose money it was; never mixed, because each has rules of its own."""

    UNKNOWN = "", _("Belum diketahui")
    VILLAGE = "apbdes", _("APBDes")
    GRANT = "hibah", _("Hibah pemerintah provinsi atau kabupaten")
    DUES = "iuran", _("Iuran warga")
    CSR = "csr", _("CSR atau sumbangan")


class Cause(TextChoices):
    UNKNOWN = "", _("Belum diketahui")
    ADAPTER = "adaptor", _("Adaptor atau catu daya")
    CABLE = "kabel", _("Kabel atau konektor")
    POWER = "listrik", _("Listrik padam atau naik turun")
    LIGHTNING = "petir", _("Petir")
    PROVIDER = "penyedia", _("Penyedia internet")
    SETTINGS = "pengaturan", _("Pengaturan atau perangkat lunak")
    DEVICE = "perangkat", _("Perangkatnya sendiri rusak")
    WATER = "air", _("Air, debu, atau serangga")
    PEOPLE = "orang", _("Jatuh, dicabut, atau hilang")
    OTHER = "lain", _("Sebab lain")


class OrderState(TextChoices):
    OPEN = "terbuka", _("Dikerjakan")
    DONE = "selesai", _("Selesai")
    CANCELLED = "batal", _("Dibatalkan")


class DisposalReason(TextChoices):
    BROKEN = "rusak_berat", _("Rusak berat")
    LOST = "hilang", _("Hilang")
    REPLACED = "diganti", _("Diganti yang baru")
    GIVEN = "dihibahkan", _("Dihibahkan")
    SOLD = "dijual", _("Dijual")


class AssetsPermission(StrEnum):
    """DISPOSE: write an asset off. BUDGET: type what the budget gives for upkeep."""

    VIEW = "assets.asset_view"
    CHECK = "assets.asset_check"
    MANAGE = "assets.asset_manage"
    REPAIR = "assets.order_manage"
    DISPOSE = "assets.asset_dispose"
    BUDGET = "assets.budget_set"
