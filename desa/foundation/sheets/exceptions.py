"""The one refusal of a whole workbook, in words for the person who uploaded it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


class SheetRefused(Exception):
    """`message` says what is wrong with the file, `advice` what to do now."""

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(f"{message} {advice}")
        self.code = code
        self.message = message
        self.advice = advice


# code -> (message, advice); a test holds the codes equal to rules.refusals.RefusalCode.
SENTENCES = {
    "empty_file": (
        _("Berkas ini kosong, tidak ada isinya sama sekali."),
        _("Periksa berkas aslinya di komputer Anda, simpan lagi, lalu unggah ulang."),
    ),
    "wrong_type": (
        _("Berkas ini adalah %(found)s, bukan lembar kerja."),
        _(
            "Buka data Anda di Excel atau LibreOffice, simpan sebagai .xlsx, lalu unggah berkas itu."
        ),
    ),
    "web_page": (
        _("Berkas ini sebenarnya halaman web yang diberi nama seperti berkas Excel."),
        _("Buka di Excel, pilih Simpan Sebagai, pilih jenis .xlsx, lalu unggah berkas yang baru."),
    ),
    "encrypted": (
        _("Lembar kerja ini dikunci dengan kata sandi, jadi isinya tidak bisa dibaca."),
        _(
            "Buka di Excel, pilih File, Info, Lindungi Buku Kerja, Enkripsi dengan Kata Sandi, "
            "kosongkan kata sandinya, simpan, lalu unggah lagi."
        ),
    ),
    "too_large": (
        _("Berkas ini %(size)s MB. Yang bisa dibaca paling besar %(limit)s MB."),
        _("Hapus gambar dan lembar yang tidak perlu, atau bagi datanya menjadi beberapa berkas."),
    ),
    "unpacks_too_large": (
        _("Isi berkas ini mengembang jauh melebihi ukurannya, jadi tidak aman dibuka."),
        _("Salin hanya kolom dan baris yang berisi ke berkas baru, lalu unggah berkas itu."),
    ),
    "damaged": (
        _("Berkas ini rusak atau terpotong, jadi tidak bisa dibaca."),
        _("Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi."),
    ),
    "used_range": (
        _(
            "Lembar “%(sheet)s” terisi sampai sel %(cell)s. "
            "Yang bisa dibaca paling jauh sampai sel %(limit)s."
        ),
        _("Salin hanya kolom dan baris yang berisi ke lembar baru, lalu unggah lagi."),
    ),
    "empty_sheets": (
        _("Tidak ada satu pun lembar yang berisi data di berkas ini."),
        _("Pastikan datanya sudah tersimpan di berkas ini, lalu unggah lagi."),
    ),
    "too_slow": (
        _("Berkas ini terlalu lama dibaca, jadi kami hentikan."),
        _("Bagi datanya menjadi beberapa berkas yang lebih kecil, lalu unggah satu per satu."),
    ),
    "too_heavy": (
        _("Berkas ini membutuhkan memori terlalu banyak untuk dibaca."),
        _(
            "Salin hanya kolom dan baris yang berisi ke berkas baru, atau bagi menjadi beberapa berkas."
        ),
    ),
}


def refused(code: str, details: Mapping[str, str]) -> SheetRefused:
    message, advice = SENTENCES[code]
    return SheetRefused(code, str(message) % details, str(advice))


class BatchBusy(Exception):
    """The batch is not in a state from which this step is possible; a second tap, mostly."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Impor ini sudah dijalankan atau sudah dibatalkan. Muat ulang halaman untuk melihatnya."
            )
        )


class UndoTooLate(Exception):
    """The journal was forgotten after its retention."""

    def __init__(self) -> None:
        super().__init__(
            _("Impor ini sudah terlalu lama untuk dibatalkan. Perbaiki datanya satu per satu.")
        )


class ChunkOutOfOrder(RuntimeError):
    """A chunk was written twice or one was left out: a programming error or a second worker."""


@dataclass(frozen=True)
class Conflict:
    """Why one row keeps a batch from being undone; `reason` is changed, gone or referred."""

    model_label: str
    row_id: int
    reason: str
    message: str


class UndoRefused(Exception):
    """Rows were changed or used since; nothing was undone. `conflicts` lists the first ones."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(
            _(
                "Impor ini tidak bisa dibatalkan, karena datanya sudah diubah atau dipakai sesudahnya."
            )
        )
        self.conflicts = tuple(conflicts)
