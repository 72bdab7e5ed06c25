from django.utils.translation import gettext_lazy as _

from desa.foundation.core.measures import measure
from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    Tile,
    demo_makers,
    last_numbers,
    navigation,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig

NUMBERS = (
    "SELECT v.code, r.year, r.next_number FROM planning_round r"
    " JOIN tenancy_village v ON v.id = r.village_id ORDER BY v.code, r.year"
)


class PlanningConfig(RoomConfig):
    name = "desa.empowerment.planning"
    label = "planning"
    slug = "usulan"
    switchable = True

    def ready(self) -> None:
        from desa.empowerment.planning.demo import make_demo
        from desa.empowerment.planning.enums import PlanningPermission
        from desa.empowerment.planning.measures import ANSWERED
        from desa.empowerment.planning.permissions import grant_own
        from desa.empowerment.planning.presenters import SENTENCES
        from desa.empowerment.planning.queries import waiting_words

        grant_own()
        tell(SENTENCES)
        measure(ANSWERED)
        tiles.add("planning", PROPOSALS)
        last_numbers.add("planning", NUMBERS)
        demo_makers.add("planning", DemoMaker(make_demo, 700))
        entry = NavItem(
            _("Usulan"),
            "lightbulb",
            "planning:overview",
            PlanningPermission.VIEW,
            "planning",
            50,
            badge=waiting_words,
        )
        navigation.add("planning", entry)


PROPOSALS = Tile(
    label=_("Usulan Warga"),
    hint=_("Usulkan, dan lihat keputusannya"),
    icon="lightbulb",
    url_name="planning:list",
    room="planning",
    weight=50,
)
