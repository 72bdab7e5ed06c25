from datetime import timedelta

from desa.foundation.core.registry import Task, last_numbers, tasks, tell
from desa.foundation.core.rooms import RoomConfig

HEADS = (
    "SELECT v.code, h.sequence FROM trail_trailhead h"
    " JOIN tenancy_village v ON v.id = h.village_id ORDER BY v.code"
)


class TrailConfig(RoomConfig):
    name = "desa.foundation.trail"
    label = "trail"

    def ready(self) -> None:
        from desa.foundation.core.actions import use_trail
        from desa.foundation.trail.actions import append_events
        from desa.foundation.trail.presenters import SENTENCES
        from desa.foundation.trail.tasks import run_chain_looks, run_keep_trail

        use_trail(append_events)
        last_numbers.add("trail", HEADS)
        tasks.add("trail.chain_looks", Task(run_chain_looks, schedule=timedelta(hours=1)))
        tasks.add("trail.keep", Task(run_keep_trail, schedule=timedelta(days=1)))
        tell(SENTENCES)
