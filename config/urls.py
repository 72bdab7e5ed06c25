"""Every room is mounted by its slug: /<slug>/ public, /kantor/<slug>/ office, /saya/<slug>/ resident."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

from desa.foundation.core.rooms import RoomConfig

PREFIXES = {"public": "", "office": "kantor/", "resident": "saya/"}


def room_urls(config: RoomConfig) -> list[URLPattern | URLResolver]:
    module = import_module(f"{config.name}.urls")
    patterns = list(getattr(module, "root", []))
    for side, prefix in PREFIXES.items():
        if inner := getattr(module, side, []):
            patterns.append(path(f"{prefix}{config.slug}/", include(inner)))
    return patterns


def mounted() -> list[URLResolver]:
    rooms = [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]
    return [
        path("", include((room_urls(config), config.label), namespace=config.label))
        for config in rooms
        if find_spec(f"{config.name}.urls")
    ]


urlpatterns = mounted()
handler400 = "desa.foundation.core.http.errors.bad_request"
handler403 = "desa.foundation.core.http.errors.permission_denied"
handler404 = "desa.foundation.core.http.errors.not_found"
handler500 = "desa.foundation.core.http.errors.server_error"
