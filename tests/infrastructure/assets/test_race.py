"""Two real processes on one real database register assets at the same moment."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.assets.models import Asset

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
EACH = 15


def _start(village: Village) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-m", "tests.infrastructure.assets.race", str(village.pk), str(EACH)]
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True, stderr=subprocess.PIPE
    )


def test_thirty_codes_from_two_processes_have_no_gap_and_no_double(village: Village) -> None:
    with village_scope(village):
        errors = [process.communicate()[1] for process in [_start(village) for _ in "ab"]]
        assert errors == ["", ""]
        codes = sorted(Asset.objects.values_list("code", flat=True))
        assert codes == [f"TIK-{number:04}" for number in range(1, 2 * EACH + 1)]
