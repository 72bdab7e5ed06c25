"""Looks in batches, retention, heads sealed outside the database, and the command that checks it all."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail import actions as trail_actions
from desa.foundation.trail.actions import chain_looks, look, purge_looks, seal_head
from desa.foundation.trail.engine.heads import BrokenLog, sealed_heads
from desa.foundation.trail.enums import Break
from desa.foundation.trail.models import Look, TrailEvent, TrailHead
from desa.foundation.trail.queries import (
    Finding,
    broken_link,
    find_break,
    heads_key,
    heads_log,
)
from desa.foundation.trail.tasks import run_chain_looks, run_keep_trail

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
TWO_YEARS = timedelta(days=731)


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test run's folder is shared between test processes."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)


@action
def happen(village: Village) -> None:
    record("uji.terjadi", village, CLERK)


def look_at(*people: int) -> None:
    for person in people:
        look(by=CLERK, person_id=person, purpose="biodata")


def test_looks_are_chained_under_one_event(scope: Village) -> None:
    happen(scope)
    look_at(1, 2, 3)
    assert chain_looks(by=CLERK) == 3
    event = TrailEvent.objects.get(name="trail.looks.chained")
    assert (event.sequence, event.facts["count"]) == (2, 3)
    assert set(Look.objects.values_list("chained_in", flat=True)) == {2}
    assert find_break() is None


def test_nothing_to_chain_writes_no_event(scope: Village) -> None:
    assert chain_looks(by=CLERK) == 0
    assert not TrailEvent.objects.exists()


def test_many_looks_become_several_batches(scope: Village, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trail_actions, "LOOKS_IN_BATCH", 2)
    look_at(1, 2, 3, 4, 5)
    run_chain_looks({})
    assert TrailEvent.objects.count() == 3
    assert not Look.objects.filter(chained_in__isnull=True).exists()
    assert find_break() is None


@pytest.mark.parametrize("change", ["purpose", "person_id", "actor_label", "delete", "add"])
def test_changed_look_is_noticed(scope: Village, change: str) -> None:
    look_at(1, 2)
    chain_looks(by=CLERK)
    first = Look.objects.order_by("pk")[:1].get()
    if change == "delete":
        first.delete()
    elif change == "add":
        look_at(3)
        Look.objects.filter(person_id=3).update(chained_in=first.chained_in)
    else:
        value: object = 9 if change == "person_id" else "lain"
        Look.objects.filter(pk=first.pk).update(**{change: value})
    assert find_break() == Finding(1, Break.LOOKS)


def test_old_looks_go_by_whole_batches_and_leave_an_event(scope: Village) -> None:
    look_at(1, 2)
    chain_looks(by=CLERK)
    with clock.frozen(clock.now() + timedelta(days=700)):
        look_at(3)
        chain_looks(by=CLERK)
    with clock.frozen(clock.now() + TWO_YEARS):
        assert purge_looks(by=CLERK) == 2
        assert purge_looks(by=CLERK) == 0
    assert list(Look.objects.values_list("person_id", flat=True)) == [3]
    event = TrailEvent.objects.get(name="trail.looks.purged")
    assert event.facts == {"batches": [1], "count": 2}
    assert find_break() is None


def test_unchained_looks_are_never_purged(scope: Village) -> None:
    look_at(1)
    with clock.frozen(clock.now() + 2 * TWO_YEARS):
        assert purge_looks(by=CLERK) == 0
    assert Look.objects.exists()


def test_other_villages_looks_are_left_alone(village: Village, other_village: Village) -> None:
    with village_scope(other_village):
        look_at(1)
        chain_looks(by=CLERK)
    with village_scope(village), clock.frozen(clock.now() + TWO_YEARS):
        assert purge_looks(by=CLERK) == 0
    with village_scope(other_village):
        assert Look.objects.count() == 1


def test_first_missing_and_first_changed_row_are_told_apart(scope: Village) -> None:
    for _round in range(4):
        happen(scope)
    TrailEvent.objects.filter(sequence=3).update(actor_label="Orang lain")
    assert broken_link() == Finding(3, Break.CHANGED)
    TrailEvent.objects.filter(sequence=2).delete()
    assert broken_link() == Finding(2, Break.MISSING)


def test_cut_off_end_is_missing(scope: Village) -> None:
    happen(scope)
    happen(scope)
    TrailEvent.objects.filter(sequence=2).delete()
    assert broken_link() == Finding(2, Break.MISSING)


def test_head_that_was_lowered_with_its_rows_shows_against_the_seal(scope: Village) -> None:
    """Someone with the key and the database, but not the log, rewinds a day."""
    happen(scope)
    earlier = TrailHead.objects.get()
    happen(scope)
    seal_head()
    TrailEvent.objects.filter(sequence=2).delete()
    TrailHead.objects.update(sequence=earlier.sequence, mac=earlier.mac)
    assert broken_link() is None
    assert find_break() == Finding(2, Break.SEALED)


def test_same_head_is_sealed_once(scope: Village) -> None:
    seal_head()
    assert not heads_log().exists()
    happen(scope)
    seal_head()
    seal_head()
    assert [head.sequence for head in sealed_heads(heads_log(), heads_key())] == [1]
    happen(scope)
    run_keep_trail({})
    assert [head.sequence for head in sealed_heads(heads_log(), heads_key())] == [1, 2]
    assert find_break() is None


@pytest.mark.parametrize("damage", ["change", "remove", "nonsense"])
def test_changed_log_is_noticed(scope: Village, damage: str) -> None:
    for _round in range(3):
        happen(scope)
        seal_head()
    lines = heads_log().read_text().splitlines(keepends=True)
    if damage == "change":
        lines[1] = lines[1].replace('"sequence": 2', '"sequence": 1')
    elif damage == "remove":
        del lines[1]
    else:
        lines[1] = "[]\n"
    heads_log().write_text("".join(lines))
    assert find_break() == Finding(2, Break.LOG)
    with pytest.raises(BrokenLog):
        seal_head()


def test_command_says_every_village_is_whole(
    village: Village, other_village: Village, capsys: pytest.CaptureFixture[str]
) -> None:
    with village_scope(village):
        happen(village)
    call_command("verify_trail")
    out = capsys.readouterr().out
    assert "Jejak Desa Sumbergedang (35.14.11.2009) utuh: 1 peristiwa" in out
    assert "(35.14.99.2001) utuh: 0 peristiwa" in out


def test_command_names_the_first_broken_row_and_fails(
    village: Village, other_village: Village, capsys: pytest.CaptureFixture[str]
) -> None:
    with village_scope(village):
        happen(village)
        happen(village)
        TrailEvent.objects.filter(sequence=1).update(at=datetime.fromisoformat("2020-01-01T00Z"))
    with pytest.raises(CommandError, match=r"35\.14\.11\.2009") as caught:
        call_command("verify_trail")
    assert caught.value.returncode == 1
    assert (
        "(35.14.11.2009) tidak utuh pada baris 1: berubah. / Broken at row 1: changed."
        in capsys.readouterr().out
    )
    with pytest.raises(CommandError):
        call_command("verify_trail", "--json")
    assert json.loads(capsys.readouterr().out) == [
        {"village": "35.14.11.2009", "events": 2, "broken_at": 1, "reason": "changed"},
        {"village": "35.14.99.2001", "events": 0, "broken_at": None, "reason": None},
    ]
