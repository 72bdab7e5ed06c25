"""Questions as the office lists them, and the figures they are about."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership
from desa.foundation.core import clock
from desa.foundation.core.registry import Askable, askable
from desa.foundation.servicelevels.models import ServiceStandard
from desa.foundation.servicelevels.queries import standard_for
from desa.foundation.tenancy.scope import current_village
from desa.people.questions.enums import OPEN, Escalation
from desa.people.questions.models import Question
from desa.people.questions.policies import SECOND_STEP, SERVICE, WORKING_DAYS

PURPOSE = "questions.ask"
Found = tuple[str, str, Askable]


def figure(kind: str, key: str) -> Askable | None:
    """The published figure that this address names, of a room that is switched on; None without one."""
    known = askable.find(kind)
    if known is None or not current_village().has_room(known.room):
        return None
    return known.find(key)


def figures_like(words: str, limit: int = 20) -> list[Found]:
    """(kind, key, figure) whose title holds these words, or whose page is at this address."""
    found: list[Found] = []
    for kind in askable.names():
        known = askable.get(kind)
        if known.search and current_village().has_room(known.room):
            found += [(kind, key, item) for key, item in known.search(words.strip(), limit)]
    return found[:limit]


def held_offices() -> frozenset[str]:
    """Offices that have somebody with an account today."""
    village = current_village()
    day = clock.today(village)
    ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    held = Membership.objects.filter(ends, village=village, valid_from__lte=day)
    return frozenset(held.values_list("office", flat=True))


def questions() -> QuerySet[Question]:
    return Question.objects.select_related("case").prefetch_related("answers")


def by_clock() -> QuerySet[Question]:
    """What waits, the one promised earliest first."""
    return questions().filter(state__in=OPEN).order_by("case__promised_at", "pk")


def ended() -> QuerySet[Question]:
    return questions().exclude(state__in=OPEN).order_by("-asked_at", "-pk")


def handled_by(offices: Iterable[str]) -> Q:
    """Open questions that these offices may answer: their own, and those that silence brought them."""
    mine = Q(owner_office__in=[str(office) for office in offices])
    if Office.SEKDES in offices:
        mine |= Q(escalated__in=[Escalation.SEKDES, Escalation.KADES])
    if Office.KADES in offices:
        mine |= Q(escalated=Escalation.KADES)
    return mine


def answering_office(question: Question, offices: Iterable[str]) -> Office | None:
    """In which of their offices these officials answer this question; None when they do not."""
    if question.owner_office in offices:
        return Office(question.owner_office)
    told = {Escalation.SEKDES: [Office.SEKDES], Escalation.KADES: [Office.SEKDES, Office.KADES]}
    heads = told.get(Escalation(question.escalated), [])
    return next((office for office in heads if office in offices), None)


def count_for(offices: Iterable[str]) -> int:
    offices = frozenset(str(office) for office in offices)
    return Question.objects.filter(handled_by(offices), state__in=OPEN).count()


def by_status_code(code: str) -> Question | None:
    return questions().filter(status_code=code).first()


def overdue(now: datetime) -> QuerySet[Question]:
    """Open ones whose silence must go up one step now."""
    first = Q(escalated=Escalation.NONE, case__promised_at__lt=now)
    second = Q(escalated=Escalation.SEKDES, case__promised_at__lt=now - SECOND_STEP)
    return questions().filter(first | second, state__in=OPEN)


def with_stale_phone(now: datetime, kept: timedelta) -> QuerySet[Question]:
    """Whose number is no longer needed: ended so long ago, or answered and never taken up."""
    quiet = Q(ended_at__lt=now - kept) | Q(case__closed_at__lt=now - kept)
    return Question.objects.filter(quiet).exclude(phone="").exclude(state__in=OPEN)


def working_days() -> int:
    """What the village promises for an answer."""
    try:
        return standard_for(SERVICE).working_days
    except ServiceStandard.DoesNotExist:
        return WORKING_DAYS
