"""What the office's pages of this room share."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.infrastructure.connectivity.enums import ConnectivityPermission
from desa.infrastructure.connectivity.models import Point

Row = TypeVar("Row")
VIEW = requires(ConnectivityPermission.VIEW)
EDIT = requires(ConnectivityPermission.EDIT)
REPAIR = requires(ConnectivityPermission.REPAIR)
PLAN = requires(ConnectivityPermission.PLAN)


def may(request: HttpRequest, permission: str) -> bool:
    return has_permission(official(request), permission)


def point_or_404(point_id: int) -> Point:
    return get_object_or_404(Point.objects.select_related("hamlet", "probe"), pk=point_id)


def kept(form: BaseForm, act: Callable[[], Row]) -> Row | None:
    """What the act gives; None when the form or the act refuses, and the form then says why."""
    if not form.is_valid():
        return None
    try:
        return act()
    except ValidationError as problem:
        form.add_error(None, problem.messages)
        return None
