import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.services.complaints.rules import steps
from desa.services.complaints.rules.drafts import (
    MOST_PHOTOS,
    DraftPhoto,
    photos_in,
    with_photo,
    without_photo,
    word,
)
from desa.services.complaints.rules.numbers import parse_number

KINDS = st.sampled_from(["pju", "perangkat", "uang", ""])


@given(KINDS)
def test_walking_on_asks_everything_once_and_ends_at_the_review(kind: str) -> None:
    here, done = steps.KIND, [steps.KIND]
    while here != steps.REVIEW:
        here = steps.after(here, kind, done)
        assert here not in done
        done.append(here)
    assert tuple(done) == steps.steps_for(kind)
    assert steps.unanswered(kind, done) == ""


@given(KINDS, st.sets(st.sampled_from(["jenis", "siapa", "tempat", "cerita", "kontak"])))
def test_nothing_is_sent_while_a_question_is_open(kind: str, done: set[str]) -> None:
    missing = steps.unanswered(kind, done)
    asked = set(steps.steps_for(kind)) - {steps.REVIEW}
    assert (missing == "") == (asked <= done)
    assert missing not in done


def test_back_leads_to_the_question_before() -> None:
    assert steps.before(steps.PLACE, "pju") == steps.KIND
    assert steps.before(steps.PLACE, "perangkat") == steps.ABOUT
    assert steps.before(steps.KIND, "pju") == ""
    assert steps.before("rumah", "pju") == ""


def _photo(number: int) -> DraftPhoto:
    return DraftPhoto(f"{number:064x}", f"{number + 100:064x}", 1000 + number, "kunci")


def test_photos_read_back_as_they_were_put() -> None:
    data = with_photo({}, _photo(1))
    assert photos_in(with_photo(data, _photo(2))) == [_photo(1), _photo(2)]
    assert photos_in({"foto": [DraftPhoto("a", "b", 3, "").as_text()]})[0].source == ""


def test_same_photo_is_kept_once_and_no_more_than_fit() -> None:
    data: dict[str, list[str]] = {}
    for number in (1, 1, 2, 3, 4, 5):
        data = with_photo(data, _photo(number))
    assert photos_in(data) == [_photo(1), _photo(2), _photo(3)]
    assert len(photos_in(data)) == MOST_PHOTOS


def test_dropped_photo_is_gone() -> None:
    data = with_photo(with_photo({}, _photo(1)), _photo(2))
    assert photos_in(without_photo(data, _photo(1).digest)) == [_photo(2)]


def test_word_of_a_question_that_was_not_asked_is_empty() -> None:
    assert word({}, "tempat") == word({"tempat": []}, "tempat") == ""


@pytest.mark.parametrize(
    "text", ["PGD-2026-7", "P-0217", "PGD-26-0007", "pgd-2026-0007", "", "PGD-2026-0007x"]
)
def test_other_words_are_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_number_is_read() -> None:
    assert parse_number("PGD-2026-0007") == (2026, 7)
    assert parse_number("PGD-2026-12345") == (2026, 12345)
