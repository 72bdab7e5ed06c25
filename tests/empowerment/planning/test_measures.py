"""COO3: proposals with state and reason shown, of those whose year was to be decided."""

from datetime import date

from desa.empowerment.planning import actions
from desa.empowerment.planning.measures import ANSWERED, read_answered
from desa.empowerment.planning.models import Round
from desa.foundation.core.measures import Standing, measures
from tests.empowerment.planning.samples import (
    CLERK,
    MERGING,
    accepted,
    hamlet,
    on,
    proposed,
    published,
    refused,
)


def test_measure_is_registered_as_the_part_of_proposals() -> None:
    assert measures.get("COO3.usulan") is ANSWERED


def test_year_that_is_not_to_be_decided_yet_counts_nothing(year: Round) -> None:
    proposed(year)
    reading = read_answered(date(2026, 10, 30))
    assert (reading.standing, reading.value) == (Standing.NO_DATA, None)


def test_year_that_was_never_answered_counts_as_nothing_of_all(year: Round) -> None:
    accepted(proposed(year))
    reading = read_answered(date(2026, 10, 31))
    assert (reading.value, reading.numerator, reading.denominator) == (0.0, 0, 1)


def test_everyone_answered_is_the_whole_with_a_row_for_each(year: Round) -> None:
    one, other = proposed(year), proposed(year, "Lampu jalan musala Rajeg", area=hamlet("Rajeg"))
    third = proposed(year, "Sumur bor di Sendi")
    with on(*MERGING):
        actions.merge_proposals(by=CLERK, proposal=other, into=one)
    accepted(one)
    refused(third)
    published(year)
    reading = read_answered(date(2026, 10, 6))
    assert (reading.value, reading.denominator) == (1.0, 3)
    assert [row.label for row in reading.evidence] == ["2027/1", "2027/2", "2027/3"]
    assert reading.evidence[2].note == "Ditolak"
    assert reading.evidence[0].url == "/usulan/2027/1/"
    assert read_answered(date(2026, 10, 4)).value is None
