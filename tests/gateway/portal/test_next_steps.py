"""What a village that was just set up still has to do, at the office's home."""

import re

import pytest
from django.test import Client
from django.test.utils import override_settings

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.papers.models import RegisterCounter
from desa.foundation.tenancy.models import Village
from desa.gateway.portal.queries import next_steps
from tests.factories import officeholder, official
from tests.gateway.portal.settling import TUESDAY
from tests.services.letters.conftest import SUWARNI_NIK, register

pytestmark = pytest.mark.usefixtures("village")


def names(user: User) -> set[str]:
    return {step.url_name for step in next_steps(user)}


def test_new_village_is_led_to_each_step(sekdes: User) -> None:
    assert names(sekdes) == {
        "accounts:officials", "portal:identity", "portal:paper",
        "portal:register", "residents:upload", "safekeeping:health",
    }  # fmt: skip


def test_step_that_is_done_is_gone(sekdes: User, village: Village) -> None:
    officeholder()
    village.address = "Jalan Raya 1"
    village.save()
    RegisterCounter.objects.create(register="surat-keterangan", year=TUESDAY.year, next_number=9)
    register("Suwarni", SUWARNI_NIK)
    official(village, Office.BPD)
    assert names(sekdes) == {"portal:paper", "safekeeping:health"}


def test_village_without_an_account_of_the_bpd_is_told_who_reads_about_money(
    sekdes: User, village: Village
) -> None:
    officeholder()
    told = [str(step.text) for step in next_steps(sekdes) if "BPD" in str(step.text)]
    assert len(told) == 1
    assert "uang" in told[0]
    official(village, Office.BPD)
    assert not [step for step in next_steps(sekdes) if "BPD" in str(step.text)]


def test_village_that_takes_no_complaints_needs_no_bpd(sekdes: User, village: Village) -> None:
    village.rooms_off = ["complaints"]
    village.save()
    assert not [step for step in next_steps(sekdes) if "BPD" in str(step.text)]


def test_operator_is_shown_what_an_operator_may_do(village: Village) -> None:
    assert names(official(village, Office.OPERATOR)) == {"residents:upload", "safekeeping:health"}


def test_demonstration_has_no_steps(sekdes: User) -> None:
    with override_settings(DEMO=True):
        assert next_steps(sekdes) == []


def test_every_step_of_the_home_opens(client: Client) -> None:
    page = client.get("/kantor/").content.decode()
    section = page.split("Langkah berikutnya")[1].split("</section>")[0]
    links = re.findall(r'href="([^"]+)"', section)
    assert len(links) == 7
    assert {client.get(link).status_code for link in links} == {200}
