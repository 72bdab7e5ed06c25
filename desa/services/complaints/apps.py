from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.measures import measure
from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    SearchSource,
    Task,
    Tile,
    Veil,
    demo_makers,
    last_numbers,
    navigation,
    search_sources,
    tasks,
    tell,
    tiles,
    veils,
)
from desa.foundation.core.rooms import RoomConfig

COUNTERS = (
    "SELECT v.code, c.series, c.year, c.next_number FROM complaints_complaintcounter c"
    " JOIN tenancy_village v ON v.id = c.village_id ORDER BY v.code, c.series, c.year"
)


class ComplaintsConfig(RoomConfig):
    name = "desa.services.complaints"
    label = "complaints"
    slug = "pengaduan"
    switchable = True

    def ready(self) -> None:
        from desa.services.complaints.demo import make_demo
        from desa.services.complaints.enums import ComplaintPermission
        from desa.services.complaints.measures import FINISHED
        from desa.services.complaints.permissions import grant_own
        from desa.services.complaints.presenters import SENTENCES
        from desa.services.complaints.queries import count_mine, find_complaints, hidden_from
        from desa.services.complaints.tasks import run_watch

        view = ComplaintPermission.VIEW
        grant_own()
        tell(SENTENCES)
        entry = NavItem(
            _("Pengaduan"),
            "megaphone",
            "complaints:overview",
            view,
            "complaints",
            25,
            own_badge=count_mine,
        )
        navigation.add("complaints", entry)
        find = SearchSource(find_complaints, view, "complaints", 30, find_complaints)
        search_sources.add("complaints", find)
        veils.add("complaints", Veil(hidden_from))
        tiles.add("complaints", COMPLAINTS)
        measure(FINISHED)
        demo_makers.add("complaints", DemoMaker(make_demo, 520))
        last_numbers.add("complaints", COUNTERS)
        tasks.add("complaints.watch", Task(run_watch, schedule=timedelta(hours=1)))


COMPLAINTS = Tile(
    label=_("Pengaduan"),
    hint=_("Lapor, dan lihat sampai di mana"),
    icon="megaphone",
    url_name="complaints:list",
    room="complaints",
    weight=20,
)
