"""Scores and sheets typed from paper, two people to a sheet, and the count beside the ranking."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from desa.empowerment.planning import actions
from desa.empowerment.planning.enums import Authority, Sex
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Ballot, Round
from desa.empowerment.planning.queries import (
    election_of,
    groups_of,
    ranked,
    ranked_winners,
    undecided_sheets,
)
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from tests.empowerment.planning.samples import (
    ASSESSING,
    CLERK,
    DECIDING,
    RANKING,
    accepted,
    assessed,
    hamlet,
    on,
    proposed,
    published,
    year_of_proposals,
)
from tests.factories import official


@pytest.fixture
def year(scope: Village) -> Round:
    """Three that may be ranked, one that may not; Rp60 million."""
    found = year_of_proposals(60_000_000)
    assessed(found, "Jalan lingkungan Winog", 30)
    assessed(found, "Jalan usaha tani Winog", 30)
    assessed(found, "Sumur bor di Sendi", 20, area=hamlet("Sendi"))
    outside = proposed(found, "Jembatan di jalan kabupaten")
    with on(*ASSESSING):
        actions.assess_proposal(
            by=CLERK,
            proposal=outside,
            authority=Authority.OUTSIDE,
            cost=Rupiah.of(900_000_000),
            benefits=400,
        )
    return found


@pytest.fixture
def typists(scope: Village) -> tuple[User, User]:
    return official(scope, Office.OPERATOR), official(scope, Office.KAUR_TU)


def _both(year: Round, typists: tuple[User, User], sheet: int, choices: str, place: str) -> None:
    with on(*RANKING):
        for who in typists:
            actions.type_sheet(
                by=who, round_=year, sheet=sheet, choices=choices, area=hamlet(place)
            )


def test_ranking_is_by_the_paper_then_by_the_price(year: Round) -> None:
    with on(*RANKING):
        actions.score_proposals(by=CLERK, round_=year, scores={1: 70, 2: 90, 3: 70})
    assert [item.number for item in ranked(year)] == [2, 3, 1]
    assert ranked_winners(year) == (2, 3)


def test_what_the_village_may_not_do_gets_no_score(year: Round) -> None:
    with on(*RANKING), pytest.raises(ProposalRefused, match="nomor 4"):
        actions.score_proposals(by=CLERK, round_=year, scores={1: 70, 4: 100})
    assert ranked(year) == ()


def test_scores_wait_for_their_phase(year: Round) -> None:
    with on(*ASSESSING), pytest.raises(ProposalRefused, match="dibuka 21 September 2026"):
        actions.score_proposals(by=CLERK, round_=year, scores={1: 70})


def test_sheet_counts_when_two_people_read_the_same(
    year: Round, typists: tuple[User, User]
) -> None:
    one, other = typists
    with on(*RANKING):
        first = actions.type_sheet(by=one, round_=year, sheet=7, choices="1 3", area=hamlet())
        assert not first.counts
        second = actions.type_sheet(by=other, round_=year, sheet=7, choices="3,1", area=hamlet())
    assert second.counts
    assert Ballot.objects.count() == 1


def test_one_person_cannot_type_both(year: Round, typists: tuple[User, User]) -> None:
    with on(*RANKING):
        for _turn in range(2):
            ballot = actions.type_sheet(
                by=typists[0], round_=year, sheet=7, choices="1", area=hamlet()
            )
    assert ballot.second_by is None
    assert not ballot.counts
    ballot.second_by, ballot.second_area, ballot.counts = typists[0], ballot.first_area, True
    ballot.second_choices = ballot.first_choices
    with pytest.raises(IntegrityError), transaction.atomic():
        ballot.save()


@pytest.mark.parametrize(
    ("choices", "place", "sex"), [("1 2", "Winog", ""), ("1", "Sendi", ""), ("1", "Winog", "P")]
)
def test_difference_keeps_the_sheet_out_until_its_typist_corrects_it(
    year: Round, typists: tuple[User, User], choices: str, place: str, sex: str
) -> None:
    with on(*RANKING):
        actions.type_sheet(by=typists[0], round_=year, sheet=7, choices="1", area=hamlet())
        wrong = actions.type_sheet(
            by=typists[1],
            round_=year,
            sheet=7,
            choices=choices,
            area=hamlet(place),
            sex=Sex(sex),
        )
        assert not wrong.counts
        assert list(undecided_sheets(year)) == [wrong]
        with pytest.raises(ProposalRefused, match="1 lembar"):
            actions.count_ballots(by=CLERK, round_=year)
        right = actions.type_sheet(by=typists[1], round_=year, sheet=7, choices="1", area=hamlet())
    assert right.counts
    assert not undecided_sheets(year).exists()


def test_database_itself_keeps_a_difference_from_counting(
    year: Round, typists: tuple[User, User]
) -> None:
    with on(*RANKING):
        actions.type_sheet(by=typists[0], round_=year, sheet=7, choices="1", area=hamlet())
        actions.type_sheet(by=typists[1], round_=year, sheet=7, choices="2", area=hamlet())
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.update(counts=True)


def test_third_person_is_refused(year: Round, typists: tuple[User, User], scope: Village) -> None:
    _both(year, typists, 7, "1", "Winog")
    third = official(scope, Office.SEKDES)
    with on(*RANKING), pytest.raises(ProposalRefused, match="dua orang"):
        actions.type_sheet(by=third, round_=year, sheet=7, choices="2", area=hamlet())


@pytest.mark.parametrize("choices", ["4", "1 99", "semua"])
def test_number_that_is_not_on_the_sheet_is_refused(
    year: Round, typists: tuple[User, User], choices: str
) -> None:
    with on(*RANKING), pytest.raises(ProposalRefused, match="bukan nomor usulan"):
        actions.type_sheet(by=typists[0], round_=year, sheet=1, choices=choices, area=hamlet())


def test_sheet_number_beyond_all_sheets_is_refused(year: Round, typists: tuple[User, User]) -> None:
    for sheet in (0, 20_001):
        with on(*RANKING), pytest.raises(ProposalRefused, match="Nomor lembar"):
            actions.type_sheet(by=typists[0], round_=year, sheet=sheet, choices="1", area=hamlet())


def test_count_stands_beside_the_ranking_and_tells_whose_money_went_where(
    year: Round, typists: tuple[User, User]
) -> None:
    for sheet in range(1, 21):
        _both(year, typists, sheet, "1 2", "Winog")
    for sheet in range(21, 31):
        _both(year, typists, sheet, "3", "Sendi")
    with on(*RANKING):
        actions.score_proposals(by=CLERK, round_=year, scores={1: 70, 2: 90, 3: 50})
        counted = actions.count_ballots(by=CLERK, round_=year)
    advice = counted.advice
    assert advice is not None
    assert sorted(advice["majority"]) == [1, 2]
    assert sorted(advice["equal"]) == [1, 3]
    assert list(advice["ranked"]) == [2, 1]
    money = {group["name"]: group for group in advice["groups"]}
    assert (money["Sendi"]["own"], money["Sendi"]["equal"]) == (20_000_000, 20_000_000)
    assert (money["Sendi"]["majority"], money["Sendi"]["ranked"]) == (0, 0)
    assert [item.score for item in ranked(year)] == [90, 70, 50]
    assert len(groups_of(year)) == len(election_of(year).ballots) == 30


def test_new_sheet_or_other_money_makes_the_old_count_void(
    year: Round, typists: tuple[User, User]
) -> None:
    _both(year, typists, 1, "1", "Winog")
    with on(*RANKING):
        assert actions.count_ballots(by=CLERK, round_=year).advice is not None
    _both(year, typists, 2, "2", "Winog")
    year.refresh_from_db()
    assert (year.advice, year.counted_at) == (None, None)
    with on(*RANKING):
        actions.count_ballots(by=CLERK, round_=year)
    assert year_of_proposals(70_000_000).advice is None


def test_count_without_money_or_sheets_says_what_is_missing(year: Round) -> None:
    with on(*RANKING), pytest.raises(ProposalRefused, match="Belum ada lembar"):
        actions.count_ballots(by=CLERK, round_=year)
    Round.objects.update(budget=None)
    with on(*RANKING), pytest.raises(ProposalRefused, match="Pagu"):
        actions.count_ballots(by=CLERK, round_=year)


def test_only_who_may_type_types(year: Round, scope: Village) -> None:
    hamlet_head = official(scope, Office.KEPALA_DUSUN)
    with on(*RANKING), pytest.raises(PermissionDenied):
        actions.type_sheet(by=hamlet_head, round_=year, sheet=1, choices="1", area=hamlet())
    with on(*RANKING), pytest.raises(PermissionDenied):
        actions.score_proposals(by=hamlet_head, round_=year, scores={1: 1})


def test_nothing_is_typed_after_the_ranking_is_closed(
    year: Round, typists: tuple[User, User]
) -> None:
    with on(*DECIDING), pytest.raises(ProposalRefused, match="berakhir 30 September 2026"):
        actions.type_sheet(by=typists[0], round_=year, sheet=1, choices="1", area=hamlet())
    for proposal in year.proposals.filter(authority=Authority.VILLAGE):
        accepted(proposal)
    with pytest.raises(ProposalRefused):
        published(year)
