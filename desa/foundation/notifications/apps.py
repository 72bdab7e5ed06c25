from desa.foundation.core.rooms import RoomConfig


class NotificationsConfig(RoomConfig):
    name = "desa.foundation.notifications"
    label = "notifications"
    slug = "pesan"
