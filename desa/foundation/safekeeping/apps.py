from datetime import timedelta

from desa.foundation.core.registry import Task, tasks
from desa.foundation.core.rooms import RoomConfig


class SafekeepingConfig(RoomConfig):
    name = "desa.foundation.safekeeping"
    label = "safekeeping"
    slug = "kesehatan"

    def ready(self) -> None:
        from desa.foundation.safekeeping.permissions import grant_own
        from desa.foundation.safekeeping.tasks import run_nightly_backup

        grant_own()
        hourly = timedelta(hours=1)
        tasks.add(
            "safekeeping.backup", Task(run_nightly_backup, schedule=hourly, per_village=False)
        )
