from datetime import timedelta

from desa.foundation.core.registry import Task, tasks, tell
from desa.foundation.core.rooms import RoomConfig


class JobsConfig(RoomConfig):
    name = "desa.foundation.jobs"
    label = "jobs"

    def ready(self) -> None:
        from desa.foundation.jobs.presenters import SENTENCES
        from desa.foundation.jobs.tasks import run_forget_done

        daily = timedelta(days=1)
        tasks.add("jobs.forget_done", Task(run_forget_done, schedule=daily, per_village=False))
        tell(SENTENCES)
