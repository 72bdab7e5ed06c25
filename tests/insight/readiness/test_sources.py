import pytest

from desa.insight.readiness.rules.catalogue import catalogue
from desa.insight.readiness.rules.sources import OTHERWISE, WAITING, waiting_for

ROOMS = sorted({sub.needs for indicator in catalogue() for sub in indicator.subs})


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_awaited_is_said_without_the_name_of_a_room(room: str) -> None:
    words = waiting_for(room)
    assert room not in words
    assert words.endswith(".")


def test_room_without_words_of_its_own_gets_the_general_ones() -> None:
    assert waiting_for("letters") == OTHERWISE
    assert set(WAITING) <= set(ROOMS)
