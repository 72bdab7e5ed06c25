"""The first evening: one screen for each indicator, each item kept by itself, and the second signature."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness import presenters, queries
from desa.insight.readiness.actions import answer_item, sign_assessment
from desa.insight.readiness.enums import ReadinessPermission
from desa.insight.readiness.exceptions import ReadinessRefused
from desa.insight.readiness.forms import ItemForm
from desa.insight.readiness.models import ChecklistAnswer
from desa.insight.readiness.published.words import name_of
from desa.insight.readiness.rules.catalogue import sub_indicator
from desa.insight.readiness.rules.checklist import item as item_of

ASSESS = requires(ReadinessPermission.READINESS_ASSESS)
VIEW = requires(ReadinessPermission.READINESS_VIEW)


@ASSESS
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    open_ = queries.open_answers()
    groups = presenters.group_lines(open_, queries.standing_answers())
    first = next(iter(open_.values()), None)
    context = {"groups": groups, "waiting": len(open_), "first": first}
    return render(request, "readiness/office/assessment.html", context)


@ASSESS
@require_GET
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    return _screen(request, code.upper())


def _screen(request: HttpRequest, code: str, sent: ItemForm | None = None) -> HttpResponse:
    """All items of an indicator, with the one that was refused as it was typed."""
    codes = presenters.assessed_indicators()
    if code not in codes:
        raise Http404
    lines = presenters.item_lines(code, queries.open_answers(), queries.standing_answers())
    after = codes[(codes.index(code) + 1) % len(codes)]
    context = {
        "name": name_of(code),
        "pairs": [(line, _form(line, sent)) for line in lines],
        "sent": sent,
        "after": after,
        "after_name": name_of(after),
    }
    return render(request, "readiness/office/items.html", context, status=422 if sent else 200)


def _form(line: presenters.ItemLine, sent: ItemForm | None) -> ItemForm:
    if sent and sent.prefix == line.item.code:
        return sent
    return ItemForm.of(line, clock.today(current_village()))


@ASSESS
@require_POST
def answer(request: HttpRequest, item: str) -> HttpResponse:
    try:
        asked = item_of(item)
    except LookupError:
        raise Http404 from None
    code = sub_indicator(asked.sub).indicator
    form = ItemForm(request.POST, request.FILES, prefix=asked.code)
    if form.is_valid():
        try:
            answer_item(by=official(request), item=asked, found=form.found())
            where = reverse("readiness:assess", args=[code.lower()])
            return redirect(f"{where}#{asked.code}")
        except ReadinessRefused as problem:
            form.add_error(problem.field or None, str(problem.message))
    return _screen(request, code, form)


@ASSESS
@require_POST
def sign(request: HttpRequest) -> HttpResponse:
    try:
        sign_assessment(by=official(request))
    except ReadinessRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("readiness:assessment")


@VIEW
@require_GET
def proof(request: HttpRequest, answer_id: int) -> HttpResponse:
    """For the office only, so no one's cache keeps it."""
    rows = ChecklistAnswer.objects.select_related("file").filter(file__isnull=False)
    found = get_object_or_404(rows, pk=answer_id)
    assert found.file is not None
    response = HttpResponse(read_content(found.file), content_type=found.file.media_type)
    kind = "pdf" if found.file.media_type.endswith("pdf") else "jpg"
    response["Content-Disposition"] = f'attachment; filename="{found.item}.{kind}"'
    response["Cache-Control"] = "no-store"
    return response
