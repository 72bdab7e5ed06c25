"""A verdict and a written reason for everyone, published together; then budget, photo and the author's word."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from desa.empowerment.planning import actions
from desa.empowerment.planning.actions import Ruling
from desa.empowerment.planning.enums import Authority, ProposalState, Verdict
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import AuthorWord, Proposal, Round
from desa.empowerment.planning.queries import answered, without_verdict
from desa.foundation.accounts.enums import Office
from desa.foundation.core.registry import FigureNames, figure_names
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Village
from tests.empowerment.planning.samples import (
    ASSESSING,
    CARRYING,
    CLERK,
    DECIDING,
    MERGING,
    RANKING,
    accepted,
    assessed,
    fresh,
    on,
    proposed,
    published,
    refused,
    year_of_proposals,
)
from tests.factories import official

PASSED = Ruling(
    Verdict.FORWARDED, "Jalan ini jalan kabupaten.", outside_body="Dinas PU", outside_number="620/7"
)
ACCEPTED = Ruling(Verdict.ACCEPTED, "Paling banyak manfaatnya.", 2027)


@pytest.fixture
def year(scope: Village) -> Round:
    return year_of_proposals()


def _file(content: bytes = b"\xff\xd8\xff\xe0 contoh") -> StoredFile:
    return register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")


def _decide(proposal: Proposal, ruling: Ruling) -> Proposal:
    with on(*DECIDING):
        return actions.decide_proposal(by=CLERK, proposal=proposal, ruling=ruling)


@pytest.mark.parametrize(
    ("ruling", "words"),
    [
        (replace(ACCEPTED, reason=""), "alasannya"),
        (replace(ACCEPTED, reason="  baik   "), "alasannya"),
        (replace(ACCEPTED, year=None), "tahun berapa"),
        (replace(ACCEPTED, verdict=Verdict.NONE), "Pilih dulu"),
        (replace(PASSED, outside_number=" "), "nomor suratnya"),
        (replace(PASSED, outside_body=""), "diteruskan ke mana"),
    ],
)
def test_verdict_without_what_belongs_to_it_is_refused(
    year: Round, ruling: Ruling, words: str
) -> None:
    made = proposed(year)
    with pytest.raises(ProposalRefused, match=words):
        _decide(made, ruling)
    assert fresh(made).verdict == ""


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "ditolak"},
        {"verdict": "diteruskan", "reason": "Jalan kabupaten", "outside_body": "Dinas PU"},
        {"verdict": "diterima", "reason": "Baik sekali"},
        {"state": "ditolak"},
        {"state": "digabung"},
    ],
)
def test_database_itself_refuses_a_no_without_its_reason(
    year: Round, change: dict[str, str]
) -> None:
    proposed(year)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.update(**change)


def test_what_is_not_the_villages_affair_cannot_be_accepted(year: Round) -> None:
    made = proposed(year)
    with on(*ASSESSING):
        actions.assess_proposal(
            by=CLERK, proposal=made, authority=Authority.OUTSIDE, cost=None, benefits=None
        )
    with pytest.raises(ProposalRefused, match="bukan kewenangan desa"):
        _decide(made, ACCEPTED)
    kept = _decide(made, PASSED)
    assert (kept.outside_body, kept.outside_number) == ("Dinas PU", "620/7")


def test_changing_a_draft_leaves_nothing_of_the_old_one(year: Round) -> None:
    made = _decide(proposed(year), PASSED)
    changed = _decide(made, ACCEPTED)
    assert (changed.outside_body, changed.outside_number, changed.verdict_year) == ("", "", 2027)


def test_verdict_stays_inside_until_all_are_published_together(year: Round) -> None:
    one, other = proposed(year), proposed(year, "Sumur bor di Sendi")
    accepted(one)
    assert fresh(one).state == ProposalState.RECEIVED
    with pytest.raises(ProposalRefused, match="1 usulan belum"):
        published(year)
    assert not answered(year).exists()
    refused(other)
    assert published(year).published_at is not None
    assert fresh(one).state == ProposalState.ACCEPTED
    assert fresh(other).state == ProposalState.REFUSED
    with pytest.raises(ProposalRefused):
        published(year)
    with pytest.raises(ProposalRefused):
        _decide(one, PASSED)


def test_merged_proposal_is_answered_with_the_one_it_was_put_under(year: Round) -> None:
    one, other = proposed(year), proposed(year, "Lampu jalan musala Rajeg")
    with on(*MERGING):
        actions.merge_proposals(by=CLERK, proposal=other, into=one)
    assert without_verdict(year).count() == 1
    accepted(one)
    published(year)
    assert answered(year).count() == 2


def test_empty_year_has_nothing_to_publish(year: Round) -> None:
    with pytest.raises(ProposalRefused, match="Tidak ada putusan"):
        published(year)


def test_deciding_waits_for_its_phase_and_belongs_to_the_heads(year: Round, scope: Village) -> None:
    made = proposed(year)
    with on(*RANKING), pytest.raises(ProposalRefused, match="dibuka 1 Oktober 2026"):
        actions.decide_proposal(by=CLERK, proposal=made, ruling=ACCEPTED)
    planner = official(scope, Office.KAUR_PERENCANAAN)
    with on(*DECIDING), pytest.raises(PermissionDenied):
        actions.decide_proposal(by=planner, proposal=made, ruling=ACCEPTED)
    with on(*DECIDING), pytest.raises(PermissionDenied):
        actions.publish_decisions(by=planner, round_=year)


@pytest.fixture
def carried(year: Round) -> Proposal:
    """Accepted and published."""
    made = assessed(year, "Gorong-gorong Winog", 42)
    accepted(made)
    published(year)
    return fresh(made)


def _progress(proposal: Proposal, percent: int) -> None:
    with on(*CARRYING):
        file = _file(b"\xff\xd8\xff" + str(percent).encode())
        actions.add_progress(by=CLERK, proposal=proposal, file=file, percent=percent)


def test_budget_line_must_be_one_of_the_published_budget(
    carried: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = {
        (2027, "2"): ("Pembangunan", "/apbdes/2027/2/"),
        (2027, "2.3.10"): ("Gorong-gorong", "/apbdes/2027/2.3.10/"),
    }
    found = FigureNames(lambda year, code: lines.get((year, code)), "planning")
    monkeypatch.setitem(figure_names._items, "apbdes", found)
    with on(*CARRYING):
        with pytest.raises(ProposalRefused, match=r"2\.9\.99 tidak ada"):
            actions.link_budget(by=CLERK, proposal=carried, year=2027, code="2.9.99")
        linked = actions.link_budget(by=CLERK, proposal=carried, year=2027, code="2.3.10")
    assert (linked.budget_year, linked.budget_code) == (2027, "2.3.10")


def test_year_whose_budget_is_not_published_takes_any_code(
    carried: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        figure_names._items, "apbdes", FigureNames(lambda year, code: None, "planning")
    )
    with on(*CARRYING):
        linked = actions.link_budget(by=CLERK, proposal=carried, year=2028, code="2.3.10")
    assert (linked.budget_year, linked.budget_code) == (2028, "2.3.10")


def test_village_without_published_budgets_keeps_the_code_as_text(
    carried: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(figure_names._items, "apbdes", raising=False)
    with on(*CARRYING):
        linked = actions.link_budget(by=CLERK, proposal=carried, year=2027, code="2.3.10")
    assert linked.budget_code == "2.3.10"


def test_only_the_accepted_get_a_budget_line_and_photos(year: Round) -> None:
    made = proposed(year)
    refused(made)
    published(year)
    with on(*CARRYING):
        with pytest.raises(ProposalRefused, match="diterima"):
            actions.link_budget(by=CLERK, proposal=made, year=2027, code="2.3.10")
        with pytest.raises(ProposalRefused, match="dikerjakan"):
            actions.add_progress(by=CLERK, proposal=made, file=_file(), percent=50)


def test_work_goes_through_photos_to_the_word_of_its_author(carried: Proposal) -> None:
    _progress(carried, 40)
    assert fresh(carried).state == ProposalState.RUNNING
    with on(*CARRYING), pytest.raises(ProposalRefused, match="belum selesai"):
        actions.author_says(by=actions.PROPOSER, proposal=carried, good=True)
    _progress(carried, 100)
    assert fresh(carried).state == ProposalState.DONE
    with on(*CARRYING):
        actions.author_says(by=actions.PROPOSER, proposal=carried, good=True)
    assert fresh(carried).state == ProposalState.CONFIRMED


def test_one_belum_of_any_author_sends_the_work_back(year: Round) -> None:
    main = assessed(year, "Gorong-gorong Winog", 42)
    other = proposed(year, "Gorong-gorong Winog Rajeg")
    with on(*MERGING):
        actions.merge_proposals(by=CLERK, proposal=other, into=main)
    accepted(main)
    published(year)
    _progress(main, 100)
    other = Proposal.objects.select_related("merged_into").get(pk=other.pk)
    with on(*CARRYING):
        actions.author_says(by=actions.PROPOSER, proposal=fresh(main), good=True)
        actions.author_says(
            by=actions.PROPOSER, proposal=other, good=False, words="Air masih meluap"
        )
    again = fresh(main)
    assert (again.state, again.reopened) == (ProposalState.RUNNING, 1)
    assert AuthorWord.objects.count() == 2
    with on(4, 1, 2027):
        actions.add_progress(by=CLERK, proposal=main, file=_file(b"\xff\xd8\xff z"), percent=100)
        actions.author_says(by=actions.PROPOSER, proposal=other, good=True)
    assert fresh(main).state == ProposalState.CONFIRMED


def test_author_may_change_their_word(carried: Proposal) -> None:
    _progress(carried, 100)
    with on(*CARRYING):
        actions.author_says(by=actions.PROPOSER, proposal=carried, good=True)
        actions.author_says(by=actions.PROPOSER, proposal=carried, good=False)
    assert fresh(carried).state == ProposalState.RUNNING
    assert list(AuthorWord.objects.values_list("good", flat=True)) == [False]


def test_photo_of_the_place_is_hidden_until_the_office_shows_it(year: Round) -> None:
    made = proposed(year)
    with on(*MERGING):
        photo = actions.add_idea_photo(by=actions.PROPOSER, proposal=made, file=_file())
        again = actions.add_idea_photo(by=actions.PROPOSER, proposal=made, file=_file())
        assert (photo.pk, photo.shown) == (again.pk, False)
        for number in range(2):
            file = _file(b"\xff\xd8\xff" + bytes([number]))
            actions.add_idea_photo(by=actions.PROPOSER, proposal=made, file=file)
        with pytest.raises(ProposalRefused, match="3 foto"):
            actions.add_idea_photo(by=actions.PROPOSER, proposal=made, file=_file(b"\xff\xd8\xff9"))
    assert actions.show_photo(by=CLERK, photo=photo, shown=True).shown


def test_photos_end_with_the_decision(carried: Proposal) -> None:
    with on(*CARRYING), pytest.raises(ProposalRefused, match="diputuskan"):
        actions.add_idea_photo(by=actions.PROPOSER, proposal=carried, file=_file())
