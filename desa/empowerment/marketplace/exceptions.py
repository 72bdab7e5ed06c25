from collections.abc import Mapping

from django.utils.functional import Promise


class MarketplaceRefused(ValueError):
    """A step that this card cannot take now; `message` says so in words for the screen."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)


class ClaimFound(MarketplaceRefused):
    """Words that promise health, by the field of the form where they stand."""

    def __init__(self, found: Mapping[str, str]) -> None:
        super().__init__(next(iter(found.values())))
        self.found = dict(found)


class LinkSpent(LookupError):
    """A link that was used, is too old, was replaced by a newer one, or never existed."""


class GroupsUnreadable(ValueError):
    """The table of product groups has faults; `problems` are (line, sentence), counted from the head."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        super().__init__(len(problems))
        self.problems = problems
