from desa.foundation.core.rooms import RoomConfig


class FilesConfig(RoomConfig):
    name = "desa.foundation.files"
    label = "files"
