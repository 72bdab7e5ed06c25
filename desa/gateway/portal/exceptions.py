from django.utils.translation import gettext_lazy as _


class AlreadyFounded(RuntimeError):
    """The first run happens once."""

    message = _("Desa ini sudah disiapkan. Masuk dengan akun Anda.")
