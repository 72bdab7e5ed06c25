"""From which state a proposal goes where. What was decided becomes its state only when all is published."""

from desa.empowerment.planning.enums import ProposalState, Verdict

S = ProposalState
POSSIBLE: frozenset[tuple[ProposalState, ProposalState]] = frozenset(
    {
        (S.RECEIVED, S.MERGED),
        (S.RECEIVED, S.ACCEPTED),
        (S.RECEIVED, S.POSTPONED),
        (S.RECEIVED, S.FORWARDED),
        (S.RECEIVED, S.REFUSED),
        (S.ACCEPTED, S.RUNNING),
        (S.RUNNING, S.DONE),
        (S.DONE, S.CONFIRMED),
        (S.DONE, S.RUNNING),
        (S.CONFIRMED, S.RUNNING),
    }
)
OF_VERDICT = {
    Verdict.ACCEPTED: S.ACCEPTED,
    Verdict.POSTPONED: S.POSTPONED,
    Verdict.FORWARDED: S.FORWARDED,
    Verdict.REFUSED: S.REFUSED,
}
DECIDED = tuple(state for state in S if state not in (S.RECEIVED, S.MERGED))
WORKED_ON = (S.ACCEPTED, S.RUNNING, S.DONE, S.CONFIRMED)
ASKED = (S.DONE, S.CONFIRMED)


def is_possible(before: str, after: ProposalState) -> bool:
    return (ProposalState(before), after) in POSSIBLE
