"""An asset comes into the register, is corrected, or is taken out again because it was a mistake."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.actions.checking import write_check
from desa.infrastructure.assets.actions.common import demand, demand_kept, demand_words, locked
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.enums import AssetsPermission, Condition, Origin, Use
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset, AssetCounter, CodeSetting
from desa.infrastructure.assets.rules.codes import CodeRule, compose
from desa.people.residents.models import Person

SENT = "aset-baru"
MISTAKE_FOR = timedelta(days=7)
TOO_LATE = _(
    "Aset ini sudah tercatat lebih dari 7 hari atau sudah ada pekerjaannya. Hapus dengan berita acara."
)


@dataclass(frozen=True)
class AssetFacts:
    """What the office writes down about an asset; money None means nobody knows."""

    kind: str
    name: str
    use: str = Use.IN_USE
    origin: str = Origin.UNKNOWN
    price: Rupiah | None = None
    price_estimated: bool = False
    bought_on: date | None = None
    bought_year_only: bool = False
    area: Area | None = None
    place: str = ""
    holder: Officeholder | None = None
    keeper: Person | None = None
    serial: str = ""
    inventory_code: str = ""
    warranty_until: date | None = None
    contract_until: date | None = None
    provider: str = ""
    yearly_fee: Rupiah | None = None


@action
def register_asset(
    *, by: Actor, facts: AssetFacts, condition: Condition = Condition.UNKNOWN, note: str = ""
) -> Asset:
    """Give it the next code of the village's series; with what was seen of it, when somebody looked.

    Raises PermissionDenied, AssetRefused or ValidationError.
    """
    demand(by, AssetsPermission.MANAGE)
    asset = Asset(
        registered_on=clock.today(current_village()),
        registered_at=clock.now(),
        registered_by_label=by.actor_label,
    )
    _fill(asset, facts)
    asset.code = _next_code(asset.registered_on.year)
    _settle(asset)
    if condition != Condition.UNKNOWN:
        write_check(asset, by, condition, note, None)
    record("assets.asset.registered", asset, by, code=asset.code, kind=asset.kind)
    return asset


@action
def register_assets(
    *, by: Actor, facts: AssetFacts, condition: Condition, count: int, key: UUID
) -> list[Asset]:
    """So many alike, each with a code of its own; a form sent twice counts once."""
    made: list[Asset] = []

    def make() -> Asset:
        made.extend(
            register_asset(by=by, facts=facts, condition=condition) for _number in range(count)
        )
        return made[0]

    first, new = once(key=key, purpose=SENT, by=by, make=make)
    return made if new else [Asset.objects.get(pk=first)]


@action
def correct_asset(*, by: Actor, asset: Asset, facts: AssetFacts) -> Asset:
    """What was written is put right; code, condition and the day it was registered stay."""
    current = locked(asset)
    demand(by, AssetsPermission.MANAGE)
    demand_kept(current)
    before = asdict_of(current)
    _fill(current, facts)
    _settle(current)
    changed = sorted(name for name, value in asdict_of(current).items() if before[name] != value)
    record("assets.asset.corrected", current, by, code=current.code, fields=", ".join(changed))
    return current


@action
def remove_asset(*, by: Actor, asset: Asset, reason: str) -> Asset:
    """Only what was written down by mistake, in its first days and before anything happened to it.

    Else a broken asset could vanish from the count (indicators.md, INF1). Raises AssetRefused.
    """
    current = locked(asset)
    demand(by, AssetsPermission.MANAGE)
    demand_kept(current)
    words = demand_words(reason, 200)
    if clock.now() - current.registered_at > MISTAKE_FOR or _has_past(current):
        raise AssetRefused(TOO_LATE)
    current.removed_at, current.removed_by_label = clock.now(), by.actor_label
    current.save(update_fields=["removed_at", "removed_by_label"])
    record("assets.asset.removed", current, by, code=current.code, reason=words)
    return current


@action
def restore_asset(*, by: Actor, asset: Asset) -> Asset:
    """The removal was the mistake."""
    demand(by, AssetsPermission.MANAGE)
    current = Asset.base_objects.select_for_update().get(pk=asset.pk)
    if current.removed_at is None:
        return current
    current.removed_at, current.removed_by_label = None, ""
    current.save(update_fields=["removed_at", "removed_by_label"])
    record("assets.asset.restored", current, by, code=current.code)
    return current


@action
def set_code_rule(*, by: Actor, prefix: str, by_year: bool) -> CodeSetting:
    """For the codes of assets to come; stickers on the walls stay right."""
    demand(by, AssetsPermission.MANAGE)
    setting = CodeSetting(
        prefix=prefix.strip().upper(),
        by_year=by_year,
        set_at=clock.now(),
        set_by_label=by.actor_label,
    )
    setting.full_clean()
    setting.save()
    record("assets.code_rule.set", setting, by, prefix=setting.prefix, by_year=by_year)
    return setting


def asdict_of(asset: Asset) -> dict[str, object]:
    """What can be corrected, as it stands."""
    return {name: getattr(asset, name) for name in AssetFacts.__dataclass_fields__}


def _fill(asset: Asset, facts: AssetFacts) -> None:
    for name in AssetFacts.__dataclass_fields__:
        value = getattr(facts, name)
        setattr(asset, name, value.strip() if isinstance(value, str) else value)
    if asset.kind not in catalogue().kinds:
        raise ValidationError({"kind": _("Pilih jenis aset dari daftar.")})
    if asset.holder is not None and asset.keeper is not None:
        text = _("Pilih satu pemegang: pejabat atau warga, bukan keduanya.")
        raise ValidationError({"keeper": text})
    if asset.bought_on is not None and asset.bought_on > clock.today(current_village()):
        raise ValidationError({"bought_on": _("Tanggal beli belum tiba. Periksa tahunnya.")})
    asset.price_estimated = asset.price_estimated and asset.price is not None
    asset.bought_year_only = asset.bought_year_only and asset.bought_on is not None


def _settle(asset: Asset) -> None:
    asset.full_clean(validate_unique=False, validate_constraints=False)
    asset.save()


def _next_code(year: int) -> str:
    """Gapless: a number taken by a transaction that fails is given back with it."""
    setting = CodeSetting.objects.first()
    series = (setting.rule if setting else CodeRule()).series(year)
    AssetCounter.objects.get_or_create(series=series)
    counter = AssetCounter.objects.select_for_update().get(series=series)
    number = counter.next_number
    counter.next_number += 1
    counter.save(update_fields=["next_number"])
    return compose(series, number)


def _has_past(asset: Asset) -> bool:
    """More than the look on the day it was written down."""
    return (
        asset.checks.count() > 1
        or asset.orders.exists()
        or asset.care.exists()
        or asset.disposals.exists()
    )
