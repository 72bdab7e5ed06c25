"""What the office's one search box finds, in every room that registered a source; the set-up code."""

from django.conf import settings

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import registry
from desa.foundation.core.recovery import HOLDERS, RecoveryCode
from desa.foundation.core.registry import SearchHit
from desa.foundation.core.values.codes import SetupCode, StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.services.letters.models import Letter
from desa.services.letters.queries import by_status_code

MOST = 20


def setup_code() -> SetupCode:
    """Made from the working key: only who can read the machine's files or terminal has it."""
    return SetupCode.derived(settings.WORKING_KEY.derive("setup"))


def recovery_codes_of(page: str) -> dict[str, RecoveryCode]:
    """The two codes that the set-up page with this random name shows; the page's name is not kept either."""
    return {holder: RecoveryCode.derived(settings.WORKING_KEY, page, holder) for holder in HOLDERS}


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
