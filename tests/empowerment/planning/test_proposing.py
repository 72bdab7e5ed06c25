"""Taking, merging, assessing: what may be done when, and what is kept of whom."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from desa.empowerment.planning import actions
from desa.empowerment.planning.actions import Attendance, Idea
from desa.empowerment.planning.enums import (
    Authority,
    Channel,
    CostClass,
    Origin,
    Phase,
    ProposalState,
    Sex,
)
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import HamletMeeting, Proposal, Proposer
from desa.empowerment.planning.queries import alike_to, taking_round
from desa.empowerment.planning.rules.phases import Window
from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.planning.samples import (
    ASSESSING,
    CALENDAR,
    CLERK,
    CULVERT,
    DECIDING,
    MERGING,
    PROPOSING,
    RANKING,
    accepted,
    assessed,
    fresh,
    hamlet,
    on,
    proposed,
    published,
    year_of_proposals,
)
from tests.factories import official

pytestmark = pytest.mark.usefixtures("scope")


def test_proposal_gets_the_next_number_of_its_year_and_a_code() -> None:
    year = year_of_proposals()
    first, second = proposed(year), proposed(year, "Posyandu keliling untuk Sendi")
    assert (first.public_number, second.public_number) == ("2027/1", "2027/2")
    assert first.status_code != second.status_code
    assert first.shown_at is not None


def test_words_from_the_page_wait_until_an_official_has_looked() -> None:
    made = proposed(year_of_proposals(), channel=Channel.WEB)
    assert made.shown_at is None
    actions.show_proposal(by=CLERK, proposal=made)
    once = fresh(made).shown_at
    actions.show_proposal(by=CLERK, proposal=made)
    assert once is not None
    assert fresh(made).shown_at == once


@pytest.mark.parametrize(
    ("day", "words"),
    [((7, 20), "dibuka 1 Agustus 2026"), ((9, 5), "berakhir 31 Agustus 2026")],
)
def test_outside_its_phase_a_proposal_is_refused_with_the_day(
    day: tuple[int, int], words: str
) -> None:
    year = year_of_proposals()
    with on(*day), pytest.raises(ProposalRefused, match=words):
        actions.propose(by=CLERK, round_=year, idea=CULVERT)
    assert not Proposal.objects.exists()
    year.refresh_from_db()
    assert year.next_number == 1


def test_year_without_days_says_who_sets_them() -> None:
    year = actions.set_round(by=CLERK, year=2028, calendar={}, budget=None)
    with pytest.raises(ProposalRefused, match="belum dijadwalkan"):
        actions.propose(by=CLERK, round_=year, idea=CULVERT)


def test_too_short_wish_is_refused() -> None:
    year = year_of_proposals()
    with on(*PROPOSING), pytest.raises(ProposalRefused, match="terlalu pendek"):
        actions.propose(by=CLERK, round_=year, idea=Idea("  lampu ", Channel.WEB))


def test_form_sent_twice_makes_one_proposal() -> None:
    year, key = year_of_proposals(), uuid4()
    with on(*PROPOSING):
        made = [
            actions.propose_once(by=CLERK, round_=year, idea=CULVERT, key=key) for _turn in range(2)
        ]
    assert made[0].pk == made[1].pk
    assert Proposal.objects.count() == 1


def test_who_wished_it_stands_apart_and_only_when_it_was_said() -> None:
    year = year_of_proposals()
    proposed(year)
    told = proposed(year, name="Siti", phone="0812-0000-0044", sex=Sex.FEMALE)
    who = Proposer.objects.get()
    assert (who.proposal_id, who.phone, str(who)) == (told.pk, "+6281200000044", "•••")
    assert "Siti" not in str(list(TrailEvent.objects.values_list("facts", flat=True)))


def test_sheet_of_a_musdus_is_taken_whole_or_not_at_all() -> None:
    year, rajeg = year_of_proposals(), hamlet("Rajeg")
    ideas = [replace(CULVERT, origin=Origin.WOMEN), Idea("Sumur bor di Rajeg", Channel.MEETING)]
    came = Attendance(women_adult=14, men_adult=11, men_elder=3, disabled=1)
    with on(*PROPOSING):
        meeting = actions.note_meeting(
            by=CLERK,
            round_=year,
            area=rajeg,
            held_on=date(2026, 8, 9),
            attendance=came,
            ideas=ideas,
        )
    assert (meeting.women, meeting.men) == (14, 14)
    rows = list(meeting.proposals.order_by("number"))
    assert [row.channel for row in rows] == [Channel.MEETING, Channel.MEETING]
    assert rows[0].origin == Origin.WOMEN
    assert {row.area_id for row in rows} == {rajeg.pk}
    short = [*ideas, Idea("pendek", Channel.MEETING)]
    for attendance, told in ((came, short), (Attendance(disabled=2), ideas), (came, [])):
        with on(*PROPOSING), pytest.raises(ProposalRefused):
            actions.note_meeting(
                by=CLERK,
                round_=year,
                area=rajeg,
                held_on=date(2026, 8, 10),
                attendance=attendance,
                ideas=told,
            )
    assert HamletMeeting.objects.count() == 1
    assert Proposal.objects.count() == 2


def test_same_sheet_typed_again_is_refused() -> None:
    year, sheet = year_of_proposals(), {"area": hamlet(), "held_on": date(2026, 8, 9)}
    with on(*PROPOSING):
        for _turn in range(2):
            if HamletMeeting.objects.exists():
                with pytest.raises(ProposalRefused, match="sudah diketik"):
                    _noted(year, sheet)
            else:
                _noted(year, sheet)
    assert Proposal.objects.count() == 1


def _noted(year: object, sheet: dict[str, object]) -> None:
    actions.note_meeting(
        by=CLERK, round_=year, attendance=Attendance(men_adult=9), ideas=[CULVERT], **sheet  # type: ignore[arg-type]
    )  # fmt: skip


def test_merging_keeps_the_number_the_code_and_the_proposer_of_each() -> None:
    year = year_of_proposals()
    one = proposed(year, CULVERT.title, name="Siti")
    other = proposed(
        year, "Gorong gorong Rajeg perbatasan Winog", name="Joko", area=hamlet("Rajeg")
    )
    third = proposed(year, "Gorong-gorong batas Rajeg", name="Wati", area=hamlet("Rajeg"))
    assert next((row.pk, near) for row, near in alike_to(one)) == (other.pk, True)
    with on(*MERGING):
        actions.merge_proposals(by=CLERK, proposal=third, into=other)
        actions.merge_proposals(by=CLERK, proposal=other, into=one)
    assert {row.pk for row in one.merged.all()} == {other.pk, third.pk}
    assert fresh(other).state == ProposalState.MERGED
    assert sorted(Proposer.objects.values_list("name", flat=True)) == ["Joko", "Siti", "Wati"]
    assert fresh(other).status_code == other.status_code


@pytest.mark.parametrize("day", [PROPOSING, RANKING, DECIDING])
def test_merging_waits_for_its_phase(day: tuple[int, int]) -> None:
    year = year_of_proposals()
    one, other = proposed(year), proposed(year, "Lampu jalan musala Rajeg")
    with on(*day), pytest.raises(ProposalRefused):
        actions.merge_proposals(by=CLERK, proposal=one, into=other)
    assert fresh(one).state == ProposalState.RECEIVED


def test_proposal_is_not_merged_into_itself_nor_into_a_merged_one() -> None:
    year = year_of_proposals()
    one, other, third = (proposed(year, f"Lampu jalan nomor {word}") for word in ("a", "b", "c"))
    with on(*MERGING):
        actions.merge_proposals(by=CLERK, proposal=one, into=other)
        for source, into in ((third, third), (third, one), (one, third)):
            with pytest.raises(ProposalRefused):
                actions.merge_proposals(by=CLERK, proposal=source, into=into)


def test_assessing_gives_the_class_of_the_cost() -> None:
    made = assessed(year_of_proposals(), "Gorong-gorong Winog", 42)
    assert (made.cost_class, made.authority) == (CostClass.MIDDLE, Authority.VILLAGE)
    assert made.benefits == 120


def test_own_affair_of_the_village_needs_a_cost() -> None:
    made = proposed(year_of_proposals())
    with on(*ASSESSING), pytest.raises(ProposalRefused, match="perkiraan biaya"):
        actions.assess_proposal(
            by=CLERK, proposal=made, authority=Authority.VILLAGE, cost=None, benefits=None
        )
    with on(*ASSESSING):
        outside = actions.assess_proposal(
            by=CLERK, proposal=made, authority=Authority.OUTSIDE, cost=None, benefits=9
        )
    assert outside.cost_class == ""


def test_proposal_may_be_changed_until_it_is_ranked() -> None:
    year = year_of_proposals()
    made = assessed(year, "Gorong-gorong Winog", 42)
    better = Idea("Gorong-gorong Winog, dua titik", Channel.COUNTER, area=hamlet(), benefits=80)
    with on(*ASSESSING):
        actions.edit_proposal(by=CLERK, proposal=made, idea=better)
    assert fresh(made).title == better.title
    with on(*RANKING), pytest.raises(ProposalRefused, match="peringkat"):
        actions.edit_proposal(by=CLERK, proposal=made, idea=replace(better, title="Jembatan emas"))
    assert fresh(made).title == better.title


def test_score_blocks_changing_even_when_the_days_are_moved() -> None:
    year = year_of_proposals()
    made = assessed(year, "Gorong-gorong Winog", 42)
    with on(*RANKING):
        actions.score_proposals(by=CLERK, round_=year, scores={made.number: 80})
    moved = {**CALENDAR, Phase.RANK: Window(date(2026, 10, 1), date(2026, 10, 1))}
    year = actions.set_round(by=CLERK, year=2027, calendar=moved, budget=year.budget)
    with on(*ASSESSING), pytest.raises(ProposalRefused, match="peringkat"):
        actions.edit_proposal(by=CLERK, proposal=made, idea=CULVERT)


def test_decided_proposal_is_not_assessed_again() -> None:
    year = year_of_proposals()
    made = assessed(year, "Gorong-gorong Winog", 42)
    accepted(made)
    published(year)
    with on(*ASSESSING), pytest.raises(ProposalRefused):
        actions.assess_proposal(
            by=CLERK, proposal=made, authority=Authority.OUTSIDE, cost=Rupiah(), benefits=1
        )


@pytest.mark.parametrize("how", ["backwards", "early"])
def test_impossible_days_of_a_year_are_refused(how: str) -> None:
    late = Window(date(2026, 9, 9), date(2026, 9, 1) if how == "backwards" else date(2026, 9, 30))
    calendar = {Phase.PROPOSE: late, Phase.RANK: Window(date(2026, 9, 2), date(2026, 9, 3))}
    with pytest.raises(ProposalRefused):
        actions.set_round(by=CLERK, year=2027, calendar=calendar, budget=None)


def test_year_that_takes_proposals_today_comes_before_newer_ones() -> None:
    older = year_of_proposals()
    later = {Phase.PROPOSE: Window(date(2027, 8, 1), date(2027, 8, 31))}
    newer = actions.set_round(by=CLERK, year=2028, calendar=later, budget=None)
    assert taking_round(date(2026, 8, 5)) == older
    assert taking_round(date(2026, 12, 5)) == newer
    assert taking_round(date(2028, 12, 5)) == newer


def test_who_has_no_right_changes_nothing(scope: Village) -> None:
    made, clerk = proposed(year_of_proposals()), official(scope, Office.KASI_PELAYANAN)
    with on(*ASSESSING), pytest.raises(PermissionDenied):
        actions.assess_proposal(
            by=clerk, proposal=made, authority=Authority.OUTSIDE, cost=None, benefits=None
        )
    with on(*MERGING), pytest.raises(PermissionDenied):
        actions.merge_proposals(by=clerk, proposal=made, into=made)
    with pytest.raises(PermissionDenied):
        actions.set_round(by=clerk, year=2029, calendar=CALENDAR, budget=None)
