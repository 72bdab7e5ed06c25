from django.utils.translation import gettext_lazy as _

from desa.foundation.core.measures import measure
from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    SearchSource,
    Tile,
    demo_makers,
    last_numbers,
    navigation,
    search_sources,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig

COUNTERS = (
    "SELECT v.code, c.series, c.next_number FROM assets_assetcounter c"
    " JOIN tenancy_village v ON v.id = c.village_id ORDER BY v.code, c.series"
)


class AssetsConfig(RoomConfig):
    name = "desa.infrastructure.assets"
    label = "assets"
    slug = "aset"
    switchable = True

    def ready(self) -> None:
        from desa.infrastructure.assets.demo import make_demo
        from desa.infrastructure.assets.enums import AssetsPermission
        from desa.infrastructure.assets.measures import MEASURES
        from desa.infrastructure.assets.permissions import grant_own
        from desa.infrastructure.assets.presenters import SENTENCES
        from desa.infrastructure.assets.queries import count_open_orders, find_for_search

        view = AssetsPermission.VIEW
        grant_own()
        tell(SENTENCES)
        entry = NavItem(
            _("Aset"), "archive", "assets:overview", view, "assets", 45, badge=count_open_orders
        )
        navigation.add("assets", entry)
        search_sources.add("assets", SearchSource(find_for_search, view, "assets", 45))
        tiles.add("assets", ASSETS)
        for item in MEASURES:
            measure(item)
        demo_makers.add("assets", DemoMaker(make_demo, 560))
        last_numbers.add("assets", COUNTERS)


ASSETS = Tile(
    label=_("Aset dan perawatannya"),
    hint=_("Yang dimiliki, yang rusak, dan biayanya"),
    icon="archive",
    url_name="assets:public",
    room="assets",
    weight=65,
    footer=True,
)
