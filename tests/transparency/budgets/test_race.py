"""Two officers press the button at the same moment, each on a connection of their own."""

import threading

import pytest
from django.db import connection

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.budgets.actions import start_publishing
from desa.transparency.budgets.exceptions import BudgetRefused
from desa.transparency.budgets.models import BudgetVersion
from tests.factories import official
from tests.transparency.budgets.samples import complete

pytestmark = [pytest.mark.postgres, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_two_officers_at_once_start_one_publishing(village: Village) -> None:
    with village_scope(village):
        version = complete()
        officers = [official(village, office) for office in (Office.SEKDES, Office.KADES)]
    gate, told = threading.Barrier(2), []

    def press(officer: User) -> None:
        gate.wait()
        try:
            with village_scope(village):
                start_publishing(by=officer, version=version)
            told.append("")
        except BudgetRefused as refused:
            told.append(refused.message)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(officer,)) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with village_scope(village):
        first = BudgetVersion.objects.get(pk=version.pk).published_by_label
    assert sorted(told) == ["", f"{first} sudah lebih dulu menerbitkan versi ini."]
    assert Job.objects.count() == 1
