"""The use cases of a question: asked, released, answered, closed, judged by its asker, carried upwards."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission, offices_of, recipient_for
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.core.registry import Askable
from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.redaction import redact
from desa.foundation.intake.actions import once
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.rules.message import Message, Recipient
from desa.foundation.servicelevels.actions import close_case, open_case, publish_standard
from desa.foundation.servicelevels.models import ServiceCase, ServiceStandard
from desa.foundation.servicelevels.queries import standard_for
from desa.foundation.servicelevels.rules.working_time import NeverOpen
from desa.foundation.tenancy.scope import current_village
from desa.people.questions.enums import (
    Channel,
    CloseReason,
    Escalation,
    QuestionsPermission,
    QuestionState,
)
from desa.people.questions.exceptions import QuestionRefused
from desa.people.questions.messages import QuestionAnswered, QuestionClosed, QuestionOverdue
from desa.people.questions.models import Answer, Question
from desa.people.questions.policies import (
    PHONE_KEPT,
    SERVICE,
    STANDARD_NAME,
    STANDARD_NEEDS,
    STANDARD_PRODUCT,
    WITHOUT_HOURS,
    WORKING_DAYS,
    owner_of,
)
from desa.people.questions.queries import (
    PURPOSE,
    answering_office,
    figure,
    held_offices,
    with_stale_phone,
)
from desa.people.questions.transitions import after_no, is_possible

SHORTEST = 10
ASKER = SystemActor("Penanya", actor_kind="resident")
"""Somebody outside: who it is, is not kept."""


@dataclass(frozen=True, repr=False)
class Asking:
    """What somebody wants to know about which figure."""

    kind: str
    key: str
    text: str
    phone: str = ""
    channel: Channel = Channel.WEB


def in_village_words() -> translation.override:
    """What is kept or sent is in the language of the village, whatever the one who acts reads."""
    return translation.override(settings.LANGUAGE_CODE)


@action
def ask(*, by: Actor, asking: Asking) -> Question:
    """Take a question; its promise is made now. Raises QuestionRefused."""
    with in_village_words():
        found = figure(asking.kind, asking.key)
    if found is None:
        raise QuestionRefused(_("Angka ini tidak ditemukan atau tidak lagi dipublikasikan."))
    return ask_about(by=by, asking=asking, found=found)


@action
def ask_about(*, by: Actor, asking: Asking, found: Askable) -> Question:
    """The same on a figure that was looked up before. Raises QuestionRefused."""
    text = asking.text.strip()
    if len(text) < SHORTEST:
        raise QuestionRefused(_("Pertanyaannya terlalu pendek. Tulis yang ingin Anda ketahui."))
    question = _new(asking, found, text)
    question.full_clean()
    question.save()
    record("questions.question.asked", question, by, kind=asking.kind, channel=question.channel)
    return question


def _new(asking: Asking, found: Askable, text: str) -> Question:
    with in_village_words():
        owner = owner_of(found.owner_office, found.owner_label, held_offices())
    return Question(
        kind=asking.kind,
        key=asking.key,
        figure_title=found.title[:200],
        figure_url=found.url,
        owner_office=owner.office,
        owner_label=owner.label,
        text=text,
        phone=asking.phone,
        channel=asking.channel,
        case=_promise(),
        asked_at=clock.now(),
    )


@action
def ask_once(*, by: Actor, asking: Asking, key: UUID) -> Question:
    """One question for each form, however often it is sent."""
    made, _new = once(key=key, purpose=PURPOSE, by=by, make=lambda: ask(by=by, asking=asking))
    return Question.objects.get(pk=made)


def _promise() -> ServiceCase:
    """A village without hours yet still takes questions, with a plain promise in days."""
    publish_usual_standard(by=SystemActor("standar pertanyaan"))
    try:
        return open_case(service=SERVICE)
    except NeverOpen:
        moment = clock.now()
        due = moment + WITHOUT_HOURS
        return ServiceCase.objects.create(
            service=SERVICE, opened_at=moment, first_promised_at=due, promised_at=due
        )


@action
def publish_usual_standard(*, by: Actor) -> None:
    """Five working days, where the village has not said otherwise."""
    try:
        standard_for(SERVICE)
    except ServiceStandard.DoesNotExist:
        with in_village_words():
            standard = ServiceStandard(
                service=SERVICE,
                name=str(STANDARD_NAME),
                product=str(STANDARD_PRODUCT),
                requirements=[str(STANDARD_NEEDS)],
                working_days=WORKING_DAYS,
                valid_from=clock.today(current_village()),
            )
        publish_standard(by=by, standard=standard)


@action
def release(*, by: User, question: Question) -> Question:
    """Let everyone read the words, numbers covered. Doing it twice changes nothing."""
    current = _locked(question)
    _demand_handler(by, current)
    if current.shown_at is None:
        current.shown_at = clock.now()
        current.save(update_fields=["shown_at"])
        record("questions.question.released", current, by)
    return current


@action
def answer(*, by: User, question: Question, text: str) -> Answer:
    """Say it in public, as the office whose question it is. Raises QuestionRefused, PermissionDenied."""
    current = _locked(question)
    office, words = _demand_handler(by, current), redact(text.strip())
    if not words:
        raise QuestionRefused(_("Jawabannya masih kosong."))
    _step(current, QuestionState.ANSWERED)
    close_case(case=current.case)
    current.shown_at = current.shown_at or clock.now()
    current.save(update_fields=["state", "shown_at"])
    given = Answer(
        question=current,
        case=current.case,
        text=words,
        office=office,
        office_label=_label(current, office),
        by_label=by.actor_label,
        at=clock.now(),
    )
    given.full_clean()
    given.save()
    record("questions.question.answered", current, by, office=str(office))
    _tell(current, by, QuestionAnswered(current.figure_title, given.office_label), office)
    return given


def _label(question: Question, office: Office) -> str:
    with in_village_words():
        return question.owner_label if office == question.owner_office else str(office.label)


def _tell(question: Question, by: Actor, message: Message, *offices: Office) -> None:
    """The number stands behind the button of the outbox, for the offices that answer only."""
    if question.phone:
        reader = Recipient(f"Penanya: {question.figure_title}"[:120], phone=question.phone)
        audience = {str(office) for office in (*offices, Office.SEKDES)}
        key = f"{message.purpose}:{question.pk}:{question.reopened}"
        queue_message(by=by, message=message, to=reader, key=key, audience=audience)


@action
def close(*, by: User, question: Question, reason: CloseReason) -> Question:
    """End it without an answer; everyone reads why. Raises QuestionRefused, PermissionDenied."""
    if not has_permission(by, QuestionsPermission.QUESTION_CLOSE):
        raise PermissionDenied(QuestionsPermission.QUESTION_CLOSE)
    current = _locked(question)
    _step(current, QuestionState.CLOSED)
    close_case(case=current.case)
    current.close_reason, current.ended_at = reason, clock.now()
    current.save(update_fields=["state", "close_reason", "ended_at"])
    record("questions.question.closed", current, by, reason=str(reason))
    with in_village_words():
        message = QuestionClosed(current.figure_title, str(reason.label))
    _tell(current, by, message, Office.KADES)
    return current


@action
def judge(*, by: Actor, question: Question, answered: bool, follow_up: str = "") -> Question:
    """The asker says whether it is answered; "no" opens it again once, with a new clock."""
    current = _locked(question)
    after = QuestionState.CONFIRMED if answered else after_no(current.answers.count())
    if current.state == after:
        return current
    _step(current, after)
    if after == QuestionState.REOPENED:
        current.reopened += 1
        current.follow_up, current.case = follow_up.strip(), _promise()
        current.escalated = Escalation.NONE
    else:
        current.ended_at = clock.now()
    current.full_clean()
    current.save()
    record(f"questions.question.{after.value}", current, by)
    return current


def next_step(escalated: str, owner: str) -> Escalation:
    """To the sekdes first, unless the silence is his own; then to the kades."""
    own_silence = owner == Office.SEKDES
    return Escalation.KADES if escalated or own_silence else Escalation.SEKDES


@action
def escalate(*, by: Actor, question: Question) -> Question:
    """Silence goes up one step: first to the sekdes, then to the kades; both may answer then."""
    current = _locked(question)
    if not current.is_late or current.escalated == Escalation.KADES:
        return current
    current.escalated = next_step(current.escalated, current.owner_office)
    current.save(update_fields=["escalated"])
    record("questions.question.escalated", current, by, to=current.escalated)
    _alarm(current, by)
    return current


def _alarm(question: Question, by: Actor) -> None:
    village = current_village()
    with in_village_words():
        reader = recipient_for(Office(question.escalated), email=village.email)
    due = clock.local(question.case.promised_at, village).date()
    message = QuestionOverdue(question.figure_title, question.owner_label, format_long(due))
    key = f"{message.purpose}:{question.case_id}:{question.escalated}"
    queue_message(
        by=by, message=message, to=reader, key=key, audience=("sekdes", "kades", "operator")
    )


@action
def forget_phones(*, by: Actor) -> int:
    """Numbers of askers whose question ended 30 days ago."""
    return with_stale_phone(clock.now(), PHONE_KEPT).update(phone="")


def _locked(question: Question) -> Question:
    """Without its relations: PostgreSQL would join them as they were before it waited for the lock."""
    return Question.objects.select_for_update().get(pk=question.pk)


def _step(question: Question, after: QuestionState) -> None:
    if not is_possible(question.state, after):
        state = question.get_state_display()
        raise QuestionRefused(
            _("Langkah ini tidak bisa: pertanyaan sudah “%(state)s”.") % {"state": state}
        )
    question.state = after


def _demand_handler(by: User, question: Question) -> Office:
    """The office in which this official handles it. Raises PermissionDenied."""
    office = answering_office(question, {str(held) for held in offices_of(by)})
    if office is None or not has_permission(by, QuestionsPermission.QUESTION_ANSWER):
        raise PermissionDenied(QuestionsPermission.QUESTION_ANSWER)
    return office
