"""What the office's one search box finds, in every room that registered a source."""

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import registry
from desa.foundation.core.registry import SearchHit
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.services.letters.models import Letter
from desa.services.letters.queries import by_status_code

MOST = 20


def letter_with_code(words: str) -> Letter | None:
    """The letter whose status code these words are exactly."""
    try:
        return by_status_code(StatusCode.parse(words).value)
    except ValueProblem:
        return None


def find(words: str, user: User) -> list[SearchHit]:
    """Hits of the sources that this user may ask, best source first."""
    return [
        hit
        for source in registry.search_sources
        if has_permission(user, source.permission)
        for hit in source.find(words, MOST)
    ]
