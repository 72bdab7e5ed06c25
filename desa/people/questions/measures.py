"""TRA6, the part of questions: those answered within their promise, of those that were due."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.measures import Evidence, Measure, Reading, Unit, share
from desa.foundation.tenancy.scope import current_village
from desa.people.questions.enums import QuestionState
from desa.people.questions.models import Question
from desa.people.questions.queries import questions


def read_answered(until: date) -> Reading:
    """A question counts when every round of it that was due by then was answered within its promise."""
    zone = ZoneInfo(current_village().timezone)
    moment = datetime.combine(until + timedelta(days=1), time(), zone)
    due = Q(answers__at__lt=moment) | Q(case__promised_at__lt=moment)
    rows = questions().filter(due, asked_at__lt=moment).distinct().order_by("asked_at", "pk")
    rows = rows.exclude(state=QuestionState.CLOSED).prefetch_related("answers__case")
    evidence = tuple(_row(row, moment, zone) for row in rows)
    return share(evidence, empty=_("Belum ada pertanyaan yang waktunya tiba."))


def _row(question: Question, moment: datetime, zone: ZoneInfo) -> Evidence:
    return Evidence(
        label=question.figure_title,
        value=1.0 if _kept(question, moment) else 0.0,
        url=reverse("questions:question", args=[question.pk]),
        on=question.asked_at.astimezone(zone).date(),
        note=question.owner_label,
    )


def _kept(question: Question, moment: datetime) -> bool:
    given = [item for item in question.answers.all() if item.at < moment]
    in_time = all(item.at <= item.case.promised_at for item in given)
    answered = {item.case_id for item in given}
    silent = question.case_id not in answered and question.case.promised_at < moment
    return in_time and not silent


ANSWERED = Measure(
    code="TRA6",
    room="questions",
    unit=Unit.SHARE,
    read=read_answered,
    part="pertanyaan",
    title=gettext_lazy("Pertanyaan yang dijawab tepat waktu"),
)
