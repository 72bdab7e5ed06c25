from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Language
from desa.foundation.core import clock
from desa.foundation.core.models import Row


class User(AbstractBaseUser, Row):
    """An official's account. Global: it is read before a village is known; offices are in Membership."""

    username = models.CharField(_("nama pengguna"), max_length=60, unique=True)
    name = models.CharField(_("nama"), max_length=120)
    language = models.CharField(
        _("bahasa kantor"), max_length=2, choices=Language.choices, default=Language.INDONESIAN
    )
    is_active = models.BooleanField(_("aktif"), default=True)
    last_seen = models.DateTimeField(_("terakhir bekerja"), null=True, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now, editable=False)

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    personal: ClassVar[dict[str, str]] = {"username": "official", "name": "official"}
    retention: ClassVar[str] = "as long as the trail names the account"

    def __str__(self) -> str:
        return self.name

    @property
    def actor_kind(self) -> str:
        return "official"

    @property
    def actor_id(self) -> int | None:
        return self.pk

    @property
    def actor_label(self) -> str:
        return self.name
