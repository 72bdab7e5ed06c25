"""Asking, and judging the answer: by anyone, without an account; the status code is all that is asked for."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.core.values.redaction import redact
from desa.foundation.intake.queries import first_result
from desa.foundation.tenancy.scope import current_village
from desa.people.questions import published
from desa.people.questions.actions import ASKER, ask_once, judge
from desa.people.questions.exceptions import QuestionRefused
from desa.people.questions.forms import JudgeForm, PublicAskForm, SendForm
from desa.people.questions.models import Question
from desa.people.questions.queries import PURPOSE, by_status_code

# A whole dusun behind one Wi-Fi shares an address; a whole village asks less than this in ten minutes.
sent = RateLimiter(attempts=60, seconds=3600)
sent_here = RateLimiter(attempts=200, seconds=600)
wrong_codes = RateLimiter(attempts=10, seconds=300)
TOO_MANY = _(
    "Sedang banyak pertanyaan masuk, jadi yang ini belum kami terima. Tulisan Anda masih ada di bawah."
    " Coba kirim lagi 10 menit lagi, atau tanyakan di kantor desa."
)
TOO_MANY_CODES = _("Terlalu banyak kode keliru. Tunggu 5 menit, atau tanyakan di kantor desa.")


@public
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """GET shows the form, the first POST the summary with the covered words, the second one sends."""
    found = published.figure(kind, key)
    if found is None:
        raise Http404
    if request.method == "GET":
        return _form(request, found, PublicAskForm())
    if "kirim_id" in request.POST:
        return _send(request, found)
    form = PublicAskForm(request.POST)
    if not form.is_valid() or "ubah" in request.POST:
        return _form(request, found, form)
    return _summary(request, found, form.cleaned_data)


def _form(
    request: HttpRequest, found: published.PublishedFigure, form: PublicAskForm
) -> HttpResponse:
    earlier = published.for_figure(found.kind, found.key)
    context = {"figure": found, "form": form, "earlier": earlier}
    return render(request, "questions/public/ask.html", context, status=422 if form.errors else 200)


def _summary(
    request: HttpRequest,
    found: published.PublishedFigure,
    data: dict[str, Any],
    flood: str | Promise = "",
) -> HttpResponse:
    """With `flood` the words stay on the page, to be sent again."""
    shown = redact(data["text"])
    context = {
        "figure": found,
        "form": SendForm(initial=data),
        "shown": shown,
        "is_covered": shown != data["text"],
        "has_phone": bool(data["phone"]),
        "flood": flood,
    }
    status = 429 if flood else 200
    return render(request, "questions/public/summary.html", context, status=status)


def _send(request: HttpRequest, found: published.PublishedFigure) -> HttpResponse:
    if first := first_result(request.POST.get("kirim_id", ""), PURPOSE):
        return _to_status(Question.objects.get(pk=first))
    client, form = client_of(request), SendForm(request.POST)
    if "ubah" in request.POST or not form.is_valid():
        return _form(request, found, PublicAskForm(request.POST))
    here = str(current_village().pk)
    if sent.is_blocked(client) or sent_here.is_blocked(here):
        return _summary(request, found, form.cleaned_data, TOO_MANY)
    asking = form.asking(found.kind, found.key)
    try:
        question = ask_once(by=ASKER, asking=asking, key=form.submission_key)
    except QuestionRefused as problem:
        return refuse(request, 409, problem.message)
    sent.count(client)
    sent_here.count(here)
    return _to_status(question)


def _to_status(question: Question) -> HttpResponse:
    return redirect("questions:status", question.status_code)


@public
@require_http_methods(["GET", "POST"])
def status(request: HttpRequest, code: str) -> HttpResponse:
    """The asker's own page; the POST says whether it is answered."""
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        return refuse(request, 429, TOO_MANY_CODES)
    found = published.status(code)
    if found is None:
        wrong_codes.count(client)
        return render(request, "questions/public/no_status.html", {}, status=404)
    if request.method == "POST":
        return _judge(request, found)
    return render(request, "questions/public/status.html", {"status": found, "form": JudgeForm()})


def _judge(request: HttpRequest, found: published.PublishedStatus) -> HttpResponse:
    form, code = JudgeForm(request.POST), found.code.replace("-", "")
    question = by_status_code(code)
    if not form.is_valid() or question is None:
        context = {"status": found, "form": form}
        return render(request, "questions/public/status.html", context, status=422)
    try:
        judge(
            by=ASKER,
            question=question,
            answered=form.answered,
            follow_up=form.cleaned_data["follow_up"],
        )
    except QuestionRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("questions:status", code)
