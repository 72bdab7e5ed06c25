"""Which office may do what. Each room grants its own permissions from its AppConfig.ready()."""

from enum import StrEnum

from desa.foundation.accounts.enums import AccountsPermission, Office
from desa.foundation.notifications.enums import NotificationsPermission

# The room of messages lies below this one. Who sees which message is decided by each message.
WRITES_TO_RESIDENTS = (
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KAUR_KEUANGAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
    Office.KEPALA_DUSUN,
    Office.BPD,
)
_grants: dict[str, frozenset[Office]] = {}


def grant(permission: StrEnum, *offices: Office) -> None:
    """Give `permission` to these offices; called once per permission, in code, never from data."""
    _grants[permission.value] = frozenset(offices)


def offices_with(permission: str) -> frozenset[Office]:
    """Raises LookupError for a permission that no room has granted: a misspelt guard must not open."""
    try:
        return _grants[permission]
    except KeyError:
        raise LookupError(f"permission {permission!r} is granted by no room") from None


def granted() -> dict[str, frozenset[Office]]:
    return dict(_grants)


def grant_own() -> None:
    grant(AccountsPermission.OFFICER_MANAGE, Office.SEKDES, Office.KADES)
    grant(NotificationsPermission.NOTICE_SEND, *WRITES_TO_RESIDENTS)
