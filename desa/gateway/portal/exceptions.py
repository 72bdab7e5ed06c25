from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class AlreadyFounded(RuntimeError):
    """The first run happens once."""

    message = _("Desa ini sudah disiapkan. Masuk dengan akun Anda.")


class WrongSetupCode(ValidationError):
    """A well-formed set-up code of another installation, or a guess: counted against the visitor."""

    def __init__(self) -> None:
        super().__init__(_("Kode persiapan ini keliru. Lihat lagi di jendela terminal."))
