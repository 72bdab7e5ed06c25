from django.apps import AppConfig

from desa.foundation.core.registry import tasks
from tests.foundation.jobs.sample.tasks import DAILY, TASKS


class SampleConfig(AppConfig):
    name = "tests.foundation.jobs.sample"
    label = "sample"

    def ready(self) -> None:
        for name, task in TASKS.items():
            tasks.add(name, task)
        tasks.add("sample.daily", DAILY)
