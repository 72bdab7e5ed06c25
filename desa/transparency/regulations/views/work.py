"""What the office does with the register: record, put right, revoke, remove, and take these back."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.intake.queries import first_result
from desa.transparency.regulations import actions
from desa.transparency.regulations.actions import NewFile
from desa.transparency.regulations.actions.recording import SENT
from desa.transparency.regulations.enums import RegulationsPermission
from desa.transparency.regulations.exceptions import RegulationRefused
from desa.transparency.regulations.forms import RegulationForm, RevokeForm
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.rules.instruments import instrument_named
from desa.transparency.regulations.views.office import standing

EDIT = requires(RegulationsPermission.EDIT)
END = requires(RegulationsPermission.END)


@EDIT
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if first := first_result(request.POST.get("kirim_id", ""), SENT):
        return redirect("regulations:detail", first)
    begun = _from_instrument(request.GET.get("aturan", ""))
    form = RegulationForm(request.POST or None, request.FILES or None, initial=begun)
    if form.is_valid() and (saved := _save(request, form, None)):
        return redirect("regulations:detail", saved.pk)
    return _form_page(request, form, None)


def _from_instrument(slug: str) -> dict[str, object]:
    """A form that was opened from the list of what is missing."""
    item = instrument_named(slug)
    return {"kind": item.kind, "instruments": [item.slug]} if item else {}


@EDIT
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = get_object_or_404(Regulation, pk=regulation_id)
    form = RegulationForm(request.POST or None, request.FILES or None, regulation=found)
    if form.is_valid() and (saved := _save(request, form, found)):
        return redirect("regulations:detail", saved.pk)
    return _form_page(request, form, found)


def _save(
    request: HttpRequest, form: RegulationForm, found: Regulation | None
) -> Regulation | None:
    """The saved row; None with the reason on the form. The file is stored before the transaction."""
    try:
        file = _taken(form)
        by, entry = official(request), form.entry()
        if found is not None:
            return actions.correct_regulation(by=by, regulation=found, entry=entry, file=file)
        return actions.take_entry(by=by, entry=entry, file=file, key=form.submission_key)
    except (RegulationRefused, ValidationError) as problem:
        form.take_problem(problem)
        return None


def _taken(form: RegulationForm) -> NewFile | None:
    content = form.content
    return actions.take_file(content) if content else None


def _form_page(
    request: HttpRequest, form: RegulationForm, found: Regulation | None
) -> HttpResponse:
    context = {"form": form, "regulation": found}
    status = 422 if form.errors else 200
    return render(request, "regulations/office/form.html", context, status=status)


@END
@require_http_methods(["GET", "POST"])
def revoke(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found, form = get_object_or_404(Regulation, pk=regulation_id), RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.revoke_regulation(by=official(request), regulation=found, **form.cleaned_data)
            return redirect("regulations:detail", found.pk)
        except RegulationRefused as problem:
            form.add_error(problem.field or None, str(problem.message))
    context = {**standing(request, found), "form": form}
    status = 422 if form.errors else 200
    return render(request, "regulations/office/revoke.html", context, status=status)


@END
@require_POST
def unrevoke(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = get_object_or_404(Regulation, pk=regulation_id)
    actions.undo_revocation(by=official(request), regulation=found)
    return redirect("regulations:detail", found.pk)


@END
@require_POST
def remove(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = get_object_or_404(Regulation, pk=regulation_id)
    actions.remove_regulation(by=official(request), regulation=found)
    return redirect("regulations:overview")


@END
@require_POST
def bring_back(request: HttpRequest, regulation_id: int) -> HttpResponse:
    rows = Regulation.base_objects.filter(removed_at__isnull=False)
    found = get_object_or_404(rows, pk=regulation_id)
    try:
        actions.undo_removal(by=official(request), regulation=found)
    except RegulationRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("regulations:detail", found.pk)
