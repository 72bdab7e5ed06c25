from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class SheetsConfig(RoomConfig):
    name = "desa.foundation.sheets"
    label = "sheets"

    def ready(self) -> None:
        from desa.foundation.sheets.presenters import SENTENCES

        registry.tell(SENTENCES)
