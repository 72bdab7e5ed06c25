"""The next classes on the public home."""

from django.urls import reverse

from desa.empowerment.literacy.queries import coming_classes
from desa.foundation.core import clock
from desa.foundation.core.registry import NewsLine


def news(limit: int) -> list[NewsLine]:
    """Where and when; the trainer is not named."""
    return [
        NewsLine(
            title=f"{item.get_kind_display()}, Dusun {item.dusun.name}",
            url=reverse("literacy:public"),
            at=item.starts_at,
            detail=item.place,
        )
        for item in coming_classes(clock.now())[:limit]
    ]
