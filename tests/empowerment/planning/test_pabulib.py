"""The .pb format read and written."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.planning.rules.equal_shares import Election, Project, equal_shares, greedy
from desa.empowerment.planning.rules.pabulib import NotPabulib, read_pabulib, write_pabulib

SMALL = """META
key;value
budget;9
num_votes;3
PROJECTS
project_id;cost;votes;name;selected
A;3;2;"Lampu; jalan";1
B;3;1;Selokan;0
VOTES
voter_id;vote
1;A
2;A,B
3;
"""


def test_file_is_read_whole() -> None:
    found = read_pabulib(SMALL)
    assert found.election.budget == 9
    assert [project.name for project in found.election.projects] == ["Lampu; jalan", "Selokan"]
    assert found.election.ballots == (frozenset("A"), frozenset("AB"), frozenset())
    assert found.selected == {"A"}


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (SMALL.replace("A,B", "A,Z"), "vote"),
        (SMALL.replace("A;3;2", "A;3,5;2"), "cost"),
        (SMALL.replace("B;3;1", "A;3;1"), "project_id"),
        (SMALL.replace("budget;9", "budget;banyak"), "budget"),
        (SMALL.replace("num_votes;3", "num_votes;4"), "num_votes"),
        (SMALL.replace("num_votes;3", "vote_type;ordinal"), "vote_type"),
        ("nama;biaya\nA;3\n", "no_section"),
        ("META\nkey;value\nbudget;9\n", "no_projects"),
    ],
)
def test_broken_file_is_refused_with_what_is_wrong(broken: str, code: str) -> None:
    with pytest.raises(NotPabulib) as refusal:
        read_pabulib(broken)
    assert refusal.value.code == code


def test_refusal_names_the_line() -> None:
    with pytest.raises(NotPabulib) as refusal:
        read_pabulib(SMALL.replace("A,B", "A,Z"))
    assert (refusal.value.line, refusal.value.facts) == (12, {"value": "Z"})


keys = st.text("ABC123", min_size=1, max_size=3)
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)


@given(
    st.dictionaries(keys, st.tuples(st.integers(1, 10**9), names), min_size=1, max_size=5),
    st.data(),
)
def test_what_is_written_is_read_back(
    projects: dict[str, tuple[int, str]], data: st.DataObject
) -> None:
    ballot = st.frozensets(st.sampled_from(sorted(projects)))
    election = Election(
        data.draw(st.integers(0, 10**9)),
        tuple(Project(key, cost, name) for key, (cost, name) in projects.items()),
        tuple(data.draw(st.lists(ballot, max_size=5))),
    )
    text = write_pabulib(
        election,
        description="Musrenbangdes",
        unit="Sumbergedang",
        instance="2027",
        begin=date(2026, 9, 1),
        end=date(2026, 9, 2),
    )
    assert read_pabulib(text).election == election


@pytest.mark.shared
def test_official_winners_of_a_real_election() -> None:
    """Wieliczka 2023: 6,586 voters, rule equalshares/add1."""
    folder = Path(os.environ["DESA_SHARED"]) / "data/benchmarks/pabulib"
    found = read_pabulib((folder / "poland_wieliczka_2023.pb").read_text())
    outcome = equal_shares(found.election)
    assert set(outcome.winners) == set(found.selected)
    assert outcome.cost == 995_079
    assert greedy(found.election).cost <= found.election.budget
