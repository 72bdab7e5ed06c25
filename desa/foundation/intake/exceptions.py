"""Why something that arrives is not kept."""

from django.utils.translation import gettext_lazy as _

TOO_LARGE = _("Berkas ini terlalu besar. Paling besar %(megabytes)s MB.")
TOO_MANY = _(
    "Sedang banyak kiriman yang masuk. Tunggu sebentar, atau kirim tanpa berkas dan bawa ke kantor desa."
)


class DraftRefused(Exception):
    """A draft that is too large, or one too many: it is not kept."""


class UploadRefused(Exception):
    """The file is not taken; str() says why, in the language of the page."""


class UploadGone(Exception):
    """No such upload: never begun, taken already, or older than a day."""


class UploadIncomplete(Exception):
    """Some of its parts have not arrived."""


class WrongOffset(Exception):
    """A part that does not begin where the last one ended; `expected` is where."""

    def __init__(self, expected: int) -> None:
        super().__init__(str(expected))
        self.expected = expected
