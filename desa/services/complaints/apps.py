from desa.foundation.core.rooms import RoomConfig


class ComplaintsConfig(RoomConfig):
    name = "desa.services.complaints"
    label = "complaints"
    slug = "pengaduan"
    switchable = True
