from typing import ClassVar

from django.db import models

from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import VillageOwned
from desa.services.complaints.models.complaint import Complaint


class ComplaintSubject(VillageOwned):
    """An account that a complaint is about: held the office when it was filed, or was named.

    Kept by person, so that who changes office does not get to read it.
    """

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="subjects")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")

    personal: ClassVar[dict[str, str]] = {"user": "official"}
    retention: ClassVar[str] = "as its complaint"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "complaint", "user"], name="complaint_subject_once"
            )
        ]
