"""The list, taking a complaint down, and the table for the Inspektorat."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.core.ids import parse_public_id
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.intake.queries import first_result
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.actions import take_complaint
from desa.services.complaints.actions.filing import SENT
from desa.services.complaints.engine.catalogue import categories, shipped
from desa.services.complaints.enums import Channel, ComplaintPermission
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import may_see, nobody_reads
from desa.services.complaints.presenters.table import inspectorate_csv
from desa.services.complaints.queries import Desk, desk_lines
from desa.services.complaints.rules.chat import read_chat
from desa.services.complaints.views.office.forms import CounterForm, PasteForm

VIEW = requires(ComplaintPermission.VIEW)
TAKE = requires(ComplaintPermission.TAKE)
EXPORT = requires(ComplaintPermission.EXPORT)
TABS = {
    Desk.MINE: _("Tugas saya"),
    Desk.LATE: _("Lewat janji"),
    Desk.ALL: _("Semua"),
}


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Mine first; nothing here tells who reported it."""
    user, wanted, kind = official(request), request.GET.get("tampil"), request.GET.get("jenis", "")
    desk = Desk(wanted) if wanted in set(Desk) else Desk.MINE
    kind = kind if kind in categories() else ""
    context = {
        "lines": desk_lines(user, desk, _after(request), kind),
        "desk": desk,
        "kind": kind,
        "tabs": list(TABS.items()),
        "kinds": [(item.slug, shipped(item.short)) for item in categories().values()],
        "is_first": "sesudah" not in request.GET,
        "may_take": has_permission(user, ComplaintPermission.TAKE),
        "may_export": has_permission(user, ComplaintPermission.EXPORT),
    }
    return render(request, "complaints/office/overview.html", context)


def _after(request: HttpRequest) -> int | None:
    try:
        return parse_public_id(request.GET.get("sesudah", ""))
    except ValueError:
        return None


@TAKE
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """One page, for the counter, the telephone and a chat; `tempel` carries over what was pasted."""
    form = CounterForm(request.POST or None)
    if first := first_result(request.POST.get("kirim_id", ""), SENT):
        return _taken(request, Complaint.objects.get(pk=first))
    if form.is_valid():
        try:
            report = form.report()
            made = take_complaint(by=official(request), report=report, key=form.submission_key)
            return _taken(request, made)
        except (ComplaintRefused, ValueProblem) as problem:
            form.add_error(None, str(problem))
        except ValidationError as problem:
            form.add_error(None, problem)
    return _form_page(request, form)


def _taken(request: HttpRequest, complaint: Complaint) -> HttpResponse:
    """Who took it down may be the one who may not read it: they get the ticket, not the case."""
    if may_see(official(request), complaint):
        return redirect("complaints:detail", complaint.pk)
    unread = nobody_reads(complaint.category, complaint.about_whom)
    context = {
        "code": complaint.code.display,
        "due_at": complaint.due_at,
        "outside": current_village() if unread else None,
    }
    return render(request, "complaints/office/passed_on.html", context)


def _form_page(request: HttpRequest, form: CounterForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "complaints/office/take.html", {"form": form}, status=status)


@TAKE
@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """A WhatsApp chat becomes the form of the counter, filled as far as the chat says it."""
    form = PasteForm(request.POST or None)
    if form.is_valid():
        chat = read_chat(form.cleaned_data["chat"])
        initial: dict[str, Any] = {
            "text": chat.text[:2000],
            "name": chat.sender,
            "phone": chat.phone,
            "channel": Channel.WHATSAPP,
        }
        return render(
            request, "complaints/office/take.html", {"form": CounterForm(initial=initial)}
        )
    status = 422 if form.errors else 200
    return render(request, "complaints/office/paste.html", {"form": form}, status=status)


@EXPORT
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    day = clock.today(current_village()).isoformat()
    response = HttpResponse(
        inspectorate_csv(official(request)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="pengaduan-{day}.csv"'
    return response
