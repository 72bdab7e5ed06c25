from desa.foundation.core.rooms import RoomConfig


class PublishingConfig(RoomConfig):
    name = "desa.transparency.publishing"
    label = "publishing"
    slug = "info"
    switchable = True
