from desa.foundation.core.rooms import RoomConfig


class PlanningConfig(RoomConfig):
    name = "desa.empowerment.planning"
    label = "planning"
    slug = "usulan"
    switchable = True
