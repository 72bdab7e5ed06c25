from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.foundation.papers.enums import PapersPermission


def grant_own() -> None:
    grant(PapersPermission.PAPER_VOID, Office.KADES, Office.SEKDES)
    grant(PapersPermission.SETTINGS_MANAGE, Office.KADES, Office.SEKDES, Office.KAUR_TU)
