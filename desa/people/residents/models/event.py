from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned
from desa.people.residents.enums import EventKind
from desa.people.residents.models.person import Person


class PersonEvent(VillageOwned):
    """What happened to a person: one `masuk data` at most, and the dated events of civil life.

    `happened_on` is empty when the day is unknown, as it is for people who come from a workbook.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="events", db_index=False)
    kind = models.CharField(_("peristiwa"), max_length=12, choices=EventKind.choices)
    happened_on = models.DateField(_("tanggal peristiwa"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("dicatat"), default=clock.now)
    note = models.CharField(_("catatan"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "person": "reference",
        "kind": "identity",
        "happened_on": "identity",
        "note": "free text",
    }
    retention: ClassVar[str] = "as long as the person"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "person"],
                condition=Q(kind=EventKind.ENTERED),
                name="person_enters_once",
            )
        ]
        indexes = [models.Index(fields=["person", "kind"], name="event_by_person")]
        ordering = ["recorded_at"]
