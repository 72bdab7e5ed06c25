"""The Rapor, an indicator, a figure and the rows behind it: at most two taps from a number to its rows."""

import csv
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desa.foundation.core import clock
from desa.foundation.core.http.access import public
from desa.foundation.core.http.finished import keep
from desa.foundation.core.http.paging import named_page
from desa.foundation.core.values.cells import as_text
from desa.insight.readiness import published

ON_A_PAGE = 50
KEPT = timedelta(seconds=60)


@public
@require_safe
def rapor(request: HttpRequest) -> HttpResponse:
    context = {"rapor": published.rapor(), "levels": published.level_names()}
    return _kept(render(request, "readiness/public/rapor.html", context))


@public
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    found = published.indicator(code.upper())
    if found is None:
        raise Http404
    line, subs = found
    context = {"line": line, "subs": subs}
    return _kept(render(request, "readiness/public/indicator.html", context))


@public
@require_safe
def sub(request: HttpRequest, code: str) -> HttpResponse:
    found = published.sub(code.upper())
    if found is None:
        raise Http404
    points = published.history(code.upper())
    context = {"line": found, "points": points, "chart": published.chart(points)}
    return render(request, "readiness/public/sub.html", context)


@public
@require_safe
def rows(request: HttpRequest, code: str) -> HttpResponse:
    found = published.sub(code.upper())
    if found is None or not found.rows_url:
        raise Http404
    lines = published.evidence(code.upper())
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("hal"))
    context = {"line": found, "page": named_page(page, "hal")}
    return render(request, "readiness/public/rows.html", context)


@public
@require_safe
def rows_csv(request: HttpRequest, code: str) -> HttpResponse:
    found = published.sub(code.upper())
    if found is None or not found.rows_url:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.code.lower()}-baris.csv"'
    writer = csv.writer(answer)
    writer.writerow(["row", "value", "date", "note"])
    for line in published.evidence(code.upper()):
        writer.writerow([as_text(line.label), line.value, line.on or "", as_text(line.note)])
    return answer


@public
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    context = {"indicators": published.methods()}
    return _kept(render(request, "readiness/public/method.html", context))


@public
@require_safe
def study(request: HttpRequest) -> HttpResponse:
    lines, stage = published.study()
    context = {"lines": lines, "stage": stage, "levels": published.level_names()}
    return _kept(render(request, "readiness/public/study.html", context))


def _kept(answer: HttpResponse) -> HttpResponse:
    return keep(answer, until=clock.now() + KEPT)
