from desa.foundation.core.rooms import RoomConfig


class ReadinessConfig(RoomConfig):
    name = "desa.insight.readiness"
    label = "readiness"
    slug = "rapor"
    switchable = True
