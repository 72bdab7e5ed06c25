from desa.foundation.core.rooms import RoomConfig


class TrailConfig(RoomConfig):
    name = "desa.foundation.trail"
    label = "trail"

    def ready(self) -> None:
        from desa.foundation.core.actions import use_trail
        from desa.foundation.trail.actions import append_events

        use_trail(append_events)
