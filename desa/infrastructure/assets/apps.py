from desa.foundation.core.rooms import RoomConfig


class AssetsConfig(RoomConfig):
    name = "desa.infrastructure.assets"
    label = "assets"
    slug = "aset"
    switchable = True
