"""A category of complaints as data: its name, who answers for it, what is promised. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desa.foundation.accounts.enums import Office


@dataclass(frozen=True)
class Category:
    """`working_days` is promised; `escalation_days` more without an answer and it goes to the top.

    `supervised`: "berkadar pengawasan", read by the BPD alone and never published.
    """

    slug: str
    name: str
    hint: str
    short: str
    question: str
    owner: Office
    working_days: int
    escalation_days: int
    weight: int
    english: Mapping[str, str]
    supervised: bool = False

    @property
    def service(self) -> str:
        """The name of its clock."""
        return f"pengaduan-{self.slug}"


def read_category(slug: str, text: str) -> Category:
    """Raises KeyError, TypeError or ValueError for a category that lacks a part or has one too many."""
    data: dict[str, Any] = tomllib.loads(text)
    english = data.pop("english")
    words = {data[name]: english[name] for name in ("name", "hint", "short", "question")}
    owner = Office(data.pop("owner"))
    return Category(slug=slug, owner=owner, english=words, **data)
