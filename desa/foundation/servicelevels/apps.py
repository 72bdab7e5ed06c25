from desa.foundation.core.rooms import RoomConfig


class ServiceLevelsConfig(RoomConfig):
    name = "desa.foundation.servicelevels"
    label = "servicelevels"
