"""The first request that somebody made alone after a class or after being helped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Request:
    person: int
    at: datetime
    alone: bool


def first_alone(starts: Mapping[int, datetime], requests: Iterable[Request]) -> dict[int, datetime]:
    """By person the moment of their first request alone after they began to learn."""
    found: dict[int, datetime] = {}
    for request in sorted(requests, key=lambda item: item.at):
        began = starts.get(request.person)
        if began is not None and request.alone and request.at > began:
            found.setdefault(request.person, request.at)
    return found
