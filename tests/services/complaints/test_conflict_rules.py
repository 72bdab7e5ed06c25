"""A case never goes to the one it is about: as arithmetic, for every combination there is."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desa.foundation.accounts.enums import Office
from desa.services.complaints.engine.catalogue import categories
from desa.services.complaints.enums import About, ComplaintState
from desa.services.complaints.rules.answers import Verdict, verdict
from desa.services.complaints.rules.conflict import (
    SUBJECTS,
    chain,
    escalates_to,
    is_restricted,
    is_unread,
    may_know,
    may_open,
    offices_present,
    owner_of,
    owners_to_choose,
)
from desa.services.complaints.transitions import (
    ASKED,
    OPEN,
    TRANSITIONS,
    UNFINISHED,
    Word,
    is_possible,
    office_steps,
)

anyone = st.sampled_from(list(About))
someone = st.sampled_from([about for about in About if about is not About.NOBODY])
owners = st.sampled_from([item.owner for item in categories().values()])
offices = st.frozensets(st.sampled_from(list(Office)), max_size=4)


accounts = st.lists(st.tuples(offices, st.booleans()), max_size=5)


@given(owners, someone, st.booleans(), offices)
def test_owner_is_never_the_subject_and_may_always_know(
    owner: Office, about: About, supervised: bool, present: frozenset[Office]
) -> None:
    chosen = owner_of(owner, about, supervised=supervised, present=present)
    assert chosen not in SUBJECTS[about]
    assert supervised or chosen in may_know(about, supervised=supervised)
    assert may_open(about, {chosen}, supervised=supervised, named=False, owner=chosen)


@settings(max_examples=400)
@given(owners, anyone, st.booleans(), accounts)
def test_every_restricted_case_has_a_reader_who_is_not_its_subject_or_its_reporter_is_told(
    category_owner: Office,
    about: About,
    supervised: bool,
    people: list[tuple[frozenset[Office], bool]],
) -> None:
    present = offices_present(about, people)
    owner = owner_of(category_owner, about, supervised=supervised, present=present)
    readers = [
        held
        for held, named in people
        if may_open(about, held, supervised=supervised, named=named, owner=owner)
    ]
    told = is_unread(about, supervised=supervised, present=present)
    if is_restricted(about, supervised=supervised):
        assert bool(readers) != told
        assert is_unread(about, supervised=supervised, present=present, owner=owner) == told
    else:
        assert not told
    assert all(SUBJECTS[about].isdisjoint(held) for held in readers)


@given(anyone, accounts)
def test_money_passes_the_bpd_only_where_nobody_of_it_can_read(
    about: About, people: list[tuple[frozenset[Office], bool]]
) -> None:
    present = offices_present(about, people)
    chosen = owner_of(Office.BPD, about, supervised=True, present=present)
    if Office.BPD in present:
        assert chosen is Office.BPD
    elif Office.SEKDES in present:
        assert chosen is Office.SEKDES
    elif Office.KADES in present:
        assert chosen is Office.KADES
    else:
        assert chosen is (Office.SEKDES if about is About.BPD else Office.BPD)


@given(someone, st.booleans())
def test_chain_is_all_who_may_know_and_never_its_subject(about: About, supervised: bool) -> None:
    order = chain(about, supervised=supervised)
    assert set(order) >= may_know(about, supervised=supervised)
    assert SUBJECTS[about].isdisjoint(order)
    assert len(set(order)) == len(order)


@given(someone, offices, st.booleans())
def test_holding_another_office_does_not_open_it_to_the_subject(
    about: About, others: frozenset[Office], supervised: bool
) -> None:
    for subject in SUBJECTS[about]:
        assert not may_open(about, others | {subject}, supervised=supervised, named=False)
    assert not may_open(about, others, supervised=supervised, named=True)


@given(someone, st.booleans())
def test_subject_is_not_among_those_it_may_be_given_to(about: About, supervised: bool) -> None:
    able = owners_to_choose(about, supervised=supervised)
    assert able
    assert able.isdisjoint(SUBJECTS[about])


@given(st.integers(0, 2), owners, anyone, st.booleans(), offices)
def test_late_case_goes_up_past_its_subject(
    level: int, owner: Office, about: About, supervised: bool, present: frozenset[Office]
) -> None:
    chosen = owner_of(owner, about, supervised=supervised, present=present)
    above = escalates_to(level, chosen, about, supervised=supervised)
    assert above.isdisjoint(SUBJECTS[about])
    assert chosen not in above
    if is_restricted(about, supervised=supervised):
        assert above <= may_know(about, supervised=supervised)


@given(anyone, offices)
def test_money_is_read_by_the_bpd_alone(about: About, others: frozenset[Office]) -> None:
    opened = may_open(about, others, supervised=True, named=False)
    reader = Office.SEKDES if about is About.BPD else Office.BPD
    assert opened == (reader in others and SUBJECTS[about].isdisjoint(others))


@pytest.mark.parametrize(
    ("level", "owner", "about", "above"),
    [
        (1, Office.KAUR_TU, About.NOBODY, {Office.SEKDES}),
        (2, Office.KAUR_TU, About.NOBODY, {Office.KADES, Office.BPD}),
        (1, Office.SEKDES, About.NOBODY, {Office.KADES, Office.BPD}),
        (1, Office.SEKDES, About.OPERATOR, {Office.KADES, Office.BPD}),
        (1, Office.BPD, About.KADES, set()),
        (2, Office.KADES, About.SEKDES, {Office.BPD}),
        (0, Office.KAUR_TU, About.NOBODY, set()),
    ],
)
def test_offices_above(level: int, owner: Office, about: About, above: set[Office]) -> None:
    assert escalates_to(level, owner, about, supervised=False) == above


answers = st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=6)


@given(answers, st.booleans())
def test_silence_never_confirms_and_one_belum_always_reopens(
    said: list[bool | None], time_is_up: bool
) -> None:
    found = verdict(said, time_is_up=time_is_up)
    assert (found is Verdict.REOPEN) == (False in said)
    if found is Verdict.CONFIRMED:
        assert True in said
    if set(said) == {None}:
        assert found is (Verdict.UNANSWERED if time_is_up else Verdict.WAIT)
    if set(said) == {True}:
        assert found is Verdict.CONFIRMED


@given(answers)
def test_order_of_answers_does_not_matter(said: list[bool | None]) -> None:
    judge: Callable[[list[bool | None]], Verdict] = lambda rows: verdict(rows, time_is_up=True)  # noqa: E731
    assert judge(said) == judge(said[::-1])


def test_only_the_reporter_brings_a_case_to_its_end() -> None:
    ends = {
        word for (_start, after), word in TRANSITIONS.items() if after is ComplaintState.CONFIRMED
    }
    assert ends == {Word.REPORTER}
    assert office_steps(ComplaintState.ANSWERED) == frozenset()
    assert not is_possible(ComplaintState.ANSWERED, ComplaintState.IN_PROGRESS, Word.OFFICE)


def test_every_state_is_reached_and_the_groups_hold_together() -> None:
    reached = {after for _start, after in TRANSITIONS} | {ComplaintState.RECEIVED}
    assert reached == set(ComplaintState)
    assert set(OPEN) < set(UNFINISHED)
    assert not set(OPEN) & set(ASKED)


def test_every_category_is_whole() -> None:
    found = categories()
    assert len(found) == 11
    assert {item.working_days for item in found.values()} == {3, 5, 14, 60}
    assert [item.slug for item in found.values() if item.supervised] == ["uang"]
    for item in found.values():
        assert all(
            item.english[words] for words in (item.name, item.hint, item.short, item.question)
        )
