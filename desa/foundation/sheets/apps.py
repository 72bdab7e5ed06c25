from desa.foundation.core.rooms import RoomConfig


class SheetsConfig(RoomConfig):
    name = "desa.foundation.sheets"
    label = "sheets"
