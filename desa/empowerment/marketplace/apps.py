from desa.foundation.core.rooms import RoomConfig


class MarketplaceConfig(RoomConfig):
    name = "desa.empowerment.marketplace"
    label = "marketplace"
    slug = "lapak"
    switchable = True
