"""Tanya: what was asked about the village's figures, and what the office answered."""

from collections.abc import Sequence
from typing import overload

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.http.paging import named_page
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.people.questions import published

SIZE = 20


class Newest(Sequence[published.PublishedQuestion]):
    """All questions as the pager reads them, a part at a time."""

    def __len__(self) -> int:
        return published.total()

    @overload
    def __getitem__(self, part: int) -> published.PublishedQuestion: ...
    @overload
    def __getitem__(self, part: slice) -> tuple[published.PublishedQuestion, ...]: ...

    def __getitem__(
        self, part: int | slice
    ) -> published.PublishedQuestion | tuple[published.PublishedQuestion, ...]:
        if isinstance(part, int):
            return published.newest(part, part + 1)[0]
        return published.newest(part.start, part.stop)


@public
@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    pages: Paginator[published.PublishedQuestion] = Paginator(Newest(), SIZE)
    page = named_page(pages.get_page(request.GET.get("hal")), "hal")
    context = {"page": page, "waiting": published.waiting() if page.number == 1 else ()}
    return render(request, "questions/public/list.html", context)


@public
@require_GET
def question(request: HttpRequest, question_id: int) -> HttpResponse:
    found = published.question(question_id)
    if found is None:
        raise Http404
    return render(request, "questions/public/question.html", {"question": found})


@public
@require_http_methods(["GET", "POST"])
def ask_status(request: HttpRequest) -> HttpResponse:
    """Nothing is stored: the form only leads to the address of the answer."""
    typed = request.POST.get("kode", "")
    if request.method == "GET":
        return render(request, "questions/public/ask_status.html", {"problem": False, "typed": ""})
    try:
        return redirect("questions:status", StatusCode.parse(typed).value)
    except ValueProblem:
        context = {"problem": True, "typed": typed}
        return render(request, "questions/public/ask_status.html", context, status=422)
