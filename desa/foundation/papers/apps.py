from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import Task, Tile, last_numbers, tasks, tell, tiles
from desa.foundation.core.rooms import RoomConfig

REGISTERS = (
    "SELECT v.code, c.register, c.year, c.next_number - 1 FROM papers_registercounter c"
    " JOIN tenancy_village v ON v.id = c.village_id ORDER BY v.code, c.register, c.year"
)


class PapersConfig(RoomConfig):
    name = "desa.foundation.papers"
    label = "papers"
    slug = "surat-keluar"

    def ready(self) -> None:
        from desa.foundation.papers.enums import ATTACH_TASK
        from desa.foundation.papers.permissions import grant_own
        from desa.foundation.papers.presenters import SENTENCES
        from desa.foundation.papers.tasks import run_attach, run_resume

        tell(SENTENCES)
        grant_own()
        last_numbers.add("papers", REGISTERS)
        tasks.add(ATTACH_TASK, Task(run_attach))
        tasks.add("papers.resume", Task(run_resume, schedule=timedelta(minutes=5)))
        tiles.add("papers.check", CHECK_TILE)


CHECK_TILE = Tile(
    label=_("Periksa Surat"),
    hint=_("Periksa apakah surat terdaftar"),
    icon="shield-check",
    url_name="papers:check",
    room="papers",
    weight=60,
)
