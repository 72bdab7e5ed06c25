from desa.foundation.sheets.enums import BatchState
from desa.foundation.sheets.transitions import MOVES, sources


def test_every_state_has_its_row_in_the_table() -> None:
    assert set(MOVES) == set(BatchState)


def test_only_what_was_written_can_be_undone() -> None:
    assert sources(BatchState.UNDOING) == [BatchState.FAILED, BatchState.DONE]
    assert sources(BatchState.UNDONE) == [BatchState.UNDOING]
    assert sources(BatchState.PREVIEWED) == []


def test_nothing_follows_an_undone_batch() -> None:
    assert MOVES[BatchState.UNDONE] == frozenset()
