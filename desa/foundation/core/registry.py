"""Where lower rooms are told things by higher ones: registered from AppConfig.ready(), never imported upwards."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from django.utils.functional import Promise

from desa.foundation.core.actions import Actor

T = TypeVar("T")


class Registry(Generic[T]):
    """Named items of one kind, in the order of `weight` where they have one; a name is taken once."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[str, T] = {}

    def add(self, name: str, item: T) -> None:
        if name in self._items and self._items[name] != item:
            raise ValueError(f"{self.kind} {name!r} is registered twice")
        self._items[name] = item

    def get(self, name: str) -> T:
        try:
            return self._items[name]
        except KeyError:
            raise LookupError(f"no {self.kind} named {name!r}") from None

    def find(self, name: str) -> T | None:
        return self._items.get(name)

    def names(self) -> list[str]:
        return sorted(self._items)

    def items(self) -> list[tuple[str, T]]:
        """Name and item, in the order in which they were registered."""
        return list(self._items.items())

    def __iter__(self) -> Iterator[T]:
        return iter(sorted(self._items.values(), key=lambda item: getattr(item, "weight", 0)))


@dataclass(frozen=True)
class NavItem:
    """An entry of the office rail; `badge` counts what waits (a query, run once per page).

    `office_badge` counts what waits for the offices of the official who looks, `own_badge` what waits
    for this very official, where one office may not know all of it.
    """

    label: object
    icon: str
    url_name: str
    permission: str
    room: str
    weight: int
    badge: Callable[[], int] | None = None
    office_badge: Callable[[Iterable[str]], int] | None = None
    own_badge: Callable[[Actor], int] | None = None


@dataclass(frozen=True)
class Tile:
    """A public tile or footer link of a built, switched-on room, in the order of the design."""

    label: object
    hint: object
    icon: str
    url_name: str
    room: str
    weight: int
    footer: bool = False


@dataclass(frozen=True)
class PersonAct:
    """What a higher room does for a resident; `url_name` takes the id of the person."""

    label: object
    url_name: str
    permission: str
    room: str
    weight: int


@dataclass(frozen=True)
class DemoMaker:
    """Fills one room of desa contoh; run by floor, inside the village's scope."""

    make: Callable[[int], None]
    weight: int


@dataclass(frozen=True)
class SearchSource:
    """A source of the office's one search box: words in, at most `limit` hits out.

    `find_for` is asked instead, with who searches, where not everyone of an office may find the same.
    """

    find: Callable[[str, int], list["SearchHit"]]
    permission: str
    room: str
    weight: int
    find_for: Callable[[str, int, Actor], list["SearchHit"]] | None = None

    def hits(self, words: str, limit: int, by: Actor) -> list["SearchHit"]:
        if self.find_for:
            return self.find_for(words, limit, by)
        return self.find(words, limit)


@dataclass(frozen=True)
class SearchHit:
    title: str
    detail: str
    url: str
    kind: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PublicItem:
    """What the law says a village tells everyone, and how far it is told here.

    `told()` runs in the village's scope. It gives None while the item is not published.
    """

    title: object
    basis: str
    room: str
    told: Callable[[], "Told | None"]


@dataclass(frozen=True)
class Told:
    """`level`: 1 forum or board only, 2 photo or scan, 3 text, 4 table with history, 5 open data with ids.

    `due_on` is the date the law counts from (a Perdes of 2 January is due that day), None without one;
    `on` is the day by the server's own clock, never one that was typed.
    """

    level: int
    on: date
    url: str
    due_on: date | None = None


@dataclass(frozen=True)
class Askable:
    """A published figure that anyone may ask about, as the room that published it describes it."""

    title: str
    url: str
    owner_office: str
    owner_label: str


@dataclass(frozen=True)
class AskableKind:
    """`find(key)` runs in the village's scope; None for a key that is not published.

    `search(words, limit)` gives (key, figure) pairs, for the counter that asks for somebody.
    """

    find: Callable[[str], Askable | None]
    room: str
    search: Callable[[str, int], list[tuple[str, Askable]]] | None = None


@dataclass(frozen=True)
class NewsLine:
    """One line of news on the public home, with its day when it happens on a day; urgent ones stand on top."""

    title: str
    url: str
    at: datetime
    detail: str = ""
    urgent: bool = False
    dated: bool = True


@dataclass(frozen=True)
class HomeNews:
    """`lines(limit)` runs in the village's scope; only what anyone may read."""

    lines: Callable[[int], list[NewsLine]]
    room: str
    weight: int


@dataclass(frozen=True)
class FigureNames:
    """How the line of a plan is called: other rooms know only its year and code.

    `find(year, code)` runs in the village's scope and gives name and address ("" when nobody may read
    it), None for a line that is not there. Registered under "apbdes", "rkpdes" or "rpjmdes".
    """

    find: Callable[[int, str], tuple[str, str] | None]
    room: str


Hidden = Mapping[str, Collection[int]]
"""Ids by the lower-case label of their table."""


@dataclass(frozen=True)
class Veil:
    """What the history page does not show to one official: events and looks about these rows."""

    hidden_from: Callable[[Actor], Hidden]


TaskArgs = Mapping[str, int | str]


@dataclass(frozen=True)
class Task:
    """Work done later, at least once, so `run` must bear being repeated; its arguments are ids, no data.

    A heavy task runs in a child process with limits. A scheduled one runs once per interval in every
    village, or once for the installation when not `per_village`.
    """

    run: Callable[[TaskArgs], None]
    heavy: bool = False
    schedule: timedelta | None = None
    per_village: bool = True


navigation: Registry[NavItem] = Registry("navigation entry")
tiles: Registry[Tile] = Registry("tile")
demo_makers: Registry[DemoMaker] = Registry("demo maker")
person_acts: Registry[PersonAct] = Registry("act for a person")
search_sources: Registry[SearchSource] = Registry("search source")
veils: Registry[Veil] = Registry("veil")
tasks: Registry[Task] = Registry("task")
presenters: Registry[str | Promise] = Registry("trail sentence")

public_items: Registry[PublicItem] = Registry("item to publish")
askable: Registry[AskableKind] = Registry("kind of figure to ask about")
home_news: Registry[HomeNews] = Registry("news of the home")
figure_names: Registry[FigureNames] = Registry("names of figures")

last_numbers: Registry[str] = Registry("reading of the last numbers")
"""SQL over a room's own tables whose rows tell where numbering stands (no personal data): a backup
stores what it says, and a restored database must say the same."""


def tell(sentences: Mapping[str, str | Promise]) -> None:
    """Give the words of a room's events; a fact of the event is %(named)s."""
    for event, sentence in sentences.items():
        presenters.add(event, sentence)
