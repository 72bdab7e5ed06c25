"""The outbox as one office sees it."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q, QuerySet

from desa.foundation.core import clock
from desa.foundation.notifications.enums import Channel, NoticeState
from desa.foundation.notifications.models import Notice

WAITING = (NoticeState.QUEUED, NoticeState.FAILED)


def packed(offices: Iterable[str]) -> str:
    """Stored so that one office can be found by a plain search."""
    return f",{','.join(sorted({str(office) for office in offices}))},"


def visible(offices: Iterable[str]) -> QuerySet[Notice]:
    mine = Q(pk__in=[])
    for office in offices:
        mine |= Q(audience__contains=f",{office},")
    return Notice.objects.filter(mine)


def waiting(offices: Iterable[str]) -> QuerySet[Notice]:
    """Still to send or failed, the one that may go first at the top."""
    return visible(offices).filter(state__in=WAITING).order_by("not_before", "pk")


def history(offices: Iterable[str]) -> QuerySet[Notice]:
    return visible(offices).exclude(state__in=WAITING).order_by("-ended_at", "-pk")


def count_by_hand(offices: Iterable[str]) -> int:
    """Messages that a person of these offices could send this minute."""
    ready = waiting(offices).filter(not_before__lte=clock.now())
    if email_is_on():
        ready = ready.filter(Q(channel=Channel.WA_HAND) | Q(state=NoticeState.FAILED))
    return ready.count()


def email_is_on() -> bool:
    """Whether this installation has a mail server to send through."""
    return bool(settings.EMAIL_FROM)
