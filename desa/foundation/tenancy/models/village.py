from typing import ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.models import Row
from desa.foundation.tenancy.enums import Zone

UNNAMED_CODE = "00.00.00.1000"
"""Of the village that holds imported data until its first page gives it a name; no desa has this code."""


class Village(Row):
    """A desa by its Kemendagri code; the only global row that village rows point to."""

    code = models.CharField(
        _("kode desa"),
        max_length=13,
        unique=True,
        validators=[RegexValidator(r"^\d\d\.\d\d\.\d\d\.[12]\d\d\d$")],
    )
    name = models.CharField(_("nama desa"), max_length=80)
    kecamatan = models.CharField(_("kecamatan"), max_length=80)
    kabupaten = models.CharField(_("kabupaten"), max_length=80)
    provinsi = models.CharField(_("provinsi"), max_length=80)
    address = models.CharField(_("alamat kantor"), max_length=200, blank=True)
    postcode = models.CharField(_("kode pos"), max_length=5, blank=True)
    phone = models.CharField(_("telepon kantor"), max_length=20, blank=True)
    email = models.EmailField(_("surel kantor"), blank=True)
    timezone = models.CharField(
        _("zona waktu"), max_length=40, choices=Zone.choices, default=Zone.WIB
    )
    public_address = models.URLField(_("alamat situs desa"), blank=True)
    earlier_addresses = models.JSONField(
        _("alamat lama yang tetap berlaku"), default=list, blank=True
    )
    rooms_off = models.JSONField(_("fitur yang dimatikan"), default=list, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    def __str__(self) -> str:
        return f"Desa {self.name}"

    def clean(self) -> None:
        """A host name leads to one village: nobody takes over the door of another."""
        hosts = self.hosts()
        others = Village.objects.exclude(pk=self.pk) if hosts else Village.objects.none()
        if any(hosts & other.hosts() for other in others):
            text = _("Alamat ini sudah milik desa lain di server ini. Periksa ejaannya.")
            raise ValidationError({"public_address": text})

    def hosts(self) -> frozenset[str]:
        """The host names of its addresses, earlier ones too."""
        addresses = [self.public_address, *self.earlier_addresses]
        found = (urlsplit(address).hostname for address in addresses if address)
        return frozenset(host for host in found if host)

    def has_room(self, room: str) -> bool:
        """False when the village has switched this feature off."""
        return room not in self.rooms_off
