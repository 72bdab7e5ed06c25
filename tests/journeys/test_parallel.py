"""A tap on the phone and one on the computer: two processes approve the same fifty letters at once."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.rules.resident import Resident
from desa.services.letters.actions import Application, publish_usual_standards, submit_letter
from desa.services.letters.engine.catalogue import kind_named
from tests.factories import officeholder, official
from tests.trailing import first_broken

pytestmark = [pytest.mark.postgres, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CLERK = SystemActor("uji")
LETTERS = 50
PERSON = {"nik": "3514995203550001", "name": "SUWARNI", "sex": 2, "birth_date": date(1955, 3, 12)}


@pytest.fixture
def village() -> Village:
    places = ("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
    return found_village(by=CLERK, identity=Identity(*places))


def _waiting_letters() -> list[int]:
    publish_usual_standards(by=CLERK)
    fields = {**PERSON, "religion": 1, "marital_status": 4, "birth_place": "PASURUAN"}
    resident = Resident("3514990101100001", 1, "Sendi", "001", "003", fields=fields)
    areas, _new = ensure_areas(by=CLERK, wanted=[resident.place])
    (person,) = register_families(by=CLERK, residents=[resident], areas=areas).people
    kind = kind_named("keterangan-domisili")
    application = Application(kind, person, {"keperluan": "melamar pekerjaan"})
    return [submit_letter(by=CLERK, application=application).pk for _turn in range(LETTERS)]


def _start(way: str, village: Village, user_id: int) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    script = "tests.journeys.scripts.racing"
    command = [sys.executable, "-m", script, way, str(village.pk), str(user_id)]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True,
        stdin=pipe, stdout=pipe, stderr=pipe,
    )  # fmt: skip


def _race(
    ways: tuple[str, str], village: Village, user_id: int, letters: list[int]
) -> list[list[list[int]]]:
    both = [_start(way, village, user_id) for way in ways]
    for process, order in zip(both, (letters, letters[::-1]), strict=True):
        assert process.stdin
        process.stdin.write(json.dumps(order))
        process.stdin.close()
        process.stdin = None
    spoken = [process.communicate() for process in both]
    assert [errors for _answer, errors in spoken] == ["", ""]
    return [json.loads(answer) for answer, _errors in spoken]


@pytest.mark.parametrize("ways", [("each", "each"), ("each", "batch"), ("batch", "batch")])
def test_fifty_letters_approved_twice_at_once_get_one_number_each(
    village: Village, ways: tuple[str, str]
) -> None:
    with village_scope(village):
        kades = official(village, Office.KADES)
        officeholder(user=kades)
        letters = _waiting_letters()
        first, second = _race(ways, village, kades.pk, letters)
        assert first == second
        assert sorted(number for _letter, number in first) == list(range(1, LETTERS + 1))
        assert sorted(Paper.objects.values_list("number", flat=True)) == list(range(1, LETTERS + 1))
        approved = TrailEvent.objects.filter(name="letters.letter.approved")
        assert approved.values("target_id").distinct().count() == approved.count() == LETTERS
        assert first_broken() is None
