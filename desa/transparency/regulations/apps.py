from desa.foundation.core.rooms import RoomConfig


class RegulationsConfig(RoomConfig):
    name = "desa.transparency.regulations"
    label = "regulations"
    slug = "produk-hukum"
    switchable = True
