"""The office's side: what waits by its clock, one question with its answer, and the counter."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.paging import page_of
from desa.foundation.core.registry import Askable
from desa.people.questions import actions
from desa.people.questions.enums import Channel, CloseReason, QuestionsPermission, QuestionState
from desa.people.questions.exceptions import QuestionRefused
from desa.people.questions.forms import AnswerForm, CloseForm, CounterForm, FindForm
from desa.people.questions.models import Question
from desa.people.questions.queries import (
    answering_office,
    by_clock,
    count_for,
    ended,
    figure,
    figures_like,
    questions,
)
from desa.people.questions.transitions import is_possible

VIEW = requires(QuestionsPermission.QUESTION_VIEW)
ANSWER = requires(QuestionsPermission.QUESTION_ANSWER)
TAKE = requires(QuestionsPermission.QUESTION_TAKE)
CLOSE = requires(QuestionsPermission.QUESTION_CLOSE)


def _offices(request: HttpRequest) -> frozenset[str]:
    return frozenset(str(office) for office in request.offices)  # type: ignore[attr-defined]


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    context = {
        "waiting": page_of(request, by_clock(), "menunggu"),
        "ended": page_of(request, ended(), "selesai", 20),
        "mine": count_for(_offices(request)),
        "may_take": has_permission(official(request), QuestionsPermission.QUESTION_TAKE),
    }
    return render(request, "questions/office/overview.html", context)


@VIEW
@require_GET
def detail(request: HttpRequest, question_id: int) -> HttpResponse:
    question = get_object_or_404(questions(), pk=question_id)
    return _detail(request, question, AnswerForm())


def _detail(request: HttpRequest, question: Question, form: AnswerForm) -> HttpResponse:
    office = answering_office(question, _offices(request))
    answers = has_permission(official(request), QuestionsPermission.QUESTION_ANSWER)
    may_close = has_permission(official(request), QuestionsPermission.QUESTION_CLOSE)
    context: dict[str, Any] = {
        "question": question,
        "form": form,
        "office": office if answers and question.is_open else None,
        "may_close": may_close and is_possible(question.state, QuestionState.CLOSED),
    }
    status = 422 if form.errors else 200
    return render(request, "questions/office/detail.html", context, status=status)


@ANSWER
@require_POST
def give_answer(request: HttpRequest, question_id: int) -> HttpResponse:
    question = get_object_or_404(questions(), pk=question_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _detail(request, question, form)
    try:
        actions.answer(by=official(request), question=question, text=form.cleaned_data["text"])
    except QuestionRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("questions:detail", question.pk)


@ANSWER
@require_POST
def show(request: HttpRequest, question_id: int) -> HttpResponse:
    question = get_object_or_404(questions(), pk=question_id)
    actions.release(by=official(request), question=question)
    return redirect("questions:detail", question.pk)


@CLOSE
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, question_id: int) -> HttpResponse:
    question = get_object_or_404(questions(), pk=question_id)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = CloseReason(form.cleaned_data["reason"])
        try:
            actions.close(by=official(request), question=question, reason=reason)
        except QuestionRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("questions:detail", question.pk)
    context = {"question": question, "form": form}
    status = 422 if form.errors else 200
    return render(request, "questions/office/close.html", context, status=status)


@TAKE
@require_http_methods(["GET", "POST"])
def find_figure(request: HttpRequest) -> HttpResponse:
    """For somebody at the counter: which figure is it about? Nothing is stored."""
    form = FindForm(request.POST if request.method == "POST" else None)
    found = None
    if request.method == "POST" and form.is_valid():
        found = figures_like(form.cleaned_data["words"])
    context = {"form": form, "found": found}
    return render(
        request, "questions/office/find.html", context, status=422 if form.errors else 200
    )


@TAKE
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The slip with the code is shown once, in answer to the POST: the code belongs to the asker."""
    found = figure(kind, key)
    if found is None:
        raise Http404
    form = CounterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asking = form.asking(kind, key, Channel.COUNTER)
        question = actions.ask_once(by=official(request), asking=asking, key=form.submission_key)
        return render(request, "questions/office/slip.html", {"question": question})
    return _take_page(request, found, form)


def _take_page(request: HttpRequest, found: Askable, form: CounterForm) -> HttpResponse:
    status = 422 if form.errors else 200
    context = {"figure": found, "form": form}
    return render(request, "questions/office/take.html", context, status=status)
