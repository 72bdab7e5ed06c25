"""From which state a paper goes where, and which permission the step needs ("" = the software's own)."""

from desa.foundation.papers.enums import PapersPermission, PaperState

TRANSITIONS: dict[tuple[PaperState, PaperState], str] = {
    (PaperState.NUMBERED, PaperState.ISSUED): "",
    (PaperState.NUMBERED, PaperState.VOIDED): PapersPermission.PAPER_VOID,
    (PaperState.ISSUED, PaperState.VOIDED): PapersPermission.PAPER_VOID,
    (PaperState.NUMBERED, PaperState.REPLACED): PapersPermission.PAPER_VOID,
    (PaperState.ISSUED, PaperState.REPLACED): PapersPermission.PAPER_VOID,
}


def permission_for(before: str, after: PaperState) -> str | None:
    """None when the paper cannot take this step."""
    return TRANSITIONS.get((PaperState(before), after))
