"""APBDes: what the village's money is for, down to the line, and every file of it."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from desa.foundation.core import clock
from desa.foundation.core.http.access import public
from desa.foundation.core.http.finished import keep
from desa.foundation.tenancy.scope import current_village
from desa.people.questions import published as questions
from desa.transparency.budgets import published
from desa.transparency.budgets.published import (
    KIND,
    BudgetPage,
    DetailPage,
    PublicFile,
    data_file,
    medium_file,
)

KEPT = timedelta(minutes=1)


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    page = published.year_page()
    if page is None:
        return render(request, "budgets/public/none.html", {})
    return _budget(request, page)


@public
@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    page = published.year_page(year)
    if page is None:
        raise Http404
    return _budget(request, page)


@public
@require_safe
def version(request: HttpRequest, year: int, edition: str) -> HttpResponse:
    page = published.budget_page(year, edition)
    if page is None:
        raise Http404
    return _budget(request, page)


def _budget(request: HttpRequest, page: BudgetPage) -> HttpResponse:
    on = current_village().has_room("questions")
    context = {
        "page": page,
        "asked": dict(questions.counts(KIND)) if on else {},
        "ask_url": reverse("questions:questions") if on else "",
    }
    return _kept(render(request, "budgets/public/budget.html", context))


@public
@require_safe
def changes(request: HttpRequest, year: int, edition: str) -> HttpResponse:
    page = published.change_page(year, edition)
    if page is None:
        raise Http404
    return _kept(render(request, "budgets/public/changes.html", {"page": page}))


@public
@require_safe
def work(request: HttpRequest, year: int, edition: str, code: str) -> HttpResponse:
    return _detail(request, published.work_page(year, edition, code))


@public
@require_safe
def akun(request: HttpRequest, year: int, edition: str, code: str) -> HttpResponse:
    return _detail(request, published.akun_page(year, edition, code))


def _detail(request: HttpRequest, page: DetailPage | None) -> HttpResponse:
    if page is None:
        raise Http404
    on = current_village().has_room("questions")
    asked = questions.for_figure(KIND, page.key) if on else ()
    return _kept(render(request, "budgets/public/detail.html", {"page": page, "asked": asked}))


@public
@require_safe
def medium(request: HttpRequest, year: int, edition: str, medium: str) -> HttpResponse:
    return _file(medium_file(year, edition, medium))


@public
@require_safe
def data(request: HttpRequest, year: int, edition: str, name: str) -> HttpResponse:
    return _file(data_file(year, edition, name))


def _file(file: PublicFile | None) -> HttpResponse:
    """Never changes: a new version has an address of its own."""
    if file is None:
        raise Http404
    response = HttpResponse(file.content, content_type=file.media_type)
    if file.media_type.startswith("text/"):
        response["Content-Type"] = f"{file.media_type}; charset=utf-8"
    response["Content-Disposition"] = f'inline; filename="{file.name}"'
    response["Cache-Control"] = "public, max-age=86400"
    return response


def _kept(response: HttpResponse) -> HttpResponse:
    return keep(response, until=clock.now() + KEPT)
