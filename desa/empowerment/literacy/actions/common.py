"""What every act of this room asks first."""

from django.core.exceptions import PermissionDenied

from desa.empowerment.literacy.enums import LiteracyPermission
from desa.empowerment.literacy.queries.reach import reach_of
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core.actions import Actor


def demand(by: Actor, permission: LiteracyPermission, dusun_id: int | None = None) -> None:
    """Raises PermissionDenied; `dusun_id` None where the act belongs to no dusun.

    The program itself may act everywhere (desa contoh).
    """
    if not isinstance(by, User):
        return
    if not has_permission(by, permission):
        raise PermissionDenied(permission)
    if dusun_id is not None and not reach_of(by).holds(dusun_id):
        raise PermissionDenied(permission)
