from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class TenancyConfig(RoomConfig):
    name = "desa.foundation.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        from desa.foundation.tenancy.presenters import SENTENCES

        registry.tell(SENTENCES)
