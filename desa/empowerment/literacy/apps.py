from desa.foundation.core.rooms import RoomConfig


class LiteracyConfig(RoomConfig):
    name = "desa.empowerment.literacy"
    label = "literacy"
    slug = "belajar"
    switchable = True
