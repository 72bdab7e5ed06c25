"""Messages that go with a step. About a restricted case none is written: an outbox has many readers."""

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.queries import recipient_for
from desa.foundation.core.actions import Actor
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.rules.message import Recipient
from desa.services.complaints.enums import Wish
from desa.services.complaints.messages import AnsweredMessage, LateMessage
from desa.services.complaints.models import Complaint, ReporterContact
from desa.services.complaints.permissions import COUNTER
from desa.services.complaints.rules.conflict import escalates_to


def ask_reporters(by: Actor, complaint: Complaint) -> None:
    """Everyone who told it and left a number, also of the reports that were joined to it."""
    if complaint.restricted:
        return
    filed = [complaint.pk, *complaint.merged.values_list("pk", flat=True)]
    contacts = ReporterContact.objects.filter(complaint__in=filed).select_related("complaint")
    for contact in contacts.exclude(phone="").exclude(wish=Wish.NONE):
        message = AnsweredMessage(
            number=contact.complaint.public_number,
            answer=complaint.answer[:200].rstrip(" ."),
            question=complaint.category_data.question,
            code=contact.complaint.code,
        )
        label = contact.complaint.code.display
        key = f"{message.purpose}.{contact.pk}.{complaint.reopened}"
        queue_message(
            by=by, message=message, to=Recipient(label, contact.phone), key=key, audience=COUNTER
        )


def tell_above(by: Actor, complaint: Complaint) -> None:
    """The offices it was taken up to, each at the number of who holds it today."""
    if complaint.restricted:
        return
    owner = Office(complaint.owner_office)
    for office in sorted(
        escalates_to(complaint.level, owner, complaint.about_whom, supervised=False)
    ):
        message = LateMessage(
            number=complaint.public_number,
            category=complaint.category_data.short,
            owner=str(owner.label),
            due_at=complaint.due_at,
        )
        key = f"{message.purpose}.{complaint.pk}.{complaint.reopened}.{complaint.level}.{office}"
        to = recipient_for(office)
        queue_message(by=by, message=message, to=to, key=key, audience=[*COUNTER, office])
