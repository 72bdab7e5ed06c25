from typing import Any

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """A room: `slug` mounts its pages, its label is its feature switch."""

    default = False
    slug: str = ""
    switchable: bool = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True
