"""Three officials on one real database type the same ballot sheet at the same moment."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connection

from desa.empowerment.planning.models import Ballot
from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.planning.samples import assessed, hamlet, year_of_proposals
from tests.factories import official
from tests.trailing import first_broken

pytestmark = [pytest.mark.postgres, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
OFFICES = (Office.OPERATOR, Office.KAUR_TU, Office.SEKDES)


def _start(*numbers: int) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-m", "tests.empowerment.planning.race", *map(str, numbers)]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True, stdin=pipe, stdout=pipe
    )


def _raced(starts: Sequence[tuple[int, ...]]) -> list[str]:
    with ExitStack() as stack:
        racers = [stack.enter_context(_start(*numbers)) for numbers in starts]
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == "ready\n"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("\n")
            racer.stdin.flush()
        return sorted(racer.communicate()[0].strip() for racer in racers)


def test_sheet_is_typed_by_two_and_no_third_however_they_press(village: Village) -> None:
    with village_scope(village):
        year, area = year_of_proposals(), hamlet()
        assessed(year, "Jalan lingkungan Winog", 30)
        typists = [official(village, office) for office in OFFICES]
        starts = [(village.pk, typist.pk, year.pk, area.pk) for typist in typists]
        assert _raced(starts) == ["counts", "once", "refused"]
        ballot = Ballot.objects.get()
        assert ballot.counts
        assert ballot.first_by_id != ballot.second_by_id
        assert TrailEvent.objects.filter(name="planning.sheet.typed").count() == 2
        assert first_broken() is None
