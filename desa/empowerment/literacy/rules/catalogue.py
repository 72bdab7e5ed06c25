"""Critical functions and task cards as they stand in their files."""

import tomllib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Critical:
    """A function that must not stand still when one person is away; `tasks` are done before an observer."""

    slug: str
    name: str
    name_en: str
    tasks: tuple[str, ...]
    weight: int


@dataclass(frozen=True)
class CardStep:
    """`screen` names the page of this system on which the step is done; "" when it needs none."""

    text: str
    screen: str = ""


@dataclass(frozen=True)
class Card:
    slug: str
    title: str
    title_en: str
    offices: tuple[str, ...]
    minutes: int
    steps: tuple[CardStep, ...]
    done: str
    stuck: str
    weight: int


def read_function(slug: str, text: str) -> Critical:
    """Raises KeyError or TOMLDecodeError: the files are ours."""
    data = tomllib.loads(text)
    return Critical(slug, data["name"], data["name_en"], tuple(data["tasks"]), int(data["weight"]))


def read_card(slug: str, text: str) -> Card:
    data: dict[str, Any] = tomllib.loads(text)
    steps = tuple(CardStep(step["text"], step.get("screen", "")) for step in data["steps"])
    return Card(
        slug=slug,
        title=data["title"],
        title_en=data["title_en"],
        offices=tuple(data["offices"]),
        minutes=int(data["minutes"]),
        steps=steps,
        done=data["done"],
        stuck=data["stuck"],
        weight=int(data["weight"]),
    )
