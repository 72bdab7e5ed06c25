from datetime import timedelta

from desa.foundation.core.registry import Task, last_numbers, tasks, tell
from desa.foundation.core.rooms import RoomConfig

COUNTERS = (
    "SELECT v.code, c.year, c.next_number FROM complaints_complaintcounter c"
    " JOIN tenancy_village v ON v.id = c.village_id ORDER BY v.code, c.year"
)


class ComplaintsConfig(RoomConfig):
    name = "desa.services.complaints"
    label = "complaints"
    slug = "pengaduan"
    switchable = True

    def ready(self) -> None:
        from desa.services.complaints.permissions import grant_own
        from desa.services.complaints.presenters import SENTENCES
        from desa.services.complaints.tasks import run_watch

        grant_own()
        tell(SENTENCES)
        last_numbers.add("complaints", COUNTERS)
        tasks.add("complaints.watch", Task(run_watch, schedule=timedelta(hours=1)))
