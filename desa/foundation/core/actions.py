"""One use case = one action: atomic, and its events are written to the trail as its last statement."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar

from django.db import models, transaction

P = ParamSpec("P")
R = TypeVar("R")


class Actor(Protocol):
    """Who acts: an official, a resident, or the system itself."""

    @property
    def actor_kind(self) -> str: ...
    @property
    def actor_id(self) -> int | None: ...
    @property
    def actor_label(self) -> str: ...


@dataclass(frozen=True)
class SystemActor:
    """The software acting on a schedule or at a terminal; `actor_label` names the command or job."""

    actor_label: str
    actor_kind: str = "system"
    actor_id: int | None = None


@dataclass(frozen=True)
class Event:
    """One line of the trail; personal values by reference, never copied into `facts`."""

    name: str
    actor: Actor
    target_type: str
    target_id: int
    facts: dict[str, object] = field(default_factory=dict)


TrailWriter = Callable[[list[Event]], None]
_queue: ContextVar[list[Event] | None] = ContextVar("trail_queue", default=None)
_writer: TrailWriter | None = None


class NoTrail(RuntimeError):
    """An action without a trail writer, or an event outside an action: a programming error."""


def use_trail(writer: TrailWriter) -> None:
    global _writer
    _writer = writer


def record(name: str, target: models.Model, by: Actor, /, **facts: object) -> None:
    """Queue one event of the running action. Raises NoTrail outside an action."""
    queue = _queue.get()
    if queue is None:
        raise NoTrail(f"{name} was recorded outside an action")
    queue.append(Event(name, by, target._meta.label_lower, int(target.pk), facts))


@contextmanager
def _collecting() -> Iterator[None]:
    if _queue.get() is not None:
        yield
        return
    if _writer is None:
        raise NoTrail("no trail writer is registered: refusing to change anything unrecorded")
    events: list[Event] = []
    token = _queue.set(events)
    try:
        yield
        _writer(events)
    finally:
        _queue.reset(token)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make `function` a use case: one transaction; an action called by another joins it."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(), _collecting():
            return function(*args, **kwargs)

    return run
