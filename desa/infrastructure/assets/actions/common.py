"""What every act on an asset does: ask whether it may be, lock, and refuse what is written off."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core.actions import Actor
from desa.infrastructure.assets.enums import AssetsPermission
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset, Disposal


def demand(by: Actor, permission: AssetsPermission) -> None:
    """The system itself may: a probe opens a work order, a command imports. Raises PermissionDenied."""
    if isinstance(by, User) and not has_permission(by, permission):
        raise PermissionDenied(permission)


def locked(asset: Asset) -> Asset:
    """Without its relations: PostgreSQL would join them as they were before it waited for the lock."""
    return Asset.objects.select_for_update().get(pk=asset.pk)


def disposal_of(asset: Asset) -> Disposal | None:
    return Disposal.objects.filter(asset=asset).first()


def demand_kept(asset: Asset) -> None:
    """Raises AssetRefused for an asset that was written off."""
    if disposal := disposal_of(asset):
        number = disposal.paper.number_text if disposal.paper else disposal.document_number
        raise AssetRefused(
            _("Aset %(code)s sudah dihapus dari daftar dengan berita acara %(number)s.")
            % {"code": asset.code, "number": number}
        )


def demand_words(text: str, longest: int) -> str:
    words = text.strip()
    if not words:
        raise AssetRefused(_("Tulis alasannya."))
    return words[:longest]
