"""Taking a complaint: its number, its owner, its promise; whatever the way it came."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.core.values.phone import Phone
from desa.foundation.core.values.redaction import hide_person_numbers
from desa.foundation.files.models import StoredFile
from desa.foundation.intake.actions import once
from desa.foundation.servicelevels.actions import open_promise
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.actions.common import mark_subjects, tell
from desa.services.complaints.engine.catalogue import category_named
from desa.services.complaints.enums import About, Channel, PhotoKind, Series, Step, Wish
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import (
    Complaint,
    ComplaintCounter,
    ComplaintPhoto,
    ReporterContact,
)
from desa.services.complaints.models.complaint import new_status_code
from desa.services.complaints.policies import present_for
from desa.services.complaints.rules.categories import Category
from desa.services.complaints.rules.conflict import is_restricted, owner_of

REPORTER = SystemActor("Pelapor", actor_kind="reporter")
"""Who files or answers without an account; the trail keeps no more of them than this word."""
SENT = "complaints.file"
MOST_PHOTOS = 4


@dataclass(frozen=True)
class Report:
    """What someone told; `area` is a dusun or RT. `phone` as it was typed, empty when not given."""

    category: str
    text: str
    channel: Channel
    area: Area | None = None
    landmark: str = ""
    about: About = About.NOBODY
    about_users: Sequence[User] = field(default=())
    private: bool = False
    name: str = ""
    phone: str = ""
    wish: Wish = Wish.ANY
    photos: Sequence[StoredFile] = field(default=())


@action
def file_complaint(*, by: Actor, report: Report) -> Complaint:
    """Take it down with the next number of the year. Raises ComplaintRefused, UnknownCategory, ValueProblem."""
    category = category_named(report.category)
    if not report.text.strip():
        raise ComplaintRefused(_("Isi laporan masih kosong. Tulis apa yang terjadi."))
    case, now = (
        open_promise(service=category.service, working_days=category.working_days),
        clock.now(),
    )
    year = clock.today(current_village()).year
    restricted = is_restricted(report.about, supervised=category.supervised)
    series = Series.RESTRICTED if restricted else Series.OPEN
    complaint = Complaint(
        series=series,
        year=year,
        number=_take_number(series, year),
        status_code=_free_code(),
        category=category.slug,
        text=hide_person_numbers(report.text.strip()),
        area=report.area,
        landmark=report.landmark.strip(),
        channel=report.channel,
        about=report.about,
        restricted=restricted,
        private=report.private,
        owner_office=_owner(category, report) if restricted else category.owner,
        case=case,
        due_at=case.promised_at,
        created_at=now,
        created_by_label=by.actor_label,
        state_since=now,
    )
    complaint.full_clean(validate_unique=False, validate_constraints=False)
    complaint.save(force_insert=True)
    _keep_parts(complaint, report)
    tell(complaint, Step.FILED, by)
    record("complaints.complaint.filed", complaint, by, number=complaint.public_number)
    return complaint


@action
def take_complaint(*, by: Actor, report: Report, key: UUID) -> Complaint:
    """One complaint for each form, however often it is sent."""
    complaint_id, _new = once(
        key=key, purpose=SENT, by=by, make=lambda: file_complaint(by=by, report=report)
    )
    return Complaint.objects.get(pk=complaint_id)


def _owner(category: Category, report: Report) -> Office:
    present = present_for(report.about, [user.pk for user in report.about_users])
    return owner_of(category.owner, report.about, supervised=category.supervised, present=present)


def _free_code() -> str:
    """Drawn again when another complaint has it: among 100,000 that happens, and none may be lost for it."""
    code = new_status_code()
    while Complaint.objects.filter(status_code=code).exists():
        code = new_status_code()
    return code


def _take_number(series: Series, year: int) -> int:
    """Without a gap: a number taken by a transaction that fails is given back with it."""
    ComplaintCounter.objects.get_or_create(series=series, year=year)
    counter = ComplaintCounter.objects.select_for_update().get(series=series, year=year)
    number, counter.next_number = counter.next_number, counter.next_number + 1
    counter.save(update_fields=["next_number"])
    return number


def _keep_parts(complaint: Complaint, report: Report) -> None:
    mark_subjects(complaint, report.about_users)
    name = report.name.strip()
    phone = Phone.parse(report.phone).e164 if report.phone.strip() else ""
    if name or phone:
        contact = ReporterContact(complaint=complaint, name=name, phone=phone, wish=report.wish)
        contact.full_clean()
        contact.save()
    for file in report.photos[:MOST_PHOTOS]:
        ComplaintPhoto.objects.create(
            complaint=complaint, kind=PhotoKind.BEFORE, file=file, added_at=clock.now()
        )
