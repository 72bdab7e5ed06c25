from desa.foundation.core.rooms import RoomConfig


class PartnersConfig(RoomConfig):
    name = "desa.people.partners"
    label = "partners"
    slug = "mitra"
    switchable = True
