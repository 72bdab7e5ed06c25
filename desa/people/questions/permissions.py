from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.people.questions.enums import QuestionsPermission

IMPLEMENTERS = (
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
)
"""Who carries activities out (Permendagri 20/2018 Ps 6); kaur keuangan only keeps the money."""

HEADS = (Office.SEKDES, Office.KADES)
COUNTER = (Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_TU, Office.SEKDES)


def grant_own() -> None:
    grant(
        QuestionsPermission.QUESTION_VIEW,
        *IMPLEMENTERS,
        *HEADS,
        Office.OPERATOR,
        Office.KAUR_KEUANGAN,
    )
    grant(QuestionsPermission.QUESTION_ANSWER, *IMPLEMENTERS, *HEADS)
    grant(QuestionsPermission.QUESTION_TAKE, *COUNTER)
    grant(QuestionsPermission.QUESTION_CLOSE, *HEADS)
