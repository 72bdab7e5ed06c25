from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import LinkPurpose
from desa.foundation.accounts.models.user import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class AccountLink(VillageOwned):
    """A link whose button signs an official in or lets them choose a password; only its digest is kept."""

    digest = models.CharField(_("sidik tautan"), max_length=64)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    purpose = models.CharField(_("keperluan"), max_length=10, choices=LinkPurpose.choices)
    expires_at = models.DateTimeField(_("berlaku sampai"))
    used_at = models.DateTimeField(_("dipakai pada"), null=True, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "90 days after expiry"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "digest"], name="account_link_once")
        ]
