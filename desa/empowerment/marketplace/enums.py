from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CardState(TextChoices):
    WAITING = "menunggu", _("Menunggu penjual")
    SHOWN = "tampil", _("Tampil")
    ASLEEP = "tidur", _("Tidur")
    ENDED = "ditarik", _("Ditarik")


class Stock(TextChoices):
    READY = "ada", _("Ada")
    TO_ORDER = "pesan", _("Pesan dulu")
    OUT = "habis", _("Habis")


class Via(TextChoices):
    """How the office knows what the seller wants."""

    LINK = "tautan", _("Penjual sendiri, lewat tautan")
    COUNTER = "loket", _("Penjual datang ke loket")
    CHAT = "wa", _("Pesan WhatsApp dari penjual")
    CALL = "telepon", _("Telepon dengan penjual")
    SAID = "lisan", _("Kata penjual kepada pengurus")
    FIRST = "awal", _("Saat kartu dibuat")


class LinkUse(TextChoices):
    """What the button of a seller's link decides."""

    CONFIRM = "setuju", _("menyetujui kartu")
    NUMBER = "nomor", _("menyetujui nomor baru")
    STILL = "masih", _("menjawab “masih jual?”")


class ChangeState(TextChoices):
    ASKED = "ditanya", _("Menunggu pemilik nomor lama")
    DONE = "diganti", _("Diganti")
    REFUSED = "ditolak", _("Ditolak")


class ReportReason(TextChoices):
    GONE = "tutup", _("Sudah tidak berjualan")
    NUMBER = "nomor", _("Nomornya salah")
    FALSE = "keliru", _("Isinya tidak benar atau menipu")
    CLAIM = "klaim", _("Menjanjikan kesembuhan")
    UNFIT = "tak_pantas", _("Barang atau fotonya tidak pantas")


class Answer(TextChoices):
    NONE = "", _("Belum menjawab")
    YES = "ya", _("Ikut")
    NO = "tidak", _("Tidak ikut")


class MarketplacePermission(StrEnum):
    """VOUCH: say in the seller's place what they agreed to, and decide on words and reports."""

    VIEW = "marketplace.card_view"
    EDIT = "marketplace.card_edit"
    VOUCH = "marketplace.card_vouch"
    ARRANGE = "marketplace.room_arrange"
