"""The market of desa contoh speaks: every group, every state, no real number."""

import time

import pytest

from desa.empowerment.marketplace.demo import SOLD, make_demo
from desa.empowerment.marketplace.enums import CardState, ChangeState
from desa.empowerment.marketplace.models import (
    Card,
    CardReport,
    Invitation,
    NumberChange,
    ProductGroup,
    VillageApp,
)
from desa.empowerment.marketplace.rules.claims import claims_in
from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from tests.factories import officials


@pytest.fixture
def demo(scope: Village) -> Village:
    officials(scope, [Office.OPERATOR])
    make_demo(1)
    return scope


def test_every_group_and_every_state_is_there(demo: Village) -> None:
    assert ProductGroup.objects.count() == 14
    assert Card.objects.count() == len(SOLD) == 30
    assert set(Card.objects.values_list("group__code", flat=True)) == {
        group.code for group in ProductGroup.objects.all()
    }
    states = set(Card.objects.values_list("state", flat=True))
    assert {CardState.SHOWN, CardState.ASLEEP, CardState.WAITING} <= states
    assert Card.objects.filter(asked_at__isnull=False, state=CardState.SHOWN).exists()
    assert NumberChange.objects.filter(state=ChangeState.ASKED).exists()
    assert CardReport.objects.exists()
    assert VillageApp.objects.count() == 2
    assert Invitation.objects.exclude(answer="").count() == 3


def test_numbers_are_invented_and_words_promise_nothing(demo: Village) -> None:
    assert all(card.phone.startswith("+62812000") for card in Card.objects.all())
    assert not any(claims_in(f"{sold.title} {sold.about}") for sold in SOLD)


def test_every_shown_card_has_its_drawing(demo: Village) -> None:
    assert not Card.objects.filter(photo__isnull=True).exists()


def test_it_takes_little_time(scope: Village) -> None:
    officials(scope, [Office.OPERATOR])
    started = time.process_time()
    make_demo(1)
    assert time.process_time() - started < 3
