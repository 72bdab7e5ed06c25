"""The same number is given twice at the same moment: one stays, the other is told so."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.transparency.regulations.models import Regulation
from tests.trailing import first_broken
from tests.transparency.regulations.samples import recorded

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CLERKS = 4


def test_same_number_at_the_same_moment_is_given_once(village: Village) -> None:
    told: list[str] = []
    together = threading.Barrier(CLERKS)

    def record() -> None:
        with village_scope(village):
            together.wait(10)
            try:
                recorded(number="7")
                told.append("recorded")
            except (ValidationError, IntegrityError):
                told.append("refused")
        connection.close()

    clerks = [threading.Thread(target=record) for _clerk in range(CLERKS)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join(30)
    assert sorted(told) == ["recorded", *["refused"] * (CLERKS - 1)]
    with village_scope(village):
        assert Regulation.objects.get().number == "7"
        assert TrailEvent.objects.filter(target_type="regulations.regulation").count() == 1
        assert first_broken() is None
