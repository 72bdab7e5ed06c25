"""A seller's number is never changed by someone else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from desa.empowerment.marketplace import actions, published
from desa.empowerment.marketplace.enums import ChangeState, Via
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.models import Card, NumberChange
from desa.foundation.accounts.enums import Office
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.marketplace.samples import (
    OTHER_PHONE,
    PHONE,
    code_in,
    link_for,
    made,
    shown,
    someone,
)
from tests.factories import enter

pytestmark = pytest.mark.usefixtures("site")
OLD, NEW = "+6281234567890", "+6285711112222"
ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


def _asked(card: Card) -> NumberChange:
    change = actions.request_number(
        by=someone(Office.KADER), card=card, phone=OTHER_PHONE, reason="HP lama rusak"
    )
    assert change is not None
    return change


def _answer(client: Client, said: str) -> Card:
    card = shown()
    _asked(card)
    code = code_in(Notice.objects.get(purpose="marketplace.number"))
    page = client.post(f"/lapak/penjual/{code}/", {"jawab": said}, **ORIGIN)  # type: ignore[arg-type]
    assert page.status_code == 200
    card.refresh_from_db()
    return card


def test_request_alone_changes_nothing() -> None:
    card = shown()
    _asked(card)
    card.refresh_from_db()
    assert card.phone == OLD
    order = published.order(card.pk, "1")
    assert order is not None
    assert order.number == "0812-3456-7890"


def test_question_goes_to_the_old_number() -> None:
    _asked(shown())
    notice = Notice.objects.get(purpose="marketplace.number")
    assert notice.phone == OLD
    assert "1111" not in notice.text


def test_page_of_the_old_number_shows_the_new_one_masked(client: Client) -> None:
    _asked(shown())
    code = code_in(Notice.objects.get(purpose="marketplace.number"))
    page = client.get(f"/lapak/penjual/{code}/").content.decode()
    assert "+6285•••••22" in page
    assert "85711112222" not in page


def test_old_number_says_yes(client: Client) -> None:
    card = _answer(client, "ya")
    assert card.phone == NEW
    change = NumberChange.objects.get()
    assert (change.state, change.decided_via, change.new_phone) == (ChangeState.DONE, Via.LINK, "")
    assert Notice.objects.get(purpose="marketplace.number_gone").phone == OLD


def test_old_number_says_no(client: Client) -> None:
    card = _answer(client, "tidak")
    assert card.phone == OLD
    change = NumberChange.objects.get()
    assert (change.state, change.new_phone) == (ChangeState.REFUSED, "")
    assert not Notice.objects.filter(purpose="marketplace.number_gone").exists()


def test_maker_cannot_decide_what_they_asked_for() -> None:
    card = shown()
    _asked(card)
    with pytest.raises(PermissionDenied):
        actions.decide_number(
            by=someone(Office.KADER), card=card, accept=True, via=Via.CHAT, reason="Katanya boleh"
        )
    card.refresh_from_db()
    assert card.phone == OLD


def test_counter_needs_a_reason() -> None:
    card = shown()
    _asked(card)
    with pytest.raises(MarketplaceRefused):
        actions.decide_number(
            by=someone(Office.OPERATOR), card=card, accept=True, via=Via.COUNTER, reason=" "
        )
    card.refresh_from_db()
    assert card.phone == OLD


def test_counter_decides_with_a_reason_that_stays_and_the_old_number_is_told() -> None:
    card = shown()
    _asked(card)
    actions.decide_number(
        by=someone(Office.OPERATOR), card=card, accept=True, via=Via.COUNTER, reason="KTP dilihat"
    )
    card.refresh_from_db()
    assert card.phone == NEW
    assert Notice.objects.get(purpose="marketplace.number_gone").phone == OLD
    event = TrailEvent.objects.get(name="marketplace.number.changed")
    assert event.facts["reason"] == "KTP dilihat"


def test_every_step_is_logged_without_a_number(client: Client) -> None:
    _answer(client, "ya")
    events = TrailEvent.objects.filter(name__startswith="marketplace.number.")
    assert {event.name.rsplit(".", 1)[1] for event in events} == {"asked", "changed"}
    assert not any("812" in str(event.facts) or "857" in str(event.facts) for event in events)


def test_second_request_waits_for_the_first() -> None:
    card = shown()
    _asked(card)
    with pytest.raises(MarketplaceRefused, match="Masih ada permintaan"):
        actions.request_number(
            by=someone(Office.POKMAS), card=card, phone="0813-9999-8888", reason="Salah"
        )
    assert NumberChange.objects.count() == 1


def test_same_number_is_no_change() -> None:
    with pytest.raises(MarketplaceRefused, match="sama"):
        actions.request_number(
            by=someone(Office.KADER), card=shown(), phone="+62 812 3456 7890", reason="?"
        )


def test_typing_mistake_on_a_card_that_nobody_agreed_to_is_corrected(client: Client) -> None:
    card = made()
    code = link_for(card)
    change = actions.request_number(
        by=someone(Office.KADER), card=card, phone=OTHER_PHONE, reason="Salah ketik"
    )
    card.refresh_from_db()
    assert change is None
    assert card.phone == NEW
    assert client.get(f"/lapak/penjual/{code}/").status_code == 404
    assert TrailEvent.objects.filter(name="marketplace.number.corrected").exists()


def test_withdrawn_and_reopened_card_still_guards_its_number() -> None:
    card = actions.withdraw_card(by=someone(Office.SEKDES), card=shown(), reason="Tutup")
    with pytest.raises(MarketplaceRefused):
        _asked(card)
    card = actions.reopen_card(by=someone(Office.KADER), card=card)
    assert _asked(card).state == ChangeState.ASKED
    card.refresh_from_db()
    assert card.phone == OLD


def test_office_pages_show_the_number_masked_only(site: Village) -> None:
    card = shown()
    _asked(card)
    browser = enter(someone(Office.OPERATOR))
    base = f"/kantor/lapak/{card.public_id}/"
    for address in (base, f"{base}ubah/", f"{base}langkah/putus-nomor/", "/kantor/lapak/"):
        page = browser.get(address)
        assert page.status_code == 200
        assert "81234567890" not in page.content.decode()
        assert PHONE not in page.content.decode()


def test_step_pages_ask_and_decide() -> None:
    card, browser = shown(), enter(someone(Office.OPERATOR))
    base = f"/kantor/lapak/{card.public_id}/langkah/"
    page = browser.post(f"{base}nomor/", {"phone": "12", "reason": "x"})
    assert page.status_code == 422
    sent = browser.post(f"{base}nomor/", {"phone": OTHER_PHONE, "reason": "HP rusak"})
    assert sent.status_code == 302
    no_reason = browser.post(f"{base}putus-nomor/", {"accept": "ya", "via": "loket"})
    assert no_reason.status_code == 422
    data = {"accept": "ya", "via": "loket", "reason": "KTP dilihat"}
    assert browser.post(f"{base}putus-nomor/", data).status_code == 302
    card.refresh_from_db()
    assert card.phone == NEW
