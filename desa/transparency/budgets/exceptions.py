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
