from desa.foundation.core.rooms import RoomConfig


class TenancyConfig(RoomConfig):
    name = "desa.foundation.tenancy"
    label = "tenancy"
