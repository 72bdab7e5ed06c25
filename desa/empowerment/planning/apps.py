from desa.foundation.core.registry import last_numbers, tell
from desa.foundation.core.rooms import RoomConfig

NUMBERS = (
    "SELECT v.code, r.year, r.next_number FROM planning_round r"
    " JOIN tenancy_village v ON v.id = r.village_id ORDER BY v.code, r.year"
)


class PlanningConfig(RoomConfig):
    name = "desa.empowerment.planning"
    label = "planning"
    slug = "usulan"
    switchable = True

    def ready(self) -> None:
        from desa.empowerment.planning.permissions import grant_own
        from desa.empowerment.planning.presenters import SENTENCES

        grant_own()
        tell(SENTENCES)
        last_numbers.add("planning", NUMBERS)
