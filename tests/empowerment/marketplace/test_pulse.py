"""“Masih jual?” over weeks: asked, heard, silent, asleep, woken by one press."""

from datetime import timedelta

import pytest
from django.test import Client

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.enums import CardState
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.models import Card, ProductGroup
from desa.empowerment.marketplace.tasks import run_round
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.notifications.enums import NoticeState
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from tests.empowerment.marketplace.conftest import MONDAY
from tests.empowerment.marketplace.samples import made, shown, someone
from tests.factories import enter

pytestmark = pytest.mark.usefixtures("scope")


def _on(day: int, card: Card) -> Card:
    """The round of this day, counted from the seller's word."""
    with clock.frozen(MONDAY + timedelta(days=day)):
        run_round({})
    card.refresh_from_db()
    return card


def _questions() -> int:
    return Notice.objects.filter(purpose__startswith="marketplace.still").count()


def test_card_is_asked_after_thirty_days_and_sleeps_after_fourteen_more() -> None:
    card = shown()
    assert _on(29, card).asked_at is None
    assert _on(30, card).asked_at is not None
    assert _on(31, card).state == CardState.SHOWN
    assert _questions() == 1
    assert _on(43, card).state == CardState.SHOWN
    assert _on(44, card).state == CardState.ASLEEP
    assert Card.objects.filter(pk=card.pk).exists()
    assert _on(120, card).state == CardState.ASLEEP
    assert _questions() == 1


def test_round_run_twice_asks_once() -> None:
    card = shown()
    _on(30, card)
    _on(30, card)
    assert _questions() == 1


def test_answer_starts_a_new_month_and_takes_the_unsent_question_back() -> None:
    card = _on(30, shown())
    with clock.frozen(MONDAY + timedelta(days=33)):
        actions.hear_seller(by=someone(Office.KADER), card=card, still=True)
    assert (
        Notice.objects.get(purpose__startswith="marketplace.still").state == NoticeState.CANCELLED
    )
    assert _on(44, card).state == CardState.SHOWN
    assert _on(62, card).asked_at is None
    assert _on(63, card).asked_at is not None


def test_price_alone_is_no_answer() -> None:
    card = _on(30, shown())
    assert _on(44, card).state == CardState.ASLEEP


def test_seller_who_stopped_is_not_asked_again() -> None:
    card = shown()
    actions.hear_seller(by=someone(Office.KADER), card=card, still=False)
    assert _on(90, card).state == CardState.ASLEEP
    assert _questions() == 0


def test_waiting_and_withdrawn_cards_are_left_alone() -> None:
    waiting = made()
    ended = actions.withdraw_card(by=someone(Office.SEKDES), card=shown(), reason="Tutup")
    _on(60, waiting)
    ended.refresh_from_db()
    assert (waiting.state, ended.state) == (CardState.WAITING, CardState.ENDED)
    assert _questions() == 0
    for card in (waiting, ended):
        with pytest.raises(MarketplaceRefused):
            actions.hear_seller(by=someone(Office.KADER), card=card, still=True)


def test_one_press_in_the_office_wakes_a_card() -> None:
    card = _on(30, shown())
    card = _on(44, card)
    answer = enter(someone(Office.KADER)).post(f"/kantor/lapak/{card.public_id}/langkah/masih/")
    assert answer.status_code == 302
    card.refresh_from_db()
    assert card.state == CardState.SHOWN


def test_message_that_asked_also_wakes(site: Village, client: Client) -> None:
    card = _on(30, shown())
    notice = Notice.objects.get(purpose__startswith="marketplace.still")
    code = notice.text.split("/lapak/penjual/")[1].split("/")[0]
    card = _on(44, card)
    with clock.frozen(MONDAY + timedelta(days=60)):
        answer = client.post(
            f"/lapak/penjual/{code}/", {"jawab": "ya"}, HTTP_ORIGIN="http://testserver"
        )
    assert "tampil di Lapak Desa" in answer.content.decode()
    card.refresh_from_db()
    assert card.state == CardState.SHOWN


def test_village_without_an_address_asks_for_a_reply() -> None:
    _on(30, shown())
    text = Notice.objects.get(purpose__startswith="marketplace.still").text
    assert "Balas MASIH atau TIDAK" in text
    assert "http" not in text


def test_round_gives_a_new_village_its_groups() -> None:
    assert not ProductGroup.objects.exists()
    run_round({})
    run_round({})
    assert ProductGroup.objects.count() == 14
