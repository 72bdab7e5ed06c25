from datetime import timedelta

import pytest
from django.utils import translation

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action
from desa.foundation.notifications.actions import (
    FORGOTTEN,
    cancel,
    forget_old,
    mark_sent,
    queue_message,
    try_again,
)
from desa.foundation.notifications.enums import Channel, NoticeState
from desa.foundation.notifications.exceptions import NoticeRefused
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.queries import count_by_hand, history, waiting
from desa.foundation.notifications.rules.message import Recipient
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from tests.foundation.notifications.conftest import (
    CLERK,
    NIGHT,
    PHONE,
    TUESDAY,
    Alarm,
    Sample,
    mailed,
    queued,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_message_waits_with_its_words_frozen(scope: Village) -> None:
    notice = queued()
    assert notice.text == "Kabar dengan kode K7M-4QX sudah ada."
    assert notice.subject == "Kabar K7M-4QX"
    assert (notice.state, notice.channel) == (NoticeState.QUEUED, Channel.WA_HAND)
    assert notice.not_before == TUESDAY


def test_same_words_to_the_same_reader_are_one_message(scope: Village) -> None:
    assert queued().pk == queued().pk
    assert queued("P3X-8TN").pk != queued().pk
    assert Notice.objects.count() == 2


def test_a_key_tells_two_alike_apart(scope: Village) -> None:
    to = Recipient("Penanya K7M-4QX", phone=PHONE)
    rows = [queue_message(by=CLERK, message=Sample("X"), to=to, key=key) for key in "aba"]
    assert rows[0].pk == rows[2].pk != rows[1].pk


def test_message_of_an_act_that_fails_is_not_there(scope: Village) -> None:
    @action
    def torn() -> None:
        queued()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        torn()
    assert not Notice.objects.exists()


def test_night_waits_and_urgent_does_not(scope: Village) -> None:
    with clock.frozen(NIGHT):
        waits, goes = queued(), queue_message(by=CLERK, message=Alarm(), to=Recipient("Kades"))
        assert not waits.may_go_now
        assert goes.may_go_now
        with pytest.raises(NoticeRefused, match=r"06\.00"):
            mark_sent(by=CLERK, notice=waits)
    with clock.frozen(NIGHT + timedelta(hours=8)):
        assert mark_sent(by=CLERK, notice=waits).state == NoticeState.SENT


def test_words_are_of_the_village_whatever_the_official_reads(scope: Village) -> None:
    with translation.override("en"):
        notice = queued()
    assert notice.text.startswith("Kabar")


def test_link_opens_whatsapp_with_the_text_written_out(scope: Village) -> None:
    notice = queued()
    assert notice.link == (
        "https://wa.me/6281234567890?text=Kabar%20dengan%20kode%20K7M-4QX%20sudah%20ada."
    )
    assert notice.masked_address == "+6281•••••90"


def test_without_a_number_the_sender_picks_the_contact(scope: Village) -> None:
    notice = queued(to=Recipient("Sekretaris Desa"))
    assert notice.link.startswith("https://wa.me/?text=Kabar")
    assert notice.masked_address == ""


def test_mail_address_is_masked_and_its_link_is_a_letter(scope: Village) -> None:
    notice = mailed()
    assert (notice.channel, notice.masked_address) == (Channel.EMAIL, "s•••••@contoh.example")
    assert notice.link.startswith("mailto:sri%40contoh.example?subject=Kabar%20K7M-4QX&body=Kabar")


def test_sending_is_noted_once_with_who_did_it(operator: User) -> None:
    notice = queued()
    first = mark_sent(by=operator, notice=notice)
    second = mark_sent(by=SystemActor("lain"), notice=notice)
    assert (first.state, first.ended_by_label) == (NoticeState.SENT, operator.name)
    assert second.ended_by_label == operator.name
    names = TrailEvent.objects.values_list("name", flat=True)
    assert list(names).count("notifications.notice.sent_by_hand") == 1


def test_trail_holds_neither_number_nor_words(operator: User) -> None:
    mark_sent(by=operator, notice=queued())
    facts = str(list(TrailEvent.objects.values_list("facts", flat=True)))
    assert PHONE not in facts
    assert "Kabar" not in facts


def test_cancelled_is_not_sent_and_sent_not_cancelled(operator: User) -> None:
    gone, told = queued("A"), queued("B")
    cancel(by=operator, notice=gone)
    assert cancel(by=operator, notice=gone).state == NoticeState.CANCELLED
    with pytest.raises(NoticeRefused, match="Tidak jadi dikirim"):
        mark_sent(by=operator, notice=gone)
    mark_sent(by=operator, notice=told)
    with pytest.raises(NoticeRefused, match="Terkirim"):
        cancel(by=operator, notice=told)


def test_only_a_failed_one_is_tried_again(operator: User) -> None:
    with pytest.raises(NoticeRefused, match="tidak gagal"):
        try_again(by=operator, notice=queued())


def test_offices_see_what_is_meant_for_them(scope: Village) -> None:
    to = Recipient("Pelapor K7M-4QX", phone=PHONE)
    secret = queue_message(by=CLERK, message=Sample("A"), to=to, audience=("sekdes", "bpd"))
    common = queued("B")
    assert set(waiting(["sekdes"])) == {secret, common}
    assert set(waiting(["operator"])) == {common}
    assert set(waiting(["bpd", "pokmas"])) == {secret}
    assert set(waiting([])) == set()


def test_waiting_stands_in_the_order_it_may_go(scope: Village) -> None:
    late = queued("A")
    with clock.frozen(TUESDAY - timedelta(hours=1)):
        early = queued("B")
    assert list(waiting(["operator"])) == [early, late]
    assert list(history(["operator"])) == []


def test_badge_counts_what_can_be_sent_now(scope: Village, operator: User) -> None:
    mark_sent(by=operator, notice=queued("A"))
    queued("B")
    with clock.frozen(NIGHT):
        queued("C")
    assert count_by_hand(["operator"]) == 1
    assert count_by_hand(["kader"]) == 0


def test_after_ninety_days_only_the_fact_remains(operator: User) -> None:
    old, waits = mark_sent(by=operator, notice=queued("A")), queued("B")
    with clock.frozen(TUESDAY + timedelta(days=91)):
        assert forget_old(by=CLERK) == 1
        assert forget_old(by=CLERK) == 0
    old.refresh_from_db()
    waits.refresh_from_db()
    assert (old.phone, old.text, old.recipient_label) == ("", FORGOTTEN, FORGOTTEN)
    assert old.state == NoticeState.SENT
    assert waits.phone == PHONE


def test_another_village_has_its_own_outbox(village: Village, other_village: Village) -> None:
    with village_scope(village):
        first = queued()
    with village_scope(other_village):
        assert not waiting(["operator"]).exists()
        assert queued().pk != first.pk
