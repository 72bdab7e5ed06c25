"""What a session is: one account, ended when its password changes."""

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from desa.foundation.accounts.models import User


def session_user(request: HttpRequest) -> User | None:
    """The active account of this session; None when its password has changed since."""
    key = request.session.get(SESSION_KEY)
    user = User.objects.filter(pk=key, is_active=True).first() if key else None
    if user is None:
        return None
    claimed = request.session.get(HASH_SESSION_KEY, "")
    return user if constant_time_compare(claimed, user.get_session_auth_hash()) else None
