from datetime import timedelta

from desa.foundation.core.registry import Task, tasks
from desa.foundation.core.rooms import RoomConfig


class IntakeConfig(RoomConfig):
    name = "desa.foundation.intake"
    label = "intake"
    slug = "draf"

    def ready(self) -> None:
        from desa.foundation.intake.tasks import run_forget_old

        tasks.add("intake.forget_old", Task(run_forget_old, schedule=timedelta(days=1)))
