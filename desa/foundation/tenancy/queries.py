"""Reads used by other rooms."""

from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import QuerySet

from desa.foundation.core.rooms import RoomConfig
from desa.foundation.tenancy.models import UNNAMED_CODE, Village


def founded_villages() -> QuerySet[Village]:
    """Without the one that still waits for its name: to a visitor that one is not there."""
    return Village.objects.exclude(code=UNNAMED_CODE)


def village_for_host(host: str) -> Village | None:
    """The village that owns this host name; on a single-village installation always that village."""
    villages = list(founded_villages()[:2])
    if len(villages) == 1:
        return villages[0]
    bare = urlsplit(f"//{host}").hostname
    owners = (village for village in founded_villages().order_by("pk") if bare in village.hosts())
    return next(owners, None)


def switchable_rooms() -> frozenset[str]:
    """Labels of the rooms that a village may do without."""
    rooms = [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]
    return frozenset(config.label for config in rooms if config.switchable)
