"""From which state a question goes where. The last three steps are the asker's, by the status code."""

from desa.people.questions.enums import QuestionState

S = QuestionState

POSSIBLE: frozenset[tuple[QuestionState, QuestionState]] = frozenset(
    {
        (S.WAITING, S.ANSWERED),
        (S.WAITING, S.CLOSED),
        (S.REOPENED, S.ANSWERED),
        (S.ANSWERED, S.CONFIRMED),
        (S.ANSWERED, S.REOPENED),
        (S.ANSWERED, S.DISPUTED),
    }
)


def is_possible(before: str, after: QuestionState) -> bool:
    return (QuestionState(before), after) in POSSIBLE


def after_no(answers: int) -> QuestionState:
    """Where "Belum" leads after so many answers: back to the office once, then it stands as disputed."""
    return S.REOPENED if answers <= 1 else S.DISPUTED
