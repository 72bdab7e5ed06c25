from desa.foundation.core.registry import DemoMaker, demo_makers
from desa.foundation.core.rooms import RoomConfig

DEMO_PEOPLE = 5_000


class ResidentsConfig(RoomConfig):
    name = "desa.people.residents"
    label = "residents"
    slug = "penduduk"

    def ready(self) -> None:
        from desa.people.residents.demo import make_demo
        from desa.people.residents.permissions import grant_own

        grant_own()
        demo_makers.add("residents", DemoMaker(make_demo, weight=100))
