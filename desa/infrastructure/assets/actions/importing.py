"""Assets from a workbook: all of its rows, or none."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.actions import Actor, action
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.infrastructure.assets.actions.common import demand
from desa.infrastructure.assets.actions.registering import AssetFacts, register_asset
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.enums import AssetsPermission, Condition, Origin, Use
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.rules.sheet import Choices, SheetRow

SENT = "aset-impor"


def choices() -> Choices:
    """What may stand in the columns that hold one of a few words; dusun by name, as they are today."""
    kinds = {kind.name.lower(): slug for slug, kind in catalogue().kinds.items()}
    hamlets = Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True)
    conditions = {value.value: value for value in Condition}
    return {
        "jenis": {**kinds, **{slug: slug for slug in catalogue().kinds}},
        "keadaan": {"": Condition.UNKNOWN, **conditions},
        "kegunaan": {"": Use.IN_USE, **{use.value: use for use in Use}},
        "asal": {origin.value: origin for origin in Origin},
        "dusun": {"": None, **{row.name.lower(): row for row in hamlets}},
    }


@action
def import_assets(*, by: Actor, rows: Sequence[SheetRow], key: UUID) -> int:
    """Register every row, each with its own code; gives how many. The same file sent twice counts once.

    A row whose code is ours already is refused: it would be counted twice. Raises AssetRefused.
    """
    demand(by, AssetsPermission.MANAGE)
    if not rows:
        raise AssetRefused(_("Lembar ini tidak berisi satu aset pun."))
    codes = [row.values.get("kode") for row in rows if row.values.get("kode")]
    if known := Asset.objects.filter(code__in=codes).first():
        text = _("Aset %(code)s sudah tercatat. Buang barisnya, atau kosongkan kolom kode.")
        raise AssetRefused(text % {"code": known.code})

    def make() -> Asset:
        made = [_register(by, row) for row in rows]
        return made[0]

    _first, new = once(key=key, purpose=SENT, by=by, make=make)
    return len(rows) if new else 0


def _register(by: Actor, row: SheetRow) -> Asset:
    values = row.values
    bought_on, year_only = values.get("dibeli") or (None, False)
    facts = AssetFacts(
        kind=values["jenis"],
        name=values["nama"][:120],
        use=values.get("kegunaan", Use.IN_USE),
        origin=values.get("asal", Origin.UNKNOWN),
        price=values.get("harga"),
        price_estimated=bool(values.get("harga_perkiraan")),
        bought_on=bought_on,
        bought_year_only=year_only,
        area=values.get("dusun"),
        place=values.get("letak", ""),
        serial=values.get("nomor_seri", ""),
        inventory_code=values.get("kode_sipades", ""),
        warranty_until=values.get("garansi_sampai"),
        contract_until=values.get("kontrak_sampai"),
        provider=values.get("penyedia", ""),
        yearly_fee=values.get("langganan_setahun"),
    )
    condition = values.get("keadaan", Condition.UNKNOWN)
    return register_asset(by=by, facts=facts, condition=condition)
