from desa.foundation.core.registry import last_numbers, tell
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
        from desa.infrastructure.assets.permissions import grant_own
        from desa.infrastructure.assets.presenters import SENTENCES

        grant_own()
        tell(SENTENCES)
        last_numbers.add("assets", COUNTERS)
