from django.utils.translation import gettext_lazy as _

from desa.foundation.core import registry
from desa.foundation.core.measures import measure
from desa.foundation.core.rooms import RoomConfig


class PublishingConfig(RoomConfig):
    name = "desa.transparency.publishing"
    label = "publishing"
    slug = "info"
    switchable = True

    def ready(self) -> None:
        from desa.transparency.publishing.demo import make_demo
        from desa.transparency.publishing.enums import PublishingPermission
        from desa.transparency.publishing.measures import MEASURES
        from desa.transparency.publishing.permissions import grant_own
        from desa.transparency.publishing.presenters import SENTENCES, event_lines, notice_lines
        from desa.transparency.publishing.published.items import OWN
        from desa.transparency.publishing.queries import count_drafts

        grant_own()
        registry.tell(SENTENCES)
        for tile in TILES:
            registry.tiles.add(tile.url_name, tile)
        entry = registry.NavItem(
            _("Info Desa"),
            "newspaper",
            "publishing:overview",
            PublishingPermission.WRITE,
            "publishing",
            70,
            count_drafts,
        )
        registry.navigation.add("publishing", entry)
        registry.home_news.add("agenda", registry.HomeNews(event_lines, "publishing", 10))
        registry.home_news.add("notices", registry.HomeNews(notice_lines, "publishing", 20))
        for key, item in OWN.items():
            registry.public_items.add(key, item)
        for each in MEASURES:
            measure(each)
        registry.demo_makers.add("publishing", registry.DemoMaker(make_demo, 600))


TILES = (
    registry.Tile(
        label=_("Info Desa"),
        hint=_("Berita dan agenda"),
        icon="newspaper",
        url_name="publishing:index",
        room="publishing",
        weight=40,
    ),
    registry.Tile(
        label=_("Profil Desa"),
        hint=_("Pejabat dan kantor"),
        icon="users",
        url_name="publishing:profile",
        room="publishing",
        weight=110,
        footer=True,
    ),
    registry.Tile(
        label=_("Minta Informasi"),
        hint=_("Hak Anda, dan daftar informasi"),
        icon="circle-help",
        url_name="publishing:ask",
        room="publishing",
        weight=130,
        footer=True,
    ),
)
