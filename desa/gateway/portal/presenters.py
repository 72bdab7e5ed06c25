"""The trail in plain sentences: who did what, without names of residents."""

from dataclasses import dataclass
from datetime import datetime

from desa.foundation.core.registry import presenters
from desa.foundation.trail.models import TrailEvent


class _Facts(dict[str, object]):
    """An older event may not know every fact."""

    def __missing__(self, name: str) -> str:
        return "?"


@dataclass(frozen=True)
class Line:
    at: datetime
    actor: str
    sentence: str


def line_of(event: TrailEvent) -> Line:
    """An event that has no words yet is shown by its name rather than left out."""
    words = presenters.find(event.name)
    sentence = str(words) % _Facts(event.facts) if words else event.name
    return Line(event.at, event.actor_label, sentence)
