from django.utils.translation import gettext_lazy as _

from desa.foundation.core.measures import measure
from desa.foundation.core.registry import (
    DemoMaker,
    HomeNews,
    NavItem,
    Tile,
    demo_makers,
    home_news,
    navigation,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class LiteracyConfig(RoomConfig):
    name = "desa.empowerment.literacy"
    label = "literacy"
    slug = "belajar"
    switchable = True

    def ready(self) -> None:
        from desa.empowerment.literacy.demo import make_demo
        from desa.empowerment.literacy.enums import LiteracyPermission
        from desa.empowerment.literacy.measures import MEASURES
        from desa.empowerment.literacy.permissions import grant_own
        from desa.empowerment.literacy.presenters import SENTENCES
        from desa.empowerment.literacy.presenters.news import news

        grant_own()
        tell(SENTENCES)
        for item in MEASURES:
            measure(item)
        entry = NavItem(
            _("Belajar"),
            "lightbulb",
            "literacy:overview",
            LiteracyPermission.VIEW,
            "literacy",
            75,
        )
        navigation.add("literacy", entry)
        tiles.add("literacy", LEARN)
        home_news.add("literacy", HomeNews(news, "literacy", 60))
        demo_makers.add("literacy", DemoMaker(make_demo, 720))


LEARN = Tile(
    label=_("Belajar"),
    hint=_("Kelas dan kader yang membantu"),
    icon="lightbulb",
    url_name="literacy:public",
    room="literacy",
    weight=55,
)
