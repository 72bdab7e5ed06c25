from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    SearchSource,
    Task,
    demo_makers,
    navigation,
    search_sources,
    tasks,
    tell,
)
from desa.foundation.core.rooms import RoomConfig


class ResidentsConfig(RoomConfig):
    name = "desa.people.residents"
    label = "residents"
    slug = "penduduk"

    def ready(self) -> None:
        from desa.people.residents.demo import make_demo
        from desa.people.residents.enums import ResidentsPermission
        from desa.people.residents.permissions import grant_own
        from desa.people.residents.presenters import SENTENCES, find_people
        from desa.people.residents.tasks import run_forget_uploads

        grant_own()
        view = ResidentsPermission.VIEW.value
        demo_makers.add("residents", DemoMaker(make_demo, weight=100))
        search_sources.add("residents", SearchSource(find_people, view, "residents", 10))
        entry = NavItem(_("Penduduk"), "users", "residents:search", view, "residents", weight=30)
        navigation.add("residents", entry)
        tell(SENTENCES)
        daily = timedelta(days=1)
        tasks.add("residents.forget_uploads", Task(run_forget_uploads, schedule=daily))
