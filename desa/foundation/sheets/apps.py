from datetime import timedelta

from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class SheetsConfig(RoomConfig):
    name = "desa.foundation.sheets"
    label = "sheets"

    def ready(self) -> None:
        from desa.foundation.sheets.presenters import SENTENCES
        from desa.foundation.sheets.tasks import run_forget_journals

        registry.tell(SENTENCES)
        daily = registry.Task(run_forget_journals, schedule=timedelta(days=1))
        registry.tasks.add("sheets.forget_journals", daily)
