from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class LetterRefused(ValueError):
    """A step that this letter cannot take now; `message` says so in words for the office."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)


class NoSigner(LetterRefused):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Belum ada pejabat yang menjabat hari ini untuk menandatangani. Isi dulu daftar pejabat di Pengaturan."
            )
        )


class UnknownKind(LookupError):
    """There is no letter of this name."""
