from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.rules.grouping import LONGEST_CODE, LONGEST_TITLE
from desa.foundation.tenancy.models import VillageOwned


class ProductGroup(VillageOwned):
    """What belongs together on a shelf. One that left the csv is not offered, but its cards keep it."""

    code = models.CharField(
        _("kode"), max_length=LONGEST_CODE, validators=[RegexValidator(r"^[a-z0-9-]+\Z")]
    )
    title = models.CharField(_("kelompok"), max_length=LONGEST_TITLE)
    place = models.PositiveSmallIntegerField(_("urutan"))
    offered = models.BooleanField(_("ditawarkan"), default=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "code"], name="product_group_once")
        ]
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return self.title


class VillageApp(VillageOwned):
    """Another app of the village, for example of its Pokmas: a link that the village looks after itself."""

    title = models.CharField(_("nama aplikasi"), max_length=60)
    hint = models.CharField(_("untuk apa"), max_length=120)
    url = models.URLField(_("alamat"), max_length=300)
    place = models.PositiveSmallIntegerField(_("urutan"), default=0)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "until it is removed"

    class Meta(VillageOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["village", "url"], name="village_app_once")]
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if not self.url.startswith("https://"):
            raise ValidationError({"url": _("Alamat harus diawali https://.")})
