"""`./manage equal_shares FILE.pb`: only the answer on stdout; a bad file is named by its line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROWS = """META
key;value
description;Toy
budget;60
num_projects;3
num_votes;{votes}
vote_type;approval
PROJECTS
project_id;cost;name
1;30;Jalan Winog
2;30;Jalan tani
3;20;Sumur Sendi
VOTES
voter_id;vote
"""
VOTERS = [f"{number};1,2" for number in range(20)] + [f"{number};3" for number in range(20, 30)]
TOY = ROWS.format(votes=30) + "\n".join(VOTERS) + "\n"


def _answer(folder: Path, text: str, *options: str) -> str:
    path, out = folder / "toy.pb", StringIO()
    path.write_text(text)
    call_command("equal_shares", str(path), *options, stdout=out)
    return out.getvalue()


def test_json_has_both_ways_of_counting_and_nothing_else(tmp_path: Path) -> None:
    found = json.loads(_answer(tmp_path, TOY, "--json"))
    assert set(found) == {"winners", "cost", "greedy"}
    assert sorted(found["winners"]) == ["1", "3"]
    assert found["cost"] == 50
    assert found["greedy"] == {"winners": ["1", "2"], "cost": 60}


def test_plain_answer_names_the_projects(tmp_path: Path) -> None:
    told = _answer(tmp_path, TOY)
    assert "Equal Shares: 2 proyek, biaya 50" in told
    assert "3  20  Sumur Sendi" in told
    assert "greedy: 2 proyek, biaya 60" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TOY.replace("2;30;Jalan tani", "2;tiga puluh;Jalan tani"), "baris 11: biaya “tiga puluh”"),
        (TOY.replace("2;30;Jalan tani", "1;30;Jalan tani"), "baris 11: project_id “1”"),
        (TOY.replace("5;1,2", "5;1,9", 1), "suara menyebut proyek “9”"),
        (TOY.replace("approval", "ordinal"), "hanya approval"),
        (TOY.replace("budget;60", "budget;banyak"), "budget “banyak”"),
        (TOY.replace("num_votes;30", "num_votes;31"), "num_votes 31"),
        ("1;2;3\n" + TOY, "baris 1"),
        ("META\nkey;value\nbudget;5\n", "tidak ada proyek"),
    ],
)
def test_bad_file_is_refused_in_plain_words(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        _answer(tmp_path, text, "--json")


def test_file_that_is_no_text_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "x.pb"
    path.write_bytes(b"META\nkey;value\ndescription;\xff\xfe\n")
    with pytest.raises(CommandError, match="baris 3: bukan teks"):
        call_command("equal_shares", str(path), stdout=StringIO())


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak bisa dibaca"):
        call_command("equal_shares", str(tmp_path / "tidak-ada.pb"), stdout=StringIO())
