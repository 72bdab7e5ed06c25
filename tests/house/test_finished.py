import pytest

from tests.house.finished import left_for_later, numbers_of_people
from tests.house.tree import PRODUCT, files, short, text

KINDS = ("*.py", "*.html", "*.css", "*.js", "*.toml", "*.json", "*.csv", "*.typ", "*.po", "*.txt")


def test_nothing_is_left_for_later() -> None:
    places = [path for kind in KINDS for path in files(kind, *PRODUCT, "tests")]
    assert [short(path) for path in places if left_for_later(text(path))] == []


def test_samples_hold_invented_people_only() -> None:
    places = [path for kind in KINDS for path in files(kind, *PRODUCT, "tests")]
    assert {short(p): found for p in places if (found := numbers_of_people(text(p)))} == {}


@pytest.mark.parametrize(
    "source",
    ["# TO" + "DO: later", "@pytest.mark." + "skip", "@pytest.mark." + "xfail", "# FIX" + "ME"],
)
def test_guard_notices_what_is_left_for_later(source: str) -> None:
    assert left_for_later(source)


@pytest.mark.parametrize("number", ["351401" + "5203550001", "357801" + "0112800003"])
def test_guard_notices_a_number_that_could_be_somebodys(number: str) -> None:
    assert numbers_of_people(f'nik = "{number}"') == [number]


@pytest.mark.parametrize("number", ["3514995203550001", "3514990101100001", "3510000000000000"])
def test_invented_and_impossible_numbers_may_stand_in_samples(number: str) -> None:
    assert numbers_of_people(f'nik = "{number}"') == []
