from django.conf import settings
from django.urls import register_converter

from desa.foundation.core import ids
from desa.foundation.core.rooms import RoomConfig
from desa.foundation.core.slots import claim_slot


class CoreConfig(RoomConfig):
    name = "desa.foundation.core"
    label = "core"

    def ready(self) -> None:
        register_converter(ids.PublicIdConverter, "pid")
        ids.use_slot(lambda: claim_slot(settings.DATA_DIR / "slots"))
