from datetime import timedelta

from desa.foundation.core.registry import Task, tasks, tell
from desa.foundation.core.rooms import RoomConfig


class ReadinessConfig(RoomConfig):
    name = "desa.insight.readiness"
    label = "readiness"
    slug = "rapor"
    switchable = True

    def ready(self) -> None:
        from desa.insight.readiness.permissions import grant_own
        from desa.insight.readiness.presenters import SENTENCES
        from desa.insight.readiness.tasks import COMPUTE_TASK, run_compute

        grant_own()
        tell(SENTENCES)
        tasks.add(COMPUTE_TASK, Task(run_compute, heavy=True, schedule=timedelta(days=1)))
