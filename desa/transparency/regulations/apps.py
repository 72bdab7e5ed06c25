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


class RegulationsConfig(RoomConfig):
    name = "desa.transparency.regulations"
    label = "regulations"
    slug = "produk-hukum"
    switchable = True

    def ready(self) -> None:
        from desa.transparency.regulations.demo import make_demo
        from desa.transparency.regulations.enums import RegulationsPermission
        from desa.transparency.regulations.measures import register_own
        from desa.transparency.regulations.permissions import grant_own
        from desa.transparency.regulations.presenters import SENTENCES
        from desa.transparency.regulations.queries import count_expiring, find_regulations
        from desa.transparency.regulations.tasks import run_remind

        view = RegulationsPermission.VIEW
        grant_own()
        tell(SENTENCES)
        register_own()
        tiles.add("regulations", SHELF)
        entry = NavItem(
            _("Produk hukum"),
            "scroll-text",
            "regulations:overview",
            view,
            "regulations",
            65,
            count_expiring,
        )
        navigation.add("regulations", entry)
        search_sources.add("regulations", SearchSource(find_regulations, view, "regulations", 60))
        tasks.add("regulations.remind", Task(run_remind, schedule=timedelta(days=1)))
        demo_makers.add("regulations", DemoMaker(make_demo, 620))


SHELF = Tile(
    label=_("Produk Hukum"),
    hint=_("Perdes, Perkades, dan SK"),
    icon="scroll-text",
    url_name="regulations:shelf",
    room="regulations",
    weight=100,
    footer=True,
)
