"""Reads used by other rooms."""

from urllib.parse import urlsplit

from django.apps import apps

from desa.foundation.core.rooms import RoomConfig
from desa.foundation.tenancy.models import Village


def village_for_host(host: str) -> Village | None:
    """The village that owns this host name; on a single-village installation always that village."""
    villages = list(Village.objects.all()[:2])
    if len(villages) == 1:
        return villages[0]
    bare = urlsplit(f"//{host}").hostname
    owners = (village for village in Village.objects.order_by("pk") if bare in village.hosts())
    return next(owners, None)


def switchable_rooms() -> frozenset[str]:
    """Labels of the rooms that a village may do without."""
    rooms = [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]
    return frozenset(config.label for config in rooms if config.switchable)
