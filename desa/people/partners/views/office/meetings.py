"""Paket musyawarah in the office: from the invitation to what became of each decision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.paging import page_of
from desa.people.partners import actions, queries
from desa.people.partners.enums import PartnersPermission
from desa.people.partners.forms.common import ProofForm, ReasonForm
from desa.people.partners.forms.meetings import (
    DecisionForm,
    InviteForm,
    ListForm,
    MeetingForm,
    MeetingPhotoForm,
    MinutesForm,
    MoveForm,
)
from desa.people.partners.models import Attendance, Decision, Meeting, MeetingPhoto
from desa.people.partners.presenters import decision_rows
from desa.people.partners.views.common import (
    KEEP,
    VIEW,
    Words,
    form_page,
    one_act,
    picture,
    stored_photo,
)

FACTS = ("kind", "title", "day", "hour", "place", "agenda", "is_digital")
MINUTES = ("chair", "minutes_by", "minutes", "level", "level_evidence")
BIT_BY_BIT = _(
    "Nama yang sudah ada tidak dicatat dua kali, jadi boleh dikirim sedikit demi sedikit."
)
STAYS = _(
    "Tanggal lama dan alasannya tetap terbaca umum. Yang sudah lewat tetap dihitung terlambat."
)


def meeting_url(meeting: Meeting) -> str:
    return reverse("partners:meeting_detail", args=[meeting.pk])


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    context = {
        "page": page_of(request, queries.meetings().order_by("-day", "-pk"), "hal", 20),
        "overdue": decision_rows(queries.overdue()),
        "may_keep": has_permission(official(request), PartnersPermission.KEEP),
    }
    return render(request, "partners/office/meetings.html", context)


@KEEP
@require_http_methods(["GET", "POST"])
def call(request: HttpRequest) -> HttpResponse:
    def act(by: User, form: MeetingForm) -> Meeting:
        return actions.call_meeting(by=by, facts=form.facts)

    form, back = MeetingForm(request.POST or None), reverse("partners:meeting_desk")
    words = Words(_("Musyawarah baru"))
    return form_page(request, form, act, words, back, "partners:meeting_detail")


@KEEP
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: MeetingForm) -> Meeting:
        return actions.correct_meeting(by=by, meeting=found, facts=form.facts)

    begun = {name: getattr(found, name) for name in FACTS}
    form = MeetingForm(request.POST or None, initial=begun)
    words = Words(_("Perbaiki rencana musyawarah"))
    return form_page(request, form, act, words, meeting_url(found))


@KEEP
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: ReasonForm) -> Meeting:
        return actions.cancel_meeting(by=by, meeting=found, reason=form.cleaned_data["reason"])

    words = Words(_("Batalkan musyawarah"), _("Batalkan musyawarah"), found.title)
    return form_page(request, ReasonForm(request.POST or None), act, words, meeting_url(found))


@VIEW
@require_GET
def detail(request: HttpRequest, meeting_id: int) -> HttpResponse:
    rows = Meeting.objects.select_related("invitation", "record_paper")
    found = get_object_or_404(rows, pk=meeting_id)
    context = {
        "meeting": found,
        "counts": queries.counts(found),
        "attendances": list(found.attendances.select_related("dusun")),
        "invitees": list(found.invitees.all()),
        "decisions": decision_rows(queries.decisions().filter(meeting=found)),
        "photos": list(found.photos.all()),
        "is_today": found.day == queries.today(),
        "has_come": found.day <= queries.today(),
        "may_keep": has_permission(official(request), PartnersPermission.KEEP),
    }
    return render(request, "partners/office/meeting.html", context)


@KEEP
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: InviteForm) -> Meeting:
        return actions.invite(by=by, meeting=found, names=form.lines)

    begun = {"names": "\n".join(row.name for row in found.invitees.all())}
    form = InviteForm(request.POST or None, initial=begun)
    words = Words(_("Siapa yang diundang"), lead=found.title)
    return form_page(request, form, act, words, meeting_url(found))


@KEEP
@require_http_methods(["GET", "POST"])
def take_list(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: ListForm) -> Meeting:
        return actions.take_list(by=by, meeting=found, lines=form.lines)

    words = Words(_("Ketik daftar hadir"), lead=found.title, hint=BIT_BY_BIT)
    return form_page(request, ListForm(request.POST or None), act, words, meeting_url(found))


@KEEP
@require_POST
def strike(request: HttpRequest, attendance_id: int) -> HttpResponse:
    row = get_object_or_404(Attendance.objects.select_related("meeting"), pk=attendance_id)
    back = meeting_url(row.meeting)
    return one_act(request, lambda: actions.strike(by=official(request), attendance=row), back)


@KEEP
@require_http_methods(["GET", "POST"])
def write_minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: MinutesForm) -> Meeting:
        return actions.write_minutes(by=by, meeting=found, minutes=form.facts)

    begun = {name: getattr(found, name) for name in MINUTES}
    form, words = (
        MinutesForm(request.POST or None, initial=begun),
        Words(_("Notulen"), lead=found.title),
    )
    return form_page(request, form, act, words, meeting_url(found))


@KEEP
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: DecisionForm) -> Decision:
        return actions.decide(by=by, meeting=found, facts=form.facts)

    words = Words(_("Catat keputusan"), lead=found.title)
    return form_page(request, DecisionForm(request.POST or None), act, words, meeting_url(found))


@KEEP
@require_http_methods(["GET", "POST"])
def fulfil(request: HttpRequest, decision_id: int) -> HttpResponse:
    row = get_object_or_404(Decision.objects.select_related("meeting"), pk=decision_id)

    def act(by: User, form: ProofForm) -> Decision:
        return actions.fulfil(by=by, decision=row, **form.cleaned_data)

    words, back = Words(_("Keputusan sudah selesai"), lead=row.text), meeting_url(row.meeting)
    return form_page(request, ProofForm(request.POST or None), act, words, back)


@KEEP
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, decision_id: int) -> HttpResponse:
    row = get_object_or_404(Decision.objects.select_related("meeting"), pk=decision_id)

    def act(by: User, form: MoveForm) -> Decision:
        return actions.move_due(by=by, decision=row, **form.cleaned_data)

    words, back = Words(_("Ubah batas waktu"), lead=row.text, hint=STAYS), meeting_url(row.meeting)
    return form_page(request, MoveForm(request.POST or None), act, words, back)


@KEEP
@require_http_methods(["GET", "POST"])
def add_photo(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = get_object_or_404(Meeting, pk=meeting_id)

    def act(by: User, form: MeetingPhotoForm) -> MeetingPhoto:
        file, told = stored_photo(form), {name: form.cleaned_data[name] for name in form.TOLD}
        assert file is not None, "the field is required"
        return actions.add_photo(by=by, meeting=found, file=file, **told)

    form = MeetingPhotoForm(request.POST or None, request.FILES or None)
    words = Words(_("Tambah foto"), lead=found.title)
    return form_page(request, form, act, words, meeting_url(found))


@VIEW
@require_GET
def photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    found = get_object_or_404(MeetingPhoto.objects.select_related("file"), pk=photo_id)
    return picture(found.file)


@KEEP
@require_POST
def show_photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    found = get_object_or_404(MeetingPhoto.objects.select_related("meeting"), pk=photo_id)
    shown = "tampil" in request.POST
    actions.show_photo(by=official(request), photo=found, is_shown=shown)
    return redirect(meeting_url(found.meeting))
