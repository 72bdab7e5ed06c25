from django.utils.translation import gettext_lazy as _


class LinkUnusable(ValueError):
    """A link that is unknown, used up or too old; the three look the same from outside."""

    message = _("Tautan ini tidak berlaku lagi. Minta tautan baru kepada Sekretaris Desa.")


class SignInRefused(ValueError):
    """Wrong name or password, or an account that may not enter; never says which."""

    message = _(
        "Nama pengguna atau kata sandi keliru. Periksa huruf besar dan kecil, lalu coba lagi."
    )


class WrongPassword(RuntimeError):
    message = _("Kata sandi lama keliru. Tulis kata sandi yang Anda pakai sekarang.")
