"""From which state a letter goes where, and which permission the step needs."""

from desa.services.letters.enums import LetterPermission, LetterState

S, P = LetterState, LetterPermission

TRANSITIONS: dict[tuple[LetterState, LetterState], LetterPermission] = {
    (S.SUBMITTED, S.APPROVED): P.LETTER_APPROVE,
    (S.SUBMITTED, S.REFUSED): P.LETTER_APPROVE,
    (S.SUBMITTED, S.CANCELLED): P.LETTER_MAKE,
    (S.APPROVED, S.HANDED_OVER): P.LETTER_MAKE,
    (S.APPROVED, S.VOIDED): P.LETTER_VOID,
    (S.HANDED_OVER, S.VOIDED): P.LETTER_VOID,
    (S.APPROVED, S.REPLACED): P.LETTER_VOID,
    (S.HANDED_OVER, S.REPLACED): P.LETTER_VOID,
}


def is_possible(before: str, after: LetterState) -> bool:
    return (LetterState(before), after) in TRANSITIONS
