"""What sellers are told and asked. Each goes out by a human tap; a link only opens a page with buttons."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.notifications.rules.message import Message, WebAddress


@dataclass(frozen=True, repr=False)
class ConfirmMessage(Message):
    purpose: ClassVar[str] = "marketplace.confirm"
    subject: ClassVar[object] = _("Kartu Lapak Desa Anda")
    template: ClassVar[object] = _(
        "Kartu Lapak Desa Anda sudah siap: %(product)s, %(price)s per %(unit)s. Buka %(link)s, periksa,"
        " lalu tekan tombolnya. Kartu baru tampil jika Anda setuju. Gratis."
    )

    product: str
    price: Rupiah
    unit: str
    link: WebAddress


@dataclass(frozen=True, repr=False)
class StillMessage(Message):
    purpose: ClassVar[str] = "marketplace.still"
    subject: ClassVar[object] = _("Masih jual %(product)s?")
    template: ClassVar[object] = _(
        "Masih jual %(product)s? Harga di Lapak Desa: %(price)s per %(unit)s. Jawab di %(link)s, atau"
        " balas MASIH atau TIDAK. Tanpa jawaban sampai %(until)s, kartunya tidur dan bisa dibangunkan lagi."
    )

    product: str
    price: Rupiah
    unit: str
    link: WebAddress
    until: date


@dataclass(frozen=True, repr=False)
class StillByWordMessage(Message):
    """Where the village has no address of its own yet, so that a link would lead nowhere."""

    purpose: ClassVar[str] = "marketplace.still_word"
    subject: ClassVar[object] = _("Masih jual %(product)s?")
    template: ClassVar[object] = _(
        "Masih jual %(product)s? Harga di Lapak Desa: %(price)s per %(unit)s. Balas MASIH atau TIDAK."
        " Tanpa jawaban sampai %(until)s, kartunya tidur dan bisa dibangunkan lagi."
    )

    product: str
    price: Rupiah
    unit: str
    until: date


@dataclass(frozen=True, repr=False)
class NewNumberMessage(Message):
    """To the old number: only who holds it may let go of it."""

    purpose: ClassVar[str] = "marketplace.number"
    subject: ClassVar[object] = _("Nomor Anda di Lapak Desa")
    template: ClassVar[object] = _(
        "Ada yang meminta nomor HP untuk %(product)s di Lapak Desa diganti. Kalau benar dari Anda, buka"
        " %(link)s dan setujui. Kalau bukan, tolak di sana atau abaikan: nomornya tetap."
    )

    product: str
    link: WebAddress


@dataclass(frozen=True, repr=False)
class NumberGoneMessage(Message):
    """To the old number, after the fact, however it was decided."""

    purpose: ClassVar[str] = "marketplace.number_gone"
    subject: ClassVar[object] = _("Nomor di Lapak Desa sudah diganti")
    template: ClassVar[object] = _(
        "Nomor HP untuk %(product)s di Lapak Desa sudah diganti, jadi nomor ini tidak tampil lagi. Bukan"
        " permintaan Anda? Segera beri tahu kantor desa."
    )

    product: str


@dataclass(frozen=True, repr=False)
class InviteMessage(Message):
    purpose: ClassVar[str] = "marketplace.invite"
    subject: ClassVar[object] = _("Undangan %(event)s")
    template: ClassVar[object] = _(
        "Penjual %(product)s diundang ke %(event)s, %(day)s, di %(place)s. Gratis. Balas IKUT atau TIDAK."
    )

    product: str
    event: str
    day: date
    place: str
