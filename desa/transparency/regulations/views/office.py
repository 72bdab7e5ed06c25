"""The register as the office reads it: all, what runs out, what is missing, one regulation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.paging import page_of
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.scope import current_village
from desa.transparency.regulations import queries
from desa.transparency.regulations.enums import RegulationsPermission
from desa.transparency.regulations.forms import named
from desa.transparency.regulations.measures import procedure_gaps
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.queries import CHIPS, STATES, ties_of
from desa.transparency.regulations.rules import instruments as rules
from desa.transparency.regulations.rules.instruments import Instrument, instrument_named

VIEW = requires(RegulationsPermission.VIEW)


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:80]
    page = page_of(request, queries.searched(words), "hal")
    states = queries.with_states(page.object_list)
    context = {
        "page": page,
        "rows": [(row, STATES[state], CHIPS[state]) for row, state in states],
        "words": words,
        "expiring": queries.count_expiring(),
        "missing": len(rules.missing(queries.fulfilled())),
        "removed": queries.removed(),
        "may_edit": has_permission(official(request), RegulationsPermission.EDIT),
        "may_end": has_permission(official(request), RegulationsPermission.END),
    }
    return render(request, "regulations/office/overview.html", context)


@VIEW
@require_GET
def expiring(request: HttpRequest) -> HttpResponse:
    return render(request, "regulations/office/expiring.html", {"rows": queries.expiring()})


@VIEW
@require_GET
def missing(request: HttpRequest) -> HttpResponse:
    gaps = rules.missing(queries.fulfilled())
    context = {
        "rows": [
            (gap.instrument, named(gap.instrument), [named(item) for item in gap.waits_for])
            for gap in gaps
        ],
        "total": len(rules.instruments()),
        "done": len(rules.instruments()) - len(gaps),
    }
    return render(request, "regulations/office/missing.html", context)


@VIEW
@require_GET
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    item = _instrument(slug)
    related = [row for row in queries.in_force() if set(item.needs) & set(row.instruments)]
    context = {"item": item, "name": named(item), "text": _text(item), "related": related}
    return render(request, "regulations/office/draft.html", context)


@VIEW
@require_GET
def draft_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Plain text: every word processor opens it."""
    item = _instrument(slug)
    answer = HttpResponse(_text(item), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="konsep-{item.slug}.txt"'
    return answer


def _instrument(slug: str) -> Instrument:
    item = instrument_named(slug)
    if item is None:
        raise Http404(slug)
    return item


def _text(item: Instrument) -> str:
    village = current_village()
    return rules.draft_text(
        item,
        village=village.name,
        kecamatan=village.kecamatan,
        kabupaten=village.kabupaten,
        year=queries.today().year,
    )


@VIEW
@require_GET
def detail(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = get_object_or_404(Regulation.objects.defer("text"), pk=regulation_id)
    return render(request, "regulations/office/detail.html", standing(request, found))


def standing(request: HttpRequest, found: Regulation) -> dict[str, Any]:
    """All that the page of one regulation shows, and what this official may do with it."""
    user, state = official(request), queries.state_of(found)
    names = [item for slug in found.instruments if (item := instrument_named(slug))]
    return {
        "regulation": found,
        "state_label": STATES[state],
        "chip": CHIPS[state],
        "ties": ties_of(found),
        "plan_lines": queries.lines_in_words(found.budget_lines.all()),
        "members": list(found.members.all()),
        "instruments": [named(item) for item in names],
        "gaps": procedure_gaps(found),
        "may_edit": has_permission(user, RegulationsPermission.EDIT),
        "may_end": has_permission(user, RegulationsPermission.END),
    }


@VIEW
@require_GET
def file(request: HttpRequest, regulation_id: int) -> HttpResponse:
    """Also one that is not for everyone: the office reads what it keeps."""
    rows = Regulation.objects.select_related("file").filter(file__isnull=False)
    found = get_object_or_404(rows, pk=regulation_id)
    assert found.file is not None
    answer = HttpResponse(read_content(found.file), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="naskah.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
