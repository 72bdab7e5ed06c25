from desa.foundation.accounts.models.membership import Membership
from desa.foundation.accounts.models.officeholder import Officeholder
from desa.foundation.accounts.models.user import User

__all__ = ["Membership", "Officeholder", "User"]
