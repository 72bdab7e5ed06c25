from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    SearchSource,
    Task,
    Tile,
    demo_makers,
    navigation,
    search_sources,
    tasks,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class MarketplaceConfig(RoomConfig):
    name = "desa.empowerment.marketplace"
    label = "marketplace"
    slug = "lapak"
    switchable = True

    def ready(self) -> None:
        from desa.empowerment.marketplace.demo import make_demo
        from desa.empowerment.marketplace.enums import MarketplacePermission
        from desa.empowerment.marketplace.permissions import grant_own
        from desa.empowerment.marketplace.presenters import SENTENCES
        from desa.empowerment.marketplace.queries import count_waiting, find_cards
        from desa.empowerment.marketplace.tasks import run_round

        view = MarketplacePermission.VIEW
        grant_own()
        tell(SENTENCES)
        entry = NavItem(
            _("Lapak Desa"),
            "store",
            "marketplace:overview",
            view,
            "marketplace",
            45,
            badge=count_waiting,
        )
        navigation.add("marketplace", entry)
        search_sources.add("marketplace", SearchSource(find_cards, view, "marketplace", 60))
        tiles.add("marketplace", LAPAK)
        demo_makers.add("marketplace", DemoMaker(make_demo, 720))
        tasks.add("marketplace.round", Task(run_round, schedule=timedelta(days=1)))


LAPAK = Tile(
    label=_("Lapak Desa"),
    hint=_("Belanja dari tetangga"),
    icon="store",
    url_name="marketplace:list",
    room="marketplace",
    weight=60,
)
