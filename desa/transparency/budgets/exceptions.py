from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class BudgetRefused(ValueError):
    """A step that this version cannot take now; `message` says so in words for the office."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)


class PublishedStays(BudgetRefused):
    def __init__(self) -> None:
        super().__init__(
            _("APBDes yang sudah atau sedang terbit tidak bisa diubah. Buat versi baru.")
        )


class NothingPrepared(BudgetRefused):
    """The paper has errors that no note can excuse, or that nobody said should be kept."""

    def __init__(self) -> None:
        super().__init__(
            _("Berkas ini belum bisa dimasukkan. Perbaiki dahulu yang ditandai salah.")
        )


class BeingPublished(BudgetRefused):
    def __init__(self) -> None:
        super().__init__(
            _(
                "APBDes ini sedang diterbitkan. Tunggu sampai selesai, lalu impor lagi sebagai versi baru."
            )
        )
