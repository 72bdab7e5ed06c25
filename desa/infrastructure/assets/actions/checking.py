"""Someone stands before the asset: what they see, a picture of it, the care they gave it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.models import StoredFile
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.actions.common import demand, demand_kept, locked
from desa.infrastructure.assets.enums import AssetsPermission, Condition
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset, AssetCheck, AssetPhoto, CareDone

SENT = "aset-periksa"


@action
def check_asset(
    *,
    by: Actor,
    asset: Asset,
    found: Condition,
    note: str = "",
    photo: StoredFile | None = None,
    key: UUID,
) -> AssetCheck:
    """One tap on the phone, sent twice or once. Raises PermissionDenied or AssetRefused."""

    def make() -> AssetCheck:
        current = locked(asset)
        demand(by, AssetsPermission.CHECK)
        demand_kept(current)
        check = write_check(current, by, found, note, photo)
        record("assets.asset.checked", current, by, code=current.code, found=found.value)
        return check

    check_id, _new = once(key=key, purpose=SENT, by=by, make=make)
    return AssetCheck.objects.get(pk=check_id)


def write_check(
    asset: Asset, by: Actor, found: Condition, note: str, photo: StoredFile | None
) -> AssetCheck:
    """The row and the asset's condition; the action that calls it writes the trail."""
    check = AssetCheck(
        asset=asset,
        at=clock.now(),
        found=found,
        note=note.strip(),
        photo=photo,
        by_label=by.actor_label,
    )
    check.full_clean()
    check.save()
    asset.condition, asset.checked_at = check.found, check.at
    asset.save(update_fields=["condition", "checked_at"])
    return check


@action
def add_photo(*, by: Actor, asset: Asset, file: StoredFile) -> AssetPhoto:
    """A processed picture (files.shrink_photo) of the asset."""
    current = locked(asset)
    demand(by, AssetsPermission.CHECK)
    photo, _new = AssetPhoto.objects.get_or_create(
        asset=current, file=file, defaults={"added_at": clock.now()}
    )
    record("assets.photo.added", current, by, code=current.code)
    return photo


@action
def note_care(
    *, by: Actor, asset: Asset, care: str, done_on: date, cost: Rupiah, note: str = ""
) -> CareDone:
    """Care of the kind's plan was done; the same one on the same day is noted once.

    Raises PermissionDenied or AssetRefused.
    """
    current = locked(asset)
    demand(by, AssetsPermission.CHECK)
    demand_kept(current)
    plan = {item.slug: item for item in current.kind_data.care}
    if care not in plan:
        raise AssetRefused(_("Perawatan ini tidak ada dalam rencana jenis aset ini."))
    if not current.registered_on <= done_on <= clock.today(current_village()):
        raise AssetRefused(_("Tanggalnya harus antara hari aset dicatat dan hari ini."))
    done = CareDone.objects.filter(asset=current, care=care, done_on=done_on).first()
    if done is not None:
        return done
    done = CareDone(
        asset=current,
        care=care,
        done_on=done_on,
        cost=cost,
        note=note.strip(),
        at=clock.now(),
        by_label=by.actor_label,
    )
    done.full_clean()
    done.save()
    record("assets.care.done", current, by, code=current.code, care=plan[care].name)
    return done
