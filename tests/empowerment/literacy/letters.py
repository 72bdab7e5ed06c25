"""Letters that were asked for, for the question who managed alone; without a paper."""

from datetime import datetime, timedelta

from desa.foundation.servicelevels.models import ServiceCase
from desa.people.residents.models import Person
from desa.services.letters.enums import Channel, Helper
from desa.services.letters.models import Letter


def letter_of(person: Person, at: datetime, channel: Channel, helper: Helper) -> Letter:
    promised = at + timedelta(days=1)
    case = ServiceCase.objects.create(
        service="surat", opened_at=at, first_promised_at=promised, promised_at=promised
    )
    return Letter.objects.create(
        kind="keterangan-domisili",
        person=person,
        channel=channel,
        helper=helper,
        case=case,
        created_at=at,
        created_by_label="uji",
    )
