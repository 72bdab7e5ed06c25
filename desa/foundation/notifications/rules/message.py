"""What a message is: one matter for one reader, in words that give no person away."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.dates import format_long, format_time, format_weekday
from desa.foundation.core.values.names import mask_name
from desa.foundation.core.values.redaction import redact
from desa.foundation.core.values.rupiah import Rupiah

LONGEST = 700
COUNTER = ("operator", "sekdes", "kades", "kaur_tu", "kasi_pelayanan")
"""The offices that send what no room keeps for itself."""


@dataclass(frozen=True)
class PersonName:
    """A name as a message may hold it: `str()` is masked."""

    full: str

    def __str__(self) -> str:
        return mask_name(self.full)


@dataclass(frozen=True)
class WebAddress:
    """A page of the village's own site; written whole, digits and all."""

    url: str

    def __str__(self) -> str:
        return self.url


@dataclass(frozen=True, repr=False)
class Recipient:
    """Whom the office writes to. `label` is what the outbox calls them: a code or an office, not a name.

    Without `phone` (E.164) and `email` the sender picks the contact in WhatsApp.
    """

    label: str
    phone: str = ""
    email: str = ""


FIELD_TYPES = (str, int, date, datetime, PersonName, StatusCode, Rupiah, WebAddress)


@dataclass(frozen=True)
class Message:
    """Base of every message; a room's own stand in its messages.py, one class per matter.

    `subject` and `template` are gettext texts; %(field)s names a field of the class. `urgent` ones
    are sent in the quiet hours too.
    """

    purpose: ClassVar[str]
    subject: ClassVar[object]
    template: ClassVar[object]
    urgent: ClassVar[bool] = False

    def text(self, zone: str) -> str:
        """In the language that is active; moments on the clock of `zone`."""
        return str(self.template) % self._words(zone)

    def title(self, zone: str) -> str:
        return str(self.subject) % self._words(zone)

    def _words(self, zone: str) -> dict[str, str]:
        return {item.name: _word(getattr(self, item.name), zone) for item in fields(self)}


def _word(value: object, zone: str) -> str:
    if isinstance(value, datetime):
        hour = format_time(value, zone)
        return f"{format_weekday(_local(value, zone))}, {hour}"
    if isinstance(value, date):
        return format_long(value)
    return redact(value) if isinstance(value, str) else str(value)


def _local(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
