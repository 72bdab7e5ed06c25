from django.core.exceptions import PermissionDenied

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core.actions import Actor


def authorise(by: Actor, permission: str) -> None:
    """Raises PermissionDenied unless `by` is an official whose office holds the permission today."""
    if not isinstance(by, User) or not has_permission(by, permission):
        raise PermissionDenied(permission)
