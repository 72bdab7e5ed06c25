"""What a room tells the person whose file cannot be taken or given."""

from django.utils.translation import gettext_lazy as _

EMPTY = _("Foto ini kosong, tidak ada isinya. Pilih foto lain.")
TOO_LARGE = _("Foto ini lebih dari 12 MB. Pilih foto lain, atau potret lagi lewat formulir ini.")
NO_PHOTO = _("Berkas ini bukan foto. Pilih foto JPG, PNG, WebP, atau HEIC.")
DAMAGED = _("Foto ini rusak atau tidak utuh. Pilih foto lain, atau potret lagi.")
TOO_WIDE = _("Foto ini terlalu lebar untuk dibuka dengan aman. Pilih foto biasa dari kamera HP.")
BUSY = _("Kami sedang membuka banyak foto. Tunggu sebentar, lalu kirim lagi.")


class StoredFileError(Exception):
    """The content of a stored file cannot be given."""


class ContentMissing(StoredFileError):
    """No file of this content lies in the data folder."""


class ContentDamaged(StoredFileError):
    """The file lies there, but its bytes are not the ones that were stored."""


class PhotoRefused(Exception):
    """The photo is not taken; str() says why, and what to do, in the language of the page."""
