"""From which state a version goes where, and which permission the step needs."""

from desa.transparency.budgets.enums import BudgetsPermission, VersionState

S, P = VersionState, BudgetsPermission

TRANSITIONS: dict[tuple[VersionState, VersionState], BudgetsPermission] = {
    (S.PREPARED, S.PUBLISHING): P.BUDGET_PUBLISH,
    (S.PUBLISHING, S.PREPARED): P.BUDGET_PUBLISH,
    (S.PUBLISHING, S.PUBLISHED): P.BUDGET_PUBLISH,
}


def is_possible(before: str, after: VersionState) -> bool:
    return (VersionState(before), after) in TRANSITIONS
