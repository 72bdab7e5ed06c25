from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.models import Row
from desa.foundation.tenancy.managers import (
    AllVillagesManager,
    BaseVillageManager,
    VillageManager,
    check_rows,
)
from desa.foundation.tenancy.models.village import Village


class VillageOwned(Row):
    """A row of exactly one village; reachable only inside that village's scope."""

    village = models.ForeignKey(Village, on_delete=models.PROTECT, editable=False, related_name="+")

    objects = VillageManager()
    base_objects = BaseVillageManager()
    all_villages = AllVillagesManager()

    class Meta:
        abstract = True
        default_manager_name = "objects"
        base_manager_name = "base_objects"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        check_rows([self])
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        check_rows([self])
        super().save(*args, **kwargs)


class Removable(VillageOwned):
    """Removed means hidden, undoable and still reachable from papers; unique rules skip removed rows."""

    removed_at = models.DateTimeField(_("dihapus pada"), null=True, blank=True, editable=False)
    removed_by_label = models.CharField(
        _("dihapus oleh"), max_length=120, blank=True, editable=False
    )

    class Meta(VillageOwned.Meta):
        abstract = True
