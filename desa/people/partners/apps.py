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


class PartnersConfig(RoomConfig):
    name = "desa.people.partners"
    label = "partners"
    slug = "mitra"
    switchable = True

    def ready(self) -> None:
        from desa.people.partners.demo import make_demo
        from desa.people.partners.enums import PartnersPermission
        from desa.people.partners.measures import register_own
        from desa.people.partners.permissions import grant_own
        from desa.people.partners.presenters import SENTENCES
        from desa.people.partners.queries import count_expiring, find_partners
        from desa.people.partners.tasks import run_remind

        view, own = PartnersPermission.VIEW, PartnersPermission.OWN
        grant_own()
        tell(SENTENCES)
        register_own()
        tiles.add("partners", PARTNERS)
        desk = NavItem(
            _("Mitra"), "users", "partners:overview", view, "partners", 66, count_expiring
        )
        navigation.add("partners", desk)
        ours = NavItem(_("Kelompok kami"), "users", "partners:own", own, "partners", 15)
        navigation.add("partners.own", ours)
        search_sources.add("partners", SearchSource(find_partners, view, "partners", 65))
        tasks.add("partners.remind", Task(run_remind, schedule=timedelta(days=1)))
        demo_makers.add("partners", DemoMaker(make_demo, 300))


PARTNERS = Tile(
    label=_("Mitra & Musyawarah"),
    hint=_("Kelompok warga, mitra, dan keputusan rapat"),
    icon="users",
    url_name="partners:partners",
    room="partners",
    weight=110,
    footer=True,
)
