from typing import ClassVar

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Area, Removable, VillageOwned
from desa.infrastructure.assets.engine.catalogue import kind_named
from desa.infrastructure.assets.enums import Condition, Origin, Use
from desa.infrastructure.assets.rules.codes import CodeRule
from desa.infrastructure.assets.rules.kinds import Kind
from desa.infrastructure.assets.rules.upkeep import Worth, worth
from desa.people.residents.models import Person

NO_MINUS = MinValueValidator(Rupiah(0), _("Jumlah uang tidak bisa kurang dari nol."))


class Asset(Removable):
    """One thing that the village owns. It leaves the count only by a Disposal with its minutes;
    `removed` is for what was written down by mistake, and only right after it was."""

    code = models.CharField(_("kode"), max_length=20, editable=False)
    kind = models.SlugField(_("jenis"), max_length=30)
    name = models.CharField(_("nama dan merek"), max_length=120)
    condition = models.CharField(
        _("keadaan"), max_length=16, choices=Condition.choices, default=Condition.UNKNOWN
    )
    checked_at = models.DateTimeField(_("terakhir diperiksa"), null=True, blank=True)
    use = models.CharField(_("kegunaan"), max_length=10, choices=Use.choices, default=Use.IN_USE)
    origin = models.CharField(
        _("asal"), max_length=8, choices=Origin.choices, default=Origin.UNKNOWN, blank=True
    )
    price: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("harga"), null=True, blank=True, validators=[NO_MINUS]
    )
    price_estimated = models.BooleanField(_("harga ini perkiraan"), default=False)
    bought_on = models.DateField(_("dibeli"), null=True, blank=True)
    bought_year_only = models.BooleanField(_("hanya tahunnya yang diketahui"), default=False)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wilayah")
    )
    place = models.CharField(_("letak"), max_length=120, blank=True)
    holder = models.ForeignKey(
        Officeholder,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pejabat yang memegang"),
    )
    keeper = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("warga yang memegang"),
    )
    serial = models.CharField(_("nomor seri"), max_length=60, blank=True)
    inventory_code = models.CharField(_("kode barang SIPADES"), max_length=40, blank=True)
    warranty_until = models.DateField(_("garansi sampai"), null=True, blank=True)
    contract_until = models.DateField(_("kontrak sampai"), null=True, blank=True)
    provider = models.CharField(_("penyedia atau toko"), max_length=120, blank=True)
    yearly_fee: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("langganan setahun"), null=True, blank=True, validators=[NO_MINUS]
    )
    registered_on = models.DateField(_("tercatat sejak"))
    registered_at = models.DateTimeField(_("dicatat pada"))
    registered_by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {
        "name": "free text",
        "place": "free text",
        "holder": "reference",
        "keeper": "reference",
        "provider": "free text",
        "registered_by_label": "official",
    }
    retention: ClassVar[str] = "permanent: the village's inventory"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "code"],
                condition=Q(removed_at__isnull=True),
                name="asset_code_once",
            ),
            models.CheckConstraint(
                condition=Q(price_estimated=False) | Q(price__isnull=False),
                name="asset_estimate_has_price",
            ),
            models.CheckConstraint(
                condition=Q(bought_year_only=False) | Q(bought_on__isnull=False),
                name="asset_year_has_date",
            ),
            models.CheckConstraint(
                condition=Q(holder__isnull=True) | Q(keeper__isnull=True),
                name="asset_one_custodian",
            ),
            models.CheckConstraint(
                condition=Q(condition=Condition.UNKNOWN) | Q(checked_at__isnull=False),
                name="asset_condition_was_seen",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "condition", "code"], name="asset_by_condition"),
            models.Index(fields=["village", "kind", "code"], name="asset_by_kind"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def kind_data(self) -> Kind:
        return kind_named(self.kind)

    @property
    def worth(self) -> Worth:
        return worth(self.kind_data, self.price, self.price_estimated, self.yearly_fee)


class AssetCounter(VillageOwned):
    """The next number of one series; its row is locked while it is taken, so no code is given twice."""

    series = models.CharField(_("seri"), max_length=12)
    next_number = models.PositiveIntegerField(_("nomor berikutnya"), default=1)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "series"], name="asset_counter_once"),
            models.CheckConstraint(condition=Q(next_number__gte=1), name="asset_counter_from_one"),
        ]


class CodeSetting(VillageOwned):
    """How the village writes the codes of new assets; the newest one holds, codes given stay."""

    prefix = models.CharField(
        _("awalan kode"),
        max_length=6,
        validators=[RegexValidator(r"^[A-Z]{2,6}\Z", _("Awalan kode: 2 sampai 6 huruf besar."))],
    )
    by_year = models.BooleanField(_("nomor mulai dari satu tiap tahun"), default=False)
    set_at = models.DateTimeField(_("berlaku sejak"))
    set_by_label = models.CharField(_("diatur oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"set_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        ordering = ["-set_at", "-id"]

    @property
    def rule(self) -> CodeRule:
        return CodeRule(self.prefix, self.by_year)


class AssetPhoto(VillageOwned):
    """A picture without its hidden data, for the office alone."""

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("ditambahkan"))

    personal: ClassVar[dict[str, str]] = {"file": "free text"}
    retention: ClassVar[str] = "as its asset"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "asset", "file"], name="asset_photo_once")
        ]
        ordering = ["-added_at", "-id"]
