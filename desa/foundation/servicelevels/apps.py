from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class ServiceLevelsConfig(RoomConfig):
    name = "desa.foundation.servicelevels"
    label = "servicelevels"

    def ready(self) -> None:
        from desa.foundation.servicelevels.presenters import SENTENCES

        registry.tell(SENTENCES)
