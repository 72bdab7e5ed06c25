"""Importing a printed budget: upload, read what would happen, take it in or let it go."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.paging import named_page
from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.actions.importing import throw_away
from desa.transparency.budgets.actions.uploading import (
    choose_columns,
    confirm_village,
    discard_upload,
    take_upload,
    upload_budget,
)
from desa.transparency.budgets.enums import BudgetsPermission, Stage
from desa.transparency.budgets.exceptions import BudgetRefused
from desa.transparency.budgets.forms import ColumnsForm, TakeForm, UploadForm
from desa.transparency.budgets.models import BudgetUpload, BudgetVersion
from desa.transparency.budgets.presenters import importing as presenting
from desa.transparency.budgets.queries.uploads import examined_upload, guessed_tables
from desa.transparency.budgets.rules.fitting import Order

IMPORT = requires(BudgetsPermission.BUDGET_IMPORT)
SHOWN = 100  # findings on a page


@IMPORT
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    first = {"year": clock.today(current_village()).year, "stage": Stage.ENACTED.value}
    form = UploadForm(request.POST or None, request.FILES or None, initial=first)
    if request.method == "POST" and form.is_valid() and (kept := _kept(request, form)):
        return redirect("budgets:examined", kept.pk)
    context = {"form": form, "uploads": BudgetUpload.objects.all()}
    status = 422 if form.errors else 200
    return render(request, "budgets/office/upload.html", context, status=status)


def _kept(request: HttpRequest, form: UploadForm) -> BudgetUpload | None:
    """The upload after one reading; None with the reason on the form."""
    content, name = form.source()
    order = Order(
        form.cleaned_data["year"],
        Stage(form.cleaned_data["stage"]),
        form.cleaned_data["as_of"],
    )
    try:
        read_workbook_bytes(content, name)
    except SheetRefused as refusal:
        form.add_error("file" if form.cleaned_data["file"] else "pasted", str(refusal))
        return None
    return upload_budget(by=official(request), content=content, filename=name, order=order)


@IMPORT
@require_GET
def examined(request: HttpRequest, upload_id: int) -> HttpResponse:
    found = _upload(upload_id)
    result = examined_upload(found)
    context = {
        "upload": found,
        "examined": result,
        "facts": presenting.facts(result),
        "skipped": presenting.skipped(result),
        "page": _page(request, presenting.rows(result)),
        "form": TakeForm(),
        "is_foreign": any(error.code == "other_village" for error in result.errors),
    }
    return render(request, "budgets/office/examined.html", context)


def _page(request: HttpRequest, rows: list[list[presenting.Row]]) -> Page[list[presenting.Row]]:
    return named_page(Paginator(rows, SHOWN).get_page(request.GET.get("hal")), "hal")


@IMPORT
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Which column holds what, asked only when the header leaves it open or somebody wants to."""
    found = _upload(upload_id)
    tables = guessed_tables(found)
    if not tables:
        return redirect("budgets:examined", found.pk)
    layout, rows = tables[0]
    form = ColumnsForm(layout, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_columns(
            by=official(request), upload=found, signature=layout.signature, roles=form.roles()
        )
        return redirect("budgets:examined", found.pk)
    context = {"upload": found, "form": form, "layout": layout, "rows": rows}
    status = 422 if form.errors else 200
    return render(request, "budgets/office/columns.html", context, status=status)


@IMPORT
@require_POST
def own_village(request: HttpRequest, upload_id: int) -> HttpResponse:
    found = _upload(upload_id)
    confirm_village(by=official(request), upload=found)
    return redirect("budgets:examined", found.pk)


@IMPORT
@require_POST
def take(request: HttpRequest, upload_id: int) -> HttpResponse:
    found, form = _upload(upload_id), TakeForm(request.POST)
    keep = form.is_valid() and form.cleaned_data["keep_errors"]
    try:
        outcome = take_upload(by=official(request), upload=found, keep_errors=keep)
    except BudgetRefused as refusal:
        return refuse(request, 409, refusal.message)
    return redirect("budgets:prepare", outcome.version.pk)


@IMPORT
@require_POST
def discard(request: HttpRequest, upload_id: int) -> HttpResponse:
    discard_upload(by=official(request), upload=_upload(upload_id))
    return redirect("budgets:upload")


@IMPORT
@require_POST
def throw(request: HttpRequest, version_id: int) -> HttpResponse:
    version = get_object_or_404(BudgetVersion, pk=version_id)
    try:
        throw_away(by=official(request), version=version)
    except BudgetRefused as refusal:
        return refuse(request, 409, refusal.message)
    return redirect("budgets:overview")


def _upload(upload_id: int) -> BudgetUpload:
    return get_object_or_404(BudgetUpload.objects.select_related("file"), pk=upload_id)
