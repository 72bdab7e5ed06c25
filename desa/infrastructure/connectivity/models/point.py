from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Area, Removable, VillageOwned
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.connectivity.enums import SignIn, SpeedSource
from desa.infrastructure.connectivity.fields import LATITUDE, LONGITUDE, DegreesField
from desa.infrastructure.connectivity.models.probe import Probe

BOTH_OR_NONE = Q(latitude__isnull=True, longitude__isnull=True) | Q(
    latitude__isnull=False, longitude__isnull=False
)


class Point(Removable):
    """A public Wi-Fi point. Without a radius from a walk test it counts for no coverage."""

    name = models.CharField(_("nama titik"), max_length=80)
    hamlet = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("dusun"))
    place = models.CharField(_("letak"), max_length=120, blank=True)
    latitude = DegreesField(_("lintang"), null=True, blank=True, validators=LATITUDE)
    longitude = DegreesField(_("bujur"), null=True, blank=True, validators=LONGITUDE)
    radius = models.PositiveIntegerField(
        _("jangkauan terukur, meter"), null=True, blank=True, editable=False
    )
    in_service_from = models.DateField(_("dipakai sejak"))
    ssid = models.CharField(_("nama jaringan"), max_length=32, blank=True)
    sign_in = models.CharField(
        _("cara masuk"), max_length=10, choices=SignIn.choices, default=SignIn.OPEN
    )
    password = models.CharField(_("sandi untuk poster"), max_length=63, blank=True)
    provider = models.CharField(_("penyedia internet"), max_length=80, blank=True)
    contract_number = models.CharField(_("nomor kontrak"), max_length=60, blank=True)
    contract_until = models.DateField(_("kontrak sampai"), null=True, blank=True)
    reseller_papers = models.CharField(_("surat izin jual kembali"), max_length=160, blank=True)
    legal_basis = models.CharField(_("dasar hukum desa"), max_length=160, blank=True)
    yearly_cost = RupiahField(_("biaya setahun"), default=Rupiah(0))
    probe = models.ForeignKey(
        Probe,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
        verbose_name=_("pemantau"),
    )
    asset = models.ForeignKey(
        Asset,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("alat di daftar aset"),
    )
    address = models.CharField(_("alamat yang diperiksa"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {"removed_by_label": "official", "password": "reference"}
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "name"],
                condition=Q(removed_at__isnull=True),
                name="point_name_once",
                violation_error_message=_(
                    "Nama titik ini sudah dipakai. Beri nama lain, misalnya dengan dusunnya."
                ),
            ),
            models.CheckConstraint(
                condition=BOTH_OR_NONE,
                name="point_both_coordinates",
                violation_error_message=_("Isi lintang dan bujur, atau kosongkan keduanya."),
            ),
            models.CheckConstraint(
                condition=~Q(sign_in=SignIn.VOUCHER)
                | (~Q(reseller_papers="") & ~Q(legal_basis="")),
                name="point_vouchers_have_papers",
                violation_error_message=_(
                    "Menjual voucher butuh surat izin jual kembali dari penyedia dan dasar hukum desa. "
                    "Isi keduanya, atau pilih cara masuk lain."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Walk(VillageOwned):
    """A walk test: how strong the signal was at each distance; the radius follows from it."""

    point = models.ForeignKey(Point, models.PROTECT, related_name="walks")
    walked_on = models.DateField(_("tanggal jalan"))
    measurements = models.JSONField(_("ukuran: meter dan dBm"))
    radius = models.PositiveIntegerField(_("jangkauan, meter"))
    by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "point", "walked_on"], name="walk_once_a_day"
            )
        ]


class SpeedTest(VillageOwned):
    """Mbit a second in tenths, so that they are whole numbers; latency in milliseconds."""

    point = models.ForeignKey(Point, models.PROTECT, related_name="speeds")
    at = models.DateTimeField(_("diukur"))
    down_tenths = models.PositiveIntegerField(_("unduh, sepersepuluh Mbit/detik"))
    up_tenths = models.PositiveIntegerField(
        _("unggah, sepersepuluh Mbit/detik"), null=True, blank=True
    )
    latency = models.PositiveIntegerField(_("jeda, milidetik"))
    source = models.CharField(_("diukur oleh"), max_length=10, choices=SpeedSource.choices)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "point", "at"],
                name="speed_once",
                violation_error_message=_("Tes pada jam ini sudah dicatat."),
            )
        ]

    @property
    def megabits(self) -> str:
        """12,4"""
        return f"{self.down_tenths // 10},{self.down_tenths % 10}"
