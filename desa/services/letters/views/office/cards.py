"""What a list shows of a letter: words and states, no numbers of persons."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_short
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.queries import current_places
from desa.people.residents.rules.places import Place
from desa.services.letters.engine.catalogue import shipped
from desa.services.letters.models import Letter
from desa.services.letters.rules.kinds import brief


@dataclass(frozen=True)
class ApprovalCard:
    """One card of the approval list, in the words of the design's part."""

    value: str
    title: str
    person: str
    note: str
    url: str
    state: str
    due: str
    icon: str = "clock"
    checked: bool = False
    read_first: bool = False


def approval_cards(rows: list[Letter]) -> list[ApprovalCard]:
    homes = current_places(letter.person_id for letter in rows)
    return [_card(letter, homes.get(letter.person_id, Place()).dusun) for letter in rows]


def _card(letter: Letter, dusun: str) -> ApprovalCard:
    late = clock.now() > letter.case.promised_at
    return ApprovalCard(
        value=letter.public_id,
        title=brief(shipped(letter.kind_data.public_name)),
        person=" · ".join(part for part in (letter.person.name, dusun) if part),
        note=_("Diterima %(who)s %(when)s")
        % {"who": letter.created_by_label, "when": hour(letter.created_at)},
        url=reverse("letters:read", args=[letter.pk]),
        state="late" if late else _urgency(letter.case.promised_at),
        due=due_text(letter.case.promised_at, late=late),
        icon="clock-alert" if late else "clock",
    )


def _urgency(promised_at: datetime) -> str:
    village = current_village()
    today = clock.local(promised_at, village).date() == clock.today(village)
    return "wait" if today else "idle"


def hour(moment: datetime) -> str:
    return clock.local(moment, current_village()).strftime("%H.%M")


def due_text(moment: datetime, *, late: bool) -> str:
    """15.00 today, "Rabu 15.00" within a week, with the date beyond."""
    village = current_village()
    local = clock.local(moment, village)
    text = local.strftime("%H.%M")
    days = (local.date() - clock.today(village)).days
    if days:
        near = 0 < days < len(WEEKDAYS)
        day = WEEKDAYS[local.weekday()] if near else format_short(local.date())
        text = f"{day} {text}"
    return _("Lewat janji %(due)s") % {"due": text} if late else text
