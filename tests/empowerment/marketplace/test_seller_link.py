"""The seller's link: a page on GET, a decision on POST, and worthless afterwards."""

from datetime import timedelta

import pytest
from django.test import Client

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.enums import CardState, LinkUse, Via
from desa.empowerment.marketplace.exceptions import LinkSpent, MarketplaceRefused
from desa.empowerment.marketplace.models import Card, SellerLink
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.notifications.enums import NoticeState
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.marketplace.conftest import MONDAY
from tests.empowerment.marketplace.samples import DIGITS, SITE, link_for, made, shown, someone

pytestmark = pytest.mark.usefixtures("site")
ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


def _address(code: str) -> str:
    return f"/lapak/penjual/{code}/"


def _press(client: Client, code: str, said: str = "ya", **more: str) -> int:
    return client.post(_address(code), {"jawab": said, **more}, **ORIGIN).status_code  # type: ignore[arg-type]


def test_preview_of_a_chat_changes_nothing(client: Client) -> None:
    card = made()
    code = link_for(card)
    for _look in range(5):
        page = client.get(_address(code))
        assert page.status_code == 200
        assert page["Cache-Control"] == "no-store"
        assert page["Referrer-Policy"] == "same-origin"
    card.refresh_from_db()
    assert card.state == CardState.WAITING
    assert not any(digits in page.content.decode() for digits in DIGITS)


def test_button_makes_the_card_public(client: Client) -> None:
    card = made()
    assert _press(client, link_for(card)) == 200
    card.refresh_from_db()
    assert (card.state, card.confirmed_via) == (CardState.SHOWN, Via.LINK)
    event = TrailEvent.objects.get(name="marketplace.card.confirmed")
    assert event.actor_kind == "seller"


def test_replay_is_answered_like_a_link_that_never_was(client: Client) -> None:
    card = made()
    code = link_for(card)
    _press(client, code)
    again = client.post(_address(code), {"jawab": "tidak"}, **ORIGIN)  # type: ignore[arg-type]
    unknown = client.get(_address(LinkCode.new().value))
    assert again.status_code == unknown.status_code == client.get(_address(code)).status_code == 404
    for page in (again, unknown):
        assert "Tautan hanya sekali pakai" in page.content.decode()
    card.refresh_from_db()
    assert card.state == CardState.SHOWN
    assert TrailEvent.objects.filter(name="marketplace.card.confirmed").count() == 1


def test_no_keeps_the_card_off_the_page(client: Client) -> None:
    card = made()
    _press(client, link_for(card), "tidak")
    card.refresh_from_db()
    assert card.state == CardState.ENDED
    assert client.get(f"/lapak/{card.public_id}/").status_code == 404


def test_press_without_a_choice_asks_again(client: Client) -> None:
    code = link_for(made())
    assert _press(client, code, "mungkin") == 422
    assert client.get(_address(code)).status_code == 200


def test_form_from_another_site_is_refused(client: Client) -> None:
    code = link_for(made())
    answer = client.post(_address(code), {"jawab": "ya"}, HTTP_ORIGIN="https://jahat.example")
    assert answer.status_code == 403
    assert client.get(_address(code)).status_code == 200


def test_newer_link_replaces_the_older_one_and_its_unsent_message(client: Client) -> None:
    card = made()
    first = link_for(card)
    second = link_for(card)
    assert client.get(_address(first)).status_code == 404
    assert client.get(_address(second)).status_code == 200
    states = Notice.objects.filter(purpose="marketplace.confirm").order_by("pk")
    assert [notice.state for notice in states] == [NoticeState.CANCELLED, NoticeState.QUEUED]


def test_link_grows_old(client: Client) -> None:
    code = link_for(made())
    with clock.frozen(MONDAY + timedelta(days=14, seconds=1)):
        assert client.get(_address(code)).status_code == 404
        with pytest.raises(LinkSpent):
            actions.answer_link(code=code, yes=True)


def test_counter_that_was_faster_makes_the_link_worthless(client: Client) -> None:
    card = made()
    code = link_for(card)
    actions.vouch_for_seller(
        by=someone(Office.OPERATOR), card=card, via=Via.COUNTER, words="Datang sendiri"
    )
    assert client.get(_address(code)).status_code == 404


def test_database_keeps_no_link_that_opens(client: Client) -> None:
    code = link_for(made())
    link = SellerLink.objects.get()
    assert link.use == LinkUse.CONFIRM
    assert code not in {str(value) for value in vars(link).values()}
    assert link.digest == LinkCode.parse(code).digest


def test_guessing_is_slowed_down(client: Client) -> None:
    for _guess in range(20):
        client.get(_address(LinkCode.new().value))
    assert client.get(_address(LinkCode.new().value)).status_code == 429


def test_message_names_the_product_and_the_address_but_nobody() -> None:
    notice = actions.send_confirm_link(by=someone(Office.KADER), card=made())
    assert f"{SITE}/lapak/penjual/" in notice.text
    assert "Jamu kunyit asam" in notice.text
    assert "Siti" not in notice.text
    assert notice.phone == "+6281234567890"


def test_only_a_waiting_card_gets_a_link() -> None:
    with pytest.raises(MarketplaceRefused):
        actions.send_confirm_link(by=someone(Office.KADER), card=shown())


def test_village_without_an_address_is_sent_to_the_counter(site: Village) -> None:
    site.public_address = ""
    site.save()
    with pytest.raises(MarketplaceRefused, match="loket"):
        actions.send_confirm_link(by=someone(Office.KADER), card=made())
    assert not SellerLink.objects.exists()


def test_question_page_takes_a_new_price_and_asks_about_an_unclear_one(client: Client) -> None:
    card = _asked(shown())
    code = _question_code()
    page = client.post(_address(code), {"jawab": "ya", "harga": "3.5"}, **ORIGIN)  # type: ignore[arg-type]
    assert page.status_code == 422
    assert _press(client, code, harga="3500") == 200
    card.refresh_from_db()
    assert str(card.price) == "Rp3.500"
    assert card.prices.count() == 2
    assert card.asked_at is None


def test_price_of_nothing_leaves_the_link_usable(client: Client) -> None:
    _asked(shown())
    code = _question_code()
    assert _press(client, code, harga="0") == 422
    assert client.get(_address(code)).status_code == 200


def _asked(card: Card) -> Card:
    with clock.frozen(MONDAY - timedelta(days=31)):
        actions.hear_seller(by=someone(Office.KADER), card=card, still=True)
    return actions.ask_still(card=card)


def _question_code() -> str:
    notice = Notice.objects.get(purpose="marketplace.still")
    return notice.text.split("/lapak/penjual/")[1].split("/")[0]
