from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import (
    AskableKind,
    DemoMaker,
    NavItem,
    Task,
    Tile,
    askable,
    demo_makers,
    navigation,
    tasks,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class ReadinessConfig(RoomConfig):
    name = "desa.insight.readiness"
    label = "readiness"
    slug = "rapor"
    switchable = True

    def ready(self) -> None:
        from desa.insight.readiness.demo import make_demo
        from desa.insight.readiness.enums import ASKABLE, COMPUTE_TASK, ReadinessPermission
        from desa.insight.readiness.permissions import grant_own
        from desa.insight.readiness.presenters import SENTENCES
        from desa.insight.readiness.queries import askable_figure, search_figures
        from desa.insight.readiness.tasks import run_compute

        grant_own()
        tell(SENTENCES)
        tiles.add("readiness", REPORT)
        view = ReadinessPermission.READINESS_VIEW
        desk = NavItem(_("Indikator"), "gauge", "readiness:progress", view, "readiness", 80)
        navigation.add("readiness", desk)
        askable.add(ASKABLE, AskableKind(askable_figure, "readiness", search_figures))
        demo_makers.add("readiness", DemoMaker(make_demo, 900))
        tasks.add(COMPUTE_TASK, Task(run_compute, heavy=True, schedule=timedelta(days=1)))


REPORT = Tile(
    label=_("Rapor Desa Digital"),
    hint="",
    icon="gauge",
    url_name="readiness:rapor",
    room="readiness",
    weight=5,
    footer=True,
)
