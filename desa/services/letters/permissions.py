from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.services.letters.enums import LetterPermission

COUNTER = (Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_TU, Office.SEKDES)


def grant_own() -> None:
    grant(
        LetterPermission.LETTER_VIEW,
        *COUNTER,
        Office.KADES,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_KESEJAHTERAAN,
    )
    grant(LetterPermission.LETTER_MAKE, *COUNTER)
    grant(LetterPermission.LETTER_APPROVE, Office.KADES)
    grant(LetterPermission.LETTER_VOID, Office.KADES, Office.SEKDES)
