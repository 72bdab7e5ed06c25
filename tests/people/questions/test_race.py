"""Two officials on one real database answer the same question at the same moment."""

import os
import subprocess
import sys
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connection

from desa.foundation.accounts.enums import Office
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.people.questions.enums import QuestionState
from desa.people.questions.models import Answer, Question
from tests.factories import official
from tests.people.questions.samples import PHONE, asked, open_office
from tests.trailing import first_broken

pytestmark = [pytest.mark.postgres, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def _start(*numbers: int) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-m", "tests.people.questions.race", *map(str, numbers)]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True, stdin=pipe, stdout=pipe
    )


def _raced(*numbers: int) -> list[str]:
    with ExitStack() as stack:
        racers = [stack.enter_context(_start(*numbers)) for _ in "abc"]
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == "ready\n"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("\n")
            racer.stdin.flush()
        return sorted(racer.communicate()[0].strip() for racer in racers)


def test_question_is_answered_once_however_many_press_at_once(village: Village) -> None:
    with village_scope(village):
        open_office()
        kasi = official(village, Office.KASI_KESEJAHTERAAN)
        question = asked(phone=PHONE)
        assert _raced(village.pk, kasi.pk, question.pk) == ["answered", "refused", "refused"]
        assert Answer.objects.count() == 1
        assert Question.objects.get().state == QuestionState.ANSWERED
        assert Notice.objects.count() == 1
        assert TrailEvent.objects.filter(name="questions.question.answered").count() == 1
        assert first_broken() is None
