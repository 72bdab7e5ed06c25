from desa.foundation.accounts.models.link import AccountLink
from desa.foundation.accounts.models.membership import Membership
from desa.foundation.accounts.models.officeholder import Officeholder
from desa.foundation.accounts.models.user import User

__all__ = ["AccountLink", "Membership", "Officeholder", "User"]
