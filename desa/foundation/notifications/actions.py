"""Messages go into the outbox with the act they tell about, or not at all; sending comes later."""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.jobs.actions import enqueue
from desa.foundation.notifications.enums import EMAIL_TASK, Channel, NoticeState
from desa.foundation.notifications.exceptions import NoticeRefused
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.queries import WAITING, email_is_on, packed
from desa.foundation.notifications.rules.message import COUNTER, Message, Recipient
from desa.foundation.notifications.rules.quiet import not_before
from desa.foundation.tenancy.scope import current_village

KEPT = timedelta(days=90)
FORGOTTEN = "–"


@action
def queue_message(
    *,
    by: Actor,
    message: Message,
    to: Recipient,
    key: str = "",
    audience: Iterable[str] = COUNTER,
) -> Notice:
    """Put one message into the outbox; called from the action that it tells about.

    The same words to the same reader are one message, unless `key` tells two of them apart. Only the
    offices of `audience` see it: give it where not every counter may know who is written to.
    """
    notice = _frozen(message, to)
    notice.audience, notice.created_by_label = packed(audience), by.actor_label
    notice.key = key or _digest(notice)
    if earlier := Notice.objects.filter(key=notice.key).first():
        return earlier
    notice.full_clean()
    try:
        with transaction.atomic():
            notice.save(force_insert=True)
    except IntegrityError:
        return Notice.objects.get(key=notice.key)
    record("notifications.notice.queued", notice, by, purpose=notice.purpose)
    _schedule(notice)
    return notice


def _frozen(message: Message, to: Recipient) -> Notice:
    """In the language of the village, whatever the screen of the official speaks."""
    zone, moment = current_village().timezone, clock.now()
    with translation.override(settings.LANGUAGE_CODE):
        text, subject = message.text(zone), message.title(zone)
    return Notice(
        purpose=message.purpose,
        subject=subject,
        text=text,
        recipient_label=to.label,
        phone=to.phone,
        email="" if to.phone else to.email,
        channel=Channel.EMAIL if to.email and not to.phone else Channel.WA_HAND,
        urgent=message.urgent,
        not_before=not_before(moment, zone, urgent=message.urgent),
        created_at=moment,
    )


def _digest(notice: Notice) -> str:
    parts = (notice.purpose, notice.text, notice.recipient_label, notice.phone, notice.email)
    return sha256("\0".join(parts).encode()).hexdigest()


def _schedule(notice: Notice) -> None:
    """Only an e-mail sends itself, and only where there is a mail server."""
    if notice.channel == Channel.EMAIL and email_is_on():
        args = {"notice": notice.pk}
        enqueue(task=EMAIL_TASK, key=str(notice.pk), args=args, run_at=notice.not_before)


@action
def mark_sent(*, by: Actor, notice: Notice) -> Notice:
    """A person has sent it by hand and says so. Saying it twice changes nothing. Raises NoticeRefused."""
    current = _locked(notice)
    if current.state == NoticeState.SENT:
        return current
    _demand_open(current)
    if not current.may_go_now:
        raise NoticeRefused(_("Masih jam tenang. Pesan ini dikirim mulai pukul 06.00."))
    return _end(current, NoticeState.SENT, by, "sent_by_hand")


@action
def cancel(*, by: Actor, notice: Notice) -> Notice:
    """It need not be sent any more. Raises NoticeRefused for one that was sent."""
    current = _locked(notice)
    if current.state == NoticeState.CANCELLED:
        return current
    _demand_open(current)
    return _end(current, NoticeState.CANCELLED, by, "cancelled")


@action
def try_again(*, by: Actor, notice: Notice) -> Notice:
    """Queue a failed e-mail once more. Raises NoticeRefused for one that did not fail."""
    current = _locked(notice)
    if current.state != NoticeState.FAILED:
        raise NoticeRefused(_("Pesan ini tidak gagal, jadi tidak perlu dicoba lagi."))
    current.state, current.attempts, current.problem = NoticeState.QUEUED, 0, ""
    current.not_before = not_before(clock.now(), current_village().timezone, urgent=current.urgent)
    current.save()
    record("notifications.notice.requeued", current, by)
    _schedule(current)
    return current


@action
def confirm_email(*, by: Actor, notice: Notice) -> Notice:
    """The mail server took it."""
    current = _locked(notice)
    return _end(current, NoticeState.SENT, by, "emailed") if current.is_open else current


@action
def note_failure(*, by: Actor, notice: Notice, problem: str, final: bool) -> Notice:
    """One attempt failed; after the last one the office is asked to look."""
    current = _locked(notice)
    current.attempts += 1
    current.problem = problem
    if final:
        current.state = NoticeState.FAILED
        record("notifications.notice.failed", current, by, attempts=current.attempts)
    current.save()
    return current


@action
def forget_old(*, by: Actor) -> int:
    """Numbers, words and readers of what ended more than 90 days ago; that it was sent stays."""
    old = Notice.objects.filter(ended_at__lt=clock.now() - KEPT).exclude(text=FORGOTTEN)
    return old.update(phone="", email="", text=FORGOTTEN, recipient_label=FORGOTTEN)


def _locked(notice: Notice) -> Notice:
    return Notice.objects.select_for_update().get(pk=notice.pk)


def _demand_open(notice: Notice) -> None:
    if notice.state not in WAITING:
        state = notice.get_state_display()
        raise NoticeRefused(_("Pesan ini sudah “%(state)s”.") % {"state": state})


def _end(notice: Notice, state: NoticeState, by: Actor, happened: str) -> Notice:
    notice.state, notice.ended_at, notice.ended_by_label = state, clock.now(), by.actor_label
    notice.save()
    record(f"notifications.notice.{happened}", notice, by, purpose=notice.purpose)
    return notice
