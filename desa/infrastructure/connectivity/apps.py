from datetime import timedelta

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.measures import measure
from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    Task,
    Tile,
    demo_makers,
    navigation,
    tasks,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class ConnectivityConfig(RoomConfig):
    name = "desa.infrastructure.connectivity"
    label = "connectivity"
    slug = "wifi"
    switchable = True

    def ready(self) -> None:
        from desa.infrastructure.connectivity import measures, published
        from desa.infrastructure.connectivity import tasks as rounds
        from desa.infrastructure.connectivity.demo import make_demo
        from desa.infrastructure.connectivity.enums import ConnectivityPermission
        from desa.infrastructure.connectivity.permissions import grant_own
        from desa.infrastructure.connectivity.presenters import SENTENCES
        from desa.infrastructure.connectivity.queries.office import count_open

        grant_own()
        tell(SENTENCES)
        view = ConnectivityPermission.VIEW
        entry = NavItem(
            _("Wi-Fi"), "wifi", "connectivity:overview", view, "connectivity", 70, badge=count_open
        )
        navigation.add("connectivity", entry)
        tiles.add("connectivity", _tile(lazy(published.hint, str)()))
        for each in (measures.REACH, measures.UPTIME, measures.SPEED, measures.FAIRNESS):
            measure(each)
        demo_makers.add("connectivity", DemoMaker(make_demo, 600))
        tasks.add("connectivity.watch", Task(rounds.run_watch, schedule=timedelta(minutes=1)))
        tasks.add("connectivity.forget", Task(rounds.run_forget, schedule=timedelta(days=1)))
        tasks.add("connectivity.plan", Task(rounds.run_plan, heavy=True))


def _tile(hint: object) -> Tile:
    return Tile(
        label=_("Wi-Fi Desa"),
        hint=hint,
        icon="wifi",
        url_name="connectivity:wifi",
        room="connectivity",
        weight=70,
    )
