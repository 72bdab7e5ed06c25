from datetime import timedelta

from desa.foundation.core.registry import Task, tasks
from desa.foundation.core.rooms import RoomConfig


class FilesConfig(RoomConfig):
    name = "desa.foundation.files"
    label = "files"

    def ready(self) -> None:
        from desa.foundation.files.tasks import run_sweep

        daily = timedelta(days=1)
        tasks.add("files.sweep", Task(run_sweep, schedule=daily, per_village=False))
