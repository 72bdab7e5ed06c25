"""What anyone may read: questions without their askers, words only once an official has looked."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from desa.foundation.core import clock
from desa.foundation.core.registry import Askable
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.redaction import redact
from desa.foundation.servicelevels.queries import promise_if_opened_now
from desa.foundation.tenancy.scope import current_village
from desa.people.questions import queries
from desa.people.questions.enums import CloseReason, Escalation, QuestionState
from desa.people.questions.models import Answer, Question
from desa.people.questions.policies import SERVICE, owner_of


@dataclass(frozen=True)
class PublishedAnswer:
    text: str
    office: str
    at: datetime


@dataclass(frozen=True)
class PublishedQuestion:
    """`text` is empty while nobody has looked at it; moments are on the village's clock."""

    id: int
    kind: str
    key: str
    figure: str
    figure_url: str
    text: str
    follow_up: str
    state: QuestionState
    state_label: str
    asked_at: datetime
    promised_at: datetime
    is_open: bool
    is_late: bool
    owner: str
    escalated_to: str
    reopened: int
    close_reason: str
    answers: tuple[PublishedAnswer, ...]


@dataclass(frozen=True)
class PublishedStatus:
    """A question by its code; the asker may judge an answer that nobody has judged."""

    code: str
    question: PublishedQuestion
    own_text: str
    may_judge: bool
    was_last_answer: bool


@dataclass(frozen=True)
class PublishedFigure:
    """What is asked about, who will answer, and until when if it were asked this minute."""

    kind: str
    key: str
    title: str
    url: str
    owner: str
    working_days: int
    promised_at: datetime | None


def figure(kind: str, key: str) -> PublishedFigure | None:
    found = queries.figure(kind, key)
    return _figure(kind, key, found) if found else None


def _figure(kind: str, key: str, found: Askable) -> PublishedFigure:
    owner = owner_of(found.owner_office, found.owner_label, queries.held_offices())
    due = promise_if_opened_now(SERVICE)
    local = clock.local(due, current_village()) if due else None
    return PublishedFigure(
        kind, key, found.title, found.url, owner.label, queries.working_days(), local
    )


def total() -> int:
    return Question.objects.count()


def newest(start: int, stop: int) -> tuple[PublishedQuestion, ...]:
    """All questions, also those that wait or were closed; the newest first."""
    rows = queries.questions().order_by("-asked_at", "-pk")[start:stop]
    return tuple(_question(row) for row in rows)


def waiting() -> tuple[PublishedQuestion, ...]:
    """The ten that were promised first and are not answered."""
    return tuple(_question(row) for row in queries.by_clock()[:10])


def question(number: int) -> PublishedQuestion | None:
    row = queries.questions().filter(pk=number).first()
    return _question(row) if row else None


def for_figure(kind: str, key: str) -> tuple[PublishedQuestion, ...]:
    """The newest 20 on one figure, without those closed unanswered."""
    rows = queries.questions().filter(kind=kind, key=key).exclude(state=QuestionState.CLOSED)
    return tuple(_question(row) for row in rows.order_by("-asked_at")[:20])


def counts(kind: str) -> tuple[tuple[str, int], ...]:
    """(key, how many questions) of each figure of this kind that has any, in one query."""
    rows = Question.objects.filter(kind=kind).exclude(state=QuestionState.CLOSED)
    return tuple(rows.values("key").annotate(n=Count("pk")).values_list("key", "n"))


def count(kind: str, key: str) -> int:
    return Question.objects.filter(kind=kind, key=key).exclude(state=QuestionState.CLOSED).count()


def status(code: str) -> PublishedStatus | None:
    """None for a code that is not ours, whatever is wrong with it; always one look-up."""
    try:
        value = StatusCode.parse(code).value
    except ValueProblem:
        value = ""
    row = queries.by_status_code(value)
    return _status(row) if row else None


def _status(row: Question) -> PublishedStatus:
    return PublishedStatus(
        code=row.code.display,
        question=_question(row),
        own_text=redact(row.text),
        may_judge=row.state == QuestionState.ANSWERED,
        was_last_answer=row.reopened > 0,
    )


def _question(row: Question) -> PublishedQuestion:
    village, is_shown = current_village(), row.shown_at is not None
    shown = is_shown and row.state != QuestionState.CLOSED
    answers = tuple(_answer(item) for item in row.answers.all())
    reason = CloseReason(row.close_reason).label if row.close_reason else ""
    up = Escalation(row.escalated).label if row.escalated and row.is_open else ""
    return PublishedQuestion(
        id=row.pk,
        kind=row.kind,
        key=row.key,
        figure=row.figure_title,
        figure_url=row.figure_url,
        text=redact(row.text) if shown else "",
        follow_up=redact(row.follow_up) if len(answers) > 1 else "",
        state=QuestionState(row.state),
        state_label=str(row.get_state_display()),
        asked_at=clock.local(row.asked_at, village),
        promised_at=clock.local(row.case.promised_at, village),
        is_open=row.is_open,
        is_late=row.is_late,
        owner=row.owner_label,
        escalated_to=str(up),
        reopened=row.reopened,
        close_reason=str(reason),
        answers=answers,
    )


def _answer(item: Answer) -> PublishedAnswer:
    return PublishedAnswer(item.text, item.office_label, clock.local(item.at, current_village()))
