from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.people.residents.enums import ResidentsPermission


def grant_own() -> None:
    grant(
        ResidentsPermission.VIEW,
        Office.OPERATOR,
        Office.SEKDES,
        Office.KADES,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_PELAYANAN,
        Office.KAUR_TU,
    )
    grant(ResidentsPermission.IMPORT, Office.OPERATOR, Office.SEKDES, Office.KASI_PEMERINTAHAN)
