"""From where to where a batch may go; the room that imports decides which offices may do it."""

from desa.foundation.sheets.enums import BatchState

# A failed import resumes behind its last whole chunk, or is undone.
MOVES: dict[BatchState, frozenset[BatchState]] = {
    BatchState.PREVIEWED: frozenset((BatchState.RUNNING,)),
    BatchState.RUNNING: frozenset((BatchState.DONE, BatchState.FAILED)),
    BatchState.FAILED: frozenset((BatchState.RUNNING, BatchState.UNDOING)),
    BatchState.DONE: frozenset((BatchState.UNDOING,)),
    BatchState.UNDOING: frozenset((BatchState.UNDONE,)),
    BatchState.UNDONE: frozenset(),
}


def sources(target: BatchState) -> list[BatchState]:
    """The states from which `target` may be reached."""
    return [state for state, targets in MOVES.items() if target in targets]
