"""Importing a workbook: upload, read what would happen, take the good rows, take it back."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.sheets.enums import BatchState
from desa.foundation.sheets.exceptions import BatchBusy, SheetRefused, UndoRefused, UndoTooLate
from desa.foundation.sheets.models import ImportBatch
from desa.people.residents import presenters
from desa.people.residents.actions.exporting import record_export, record_rejected_download
from desa.people.residents.actions.importing import KIND, undo_import
from desa.people.residents.actions.uploading import MEDIA_TYPE, confirm_upload, upload_workbook
from desa.people.residents.enums import ResidentsPermission
from desa.people.residents.forms import ConfirmForm, UploadForm
from desa.people.residents.queries.register import register_workbook
from desa.people.residents.queries.uploads import plan_of, rejected_rows

IMPORT = requires(ResidentsPermission.IMPORT)
LINES_ON_A_PAGE = 50
MOST_BATCHES = 20


@IMPORT
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (batch := _uploaded(request, form)):
        return redirect("residents:batch", batch.pk)
    batches = ImportBatch.objects.filter(kind=KIND, uploads__isnull=False)[:MOST_BATCHES]
    status = 422 if form.errors else 200
    context = {"form": form, "batches": batches}
    return render(request, "residents/office/upload.html", context, status=status)


def _uploaded(request: HttpRequest, form: UploadForm) -> ImportBatch | None:
    """The previewed batch; None with the reason on the form."""
    file = form.cleaned_data["file"]
    try:
        return upload_workbook(by=official(request), content=file.read(), filename=file.name)
    except (SheetRefused, ValueProblem) as problem:
        form.add_error("file", str(problem))
        return None


@IMPORT
@require_GET
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    found = _batch(batch_id)
    plan = plan_of(found) if found.state == BatchState.PREVIEWED else None
    lines = presenters.report_lines(plan.report) if plan else []
    context = {
        "batch": found,
        "plan": plan,
        "counts": plan.report.counts if plan else found.counts,
        "page": Paginator(lines, LINES_ON_A_PAGE).get_page(request.GET.get("hal")),
        "form": ConfirmForm(),
        "states": BatchState,
    }
    return render(request, "residents/office/batch.html", context)


@IMPORT
@require_POST
def confirm(request: HttpRequest, batch_id: int) -> HttpResponse:
    found, form = _batch(batch_id), ConfirmForm(request.POST)
    update = form.is_valid() and form.cleaned_data["update"]
    try:
        confirm_upload(by=official(request), batch=found, update=update)
    except BatchBusy as busy:
        return refuse(request, 409, str(busy))
    return redirect("residents:batch", found.pk)


@IMPORT
@require_POST
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    found = _batch(batch_id)
    try:
        undo_import(by=official(request), batch=found)
    except (BatchBusy, UndoRefused, UndoTooLate) as problem:
        return refuse(request, 409, str(problem))
    return redirect("residents:batch", found.pk)


@IMPORT
@require_POST
def rejected(request: HttpRequest, batch_id: int) -> HttpResponse:
    chosen = _batch(batch_id)
    content = rejected_rows(chosen)
    if content is None:
        raise Http404
    record_rejected_download(by=official(request), batch=chosen)
    return _download(content, "baris-ditolak.xlsx")


@IMPORT
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    record_export(by=official(request))
    return _download(register_workbook(), "penduduk.xlsx")


def _batch(batch_id: int) -> ImportBatch:
    """One that came through the browser: the terminal's batches have no workbook to show."""
    batches = ImportBatch.objects.filter(kind=KIND, uploads__isnull=False)
    return get_object_or_404(batches, pk=batch_id)


def _download(content: bytes, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return HttpResponse(content, content_type=MEDIA_TYPE, headers=headers)
