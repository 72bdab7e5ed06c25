"""First requests alone after a class or help. What cannot be known is said to be unknown, never nobody.

A complaint has a web channel, but who reports stays apart from the register by design: it is never
joined to a person here. Letters know the person; a channel of one's own they do not offer yet.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min
from django.utils.translation import gettext as _

from desa.empowerment.literacy.models import Assist, Participant
from desa.empowerment.literacy.policies import WATCHED
from desa.empowerment.literacy.rules.independence import Request, first_alone
from desa.services.letters.enums import Channel, Helper, LetterState
from desa.services.letters.models import Letter

AT_COUNTER = (Channel.COUNTER, Channel.ASSISTED)
BY_PHONE = tuple(channel for channel in Channel if channel not in AT_COUNTER)


@dataclass(frozen=True)
class FirstRequests:
    """`learners`: people we may follow. `by_phone` None: it cannot be known, and `why` says so."""

    learners: int
    at_counter: dict[int, datetime]
    by_phone: dict[int, datetime] | None
    why: str = ""


def first_requests(now: datetime) -> FirstRequests:
    """Within sixty days of the beginning, of those who agreed to be followed."""
    starts = _starts(now)
    if not starts:
        why = _("Belum ada peserta atau warga dibantu yang setuju diikuti.")
        return FirstRequests(0, {}, None, why)
    letters = _letters(starts, now)
    alone = first_alone(starts, (_request(row) for row in letters if _at_counter(row)))
    if not BY_PHONE:
        why = _(
            "Belum bisa diketahui: surat baru bisa diminta di loket, dan pelapor pengaduan sengaja tidak "
            "dihubungkan dengan data warga."
        )
        return FirstRequests(len(starts), alone, None, why)
    phone = first_alone(starts, (_request(row) for row in letters if not _at_counter(row)))
    return FirstRequests(len(starts), alone, phone)


def _starts(now: datetime) -> dict[int, datetime]:
    """By person when they first learnt or were helped."""
    lessons = Participant.objects.filter(
        person__isnull=False, consent_at__isnull=False, learning_class__called_off=""
    )
    held = lessons.filter(learning_class__starts_at__lt=now)
    starts = dict(
        held.values("person")
        .annotate(at=Min("learning_class__starts_at"))
        .values_list("person", "at")
    )
    helped = Assist.objects.filter(person__isnull=False, confirmed_at__lt=now)
    for person, at in helped.values("person").annotate(at=Min("at")).values_list("person", "at"):
        starts[person] = min(at, starts.get(person, at))
    return starts


def _letters(starts: dict[int, datetime], now: datetime) -> list[Letter]:
    rows = Letter.objects.filter(person__in=starts, created_at__lt=now)
    kept = rows.exclude(state=LetterState.CANCELLED).only(
        "person", "created_at", "channel", "helper"
    )
    return [row for row in kept if row.created_at - starts[row.person_id] <= WATCHED]


def _at_counter(letter: Letter) -> bool:
    return letter.channel in AT_COUNTER


def _request(letter: Letter) -> Request:
    alone = letter.channel != Channel.ASSISTED and letter.helper == Helper.NONE
    return Request(letter.person_id, letter.created_at, alone)
