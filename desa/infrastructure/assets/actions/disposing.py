"""An asset is written off, only ever by minutes: of our own register, or made outside and photographed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.files.models import StoredFile
from desa.foundation.papers.actions import number_paper
from desa.foundation.papers.actions import void as void_paper
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.models import Paper
from desa.foundation.papers.queries import register_format
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.actions.common import demand, demand_kept, demand_words, locked
from desa.infrastructure.assets.enums import AssetsPermission, DisposalReason, OrderState
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset, Disposal
from desa.infrastructure.assets.queries.minutes import CLASSIFICATION, REGISTER, minutes_document


@dataclass(frozen=True)
class Minutes:
    """Either `signer`, and the paper is numbered here, or number, day and picture of one made outside."""

    signer: Officeholder | None = None
    number: str = ""
    day: date | None = None
    picture: StoredFile | None = None


@action
def dispose_asset(
    *, by: Actor, asset: Asset, reason: DisposalReason, words: str, minutes: Minutes
) -> Disposal:
    """Out of the count from the day of the minutes; once only. Raises PermissionDenied or AssetRefused."""
    current = locked(asset)
    demand(by, AssetsPermission.DISPOSE)
    demand_kept(current)
    if current.orders.filter(state=OrderState.OPEN).exists():
        raise AssetRefused(_("Masih ada perbaikan yang terbuka. Tutup dulu perbaikannya."))
    disposal = Disposal(
        asset=current,
        reason=reason,
        words=demand_words(words, 300),
        on=clock.today(current_village()),
        at=clock.now(),
        by_label=by.actor_label,
    )
    if minutes.signer is not None:
        disposal.paper = _number(by, current, disposal, minutes.signer)
    else:
        _from_outside(disposal, minutes)
    disposal.full_clean()
    disposal.save()
    record("assets.asset.disposed", current, by, code=current.code, reason=reason.value)
    return disposal


@action
def undo_disposal(*, by: Actor, disposal: Disposal, reason: str) -> Disposal:
    """The wrong asset was written off: it counts again, and our own minutes are withdrawn."""
    demand(by, AssetsPermission.DISPOSE)
    current = Disposal.objects.select_for_update().get(pk=disposal.pk)
    current.undo_reason = demand_words(reason, 200)
    if current.paper is not None:
        void_paper(by=by, paper=current.paper, reason=current.undo_reason)
    current.removed_at, current.removed_by_label = clock.now(), by.actor_label
    current.save(update_fields=["removed_at", "removed_by_label", "undo_reason"])
    record("assets.disposal.undone", current, by, reason=current.undo_reason)
    return current


def _number(by: Actor, asset: Asset, disposal: Disposal, signer: Officeholder) -> Paper:
    return number_paper(
        by=by,
        document=minutes_document(asset, disposal, signer),
        register=REGISTER,
        register_format=register_format(REGISTER),
        classification=CLASSIFICATION,
        signer=signer,
        recorded_by=None,
        size=PaperSize.A4,
        kind_label="Berita Acara Penghapusan Aset",
        subject_name=f"{asset.code} {asset.name}"[:160],
    )


def _from_outside(disposal: Disposal, minutes: Minutes) -> None:
    if not minutes.number.strip() or minutes.day is None or minutes.picture is None:
        raise AssetRefused(
            _("Tanpa berita acara aset tidak bisa dihapus. Isi nomor, tanggal, dan fotonya.")
        )
    if not disposal.asset.registered_on <= minutes.day <= disposal.on:
        raise AssetRefused(_("Tanggal berita acara harus antara hari aset dicatat dan hari ini."))
    disposal.document_number, disposal.document = minutes.number.strip(), minutes.picture
    disposal.on = minutes.day
