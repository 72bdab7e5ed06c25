"""Which office may do what. Each room grants its own permissions from its AppConfig.ready()."""

from enum import StrEnum

from desa.foundation.accounts.enums import AccountsPermission, Office

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
