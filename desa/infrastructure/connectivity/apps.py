from desa.foundation.core.rooms import RoomConfig


class ConnectivityConfig(RoomConfig):
    name = "desa.infrastructure.connectivity"
    label = "connectivity"
    slug = "wifi"
    switchable = True
