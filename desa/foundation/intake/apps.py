from datetime import timedelta

from desa.foundation.core.registry import Task, tasks
from desa.foundation.core.rooms import RoomConfig


class IntakeConfig(RoomConfig):
    name = "desa.foundation.intake"
    label = "intake"
    slug = "draf"

    def ready(self) -> None:
        from desa.foundation.intake.tasks import (
            run_forget_guests,
            run_forget_old,
            run_sweep_parts,
        )

        hourly, daily = timedelta(hours=1), timedelta(days=1)
        tasks.add("intake.forget_old", Task(run_forget_old, schedule=daily))
        tasks.add("intake.forget_guests", Task(run_forget_guests, schedule=hourly))
        sweep = Task(run_sweep_parts, schedule=daily, per_village=False)
        tasks.add("intake.sweep_parts", sweep)
