from datetime import timedelta

from desa.foundation.core.registry import Task, tasks, tell
from desa.foundation.core.rooms import RoomConfig


class ConnectivityConfig(RoomConfig):
    name = "desa.infrastructure.connectivity"
    label = "connectivity"
    slug = "wifi"
    switchable = True

    def ready(self) -> None:
        from desa.infrastructure.connectivity.permissions import grant_own
        from desa.infrastructure.connectivity.presenters import SENTENCES
        from desa.infrastructure.connectivity.tasks import run_forget, run_watch

        grant_own()
        tell(SENTENCES)
        tasks.add("connectivity.watch", Task(run_watch, schedule=timedelta(minutes=1)))
        tasks.add("connectivity.forget", Task(run_forget, schedule=timedelta(days=1)))
