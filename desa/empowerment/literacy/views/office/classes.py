"""Classes: announced, held, their sheet printed and its marks typed back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.empowerment.literacy import actions
from desa.empowerment.literacy.enums import LiteracyPermission, Moment
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.forms import ClassForm, MarksForm, ReasonForm
from desa.empowerment.literacy.models import LearningClass
from desa.empowerment.literacy.presenters.sheets import class_sheet
from desa.empowerment.literacy.queries import gain_of
from desa.empowerment.literacy.queries.classes import in_order, marks_of
from desa.empowerment.literacy.rules.gain import write_marks
from desa.empowerment.literacy.views.office.who import TEACH, VIEW, class_of, may, pdf, reach
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.errors import refuse


def typed_marks(learning_class: LearningClass) -> dict[tuple[int, str], str]:
    """By (participant, moment), as the sheet has it: "0110"."""
    found = marks_of([learning_class.pk])
    return {key: write_marks(in_order(marks)) for key, marks in found.items()}


@TEACH
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    own = reach(request)
    form = ClassForm(request.POST if request.method == "POST" else None, reach=own)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_class(by=official(request), plan=form.plan())
        return redirect("literacy:class", made.pk)
    context = {"form": form, "reach": own}
    return render(
        request, "literacy/office/new_class.html", context, status=422 if form.errors else 200
    )


@VIEW
@require_GET
def detail(request: HttpRequest, class_id: int) -> HttpResponse:
    found = class_of(request, class_id)
    typed = typed_marks(found)
    people = list(found.participants.select_related("person"))
    context = {
        "class": found,
        "rows": [
            (
                person,
                typed.get((person.pk, Moment.BEFORE), ""),
                typed.get((person.pk, Moment.AFTER), ""),
            )
            for person in people
        ],
        "taken": sum(1 for person in people if person.withdrawn_at is None),
        "gain": gain_of(found),
        "may_teach": may(request, LiteracyPermission.TEACH),
    }
    return render(request, "literacy/office/class.html", context)


@TEACH
@require_http_methods(["GET", "POST"])
def marks(request: HttpRequest, class_id: int) -> HttpResponse:
    found = class_of(request, class_id)
    data = request.POST if request.method == "POST" else None
    form = MarksForm(data, people=found.participants.all(), marks=typed_marks(found))
    if data is not None and form.is_valid():
        try:
            actions.record_tasks(by=official(request), learning_class=found, marks=form.marks())
        except LiteracyRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("literacy:class", found.pk)
    context = {"class": found, "form": form}
    return render(
        request, "literacy/office/marks.html", context, status=422 if form.errors else 200
    )


@TEACH
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, class_id: int) -> HttpResponse:
    found = class_of(request, class_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.call_off(by=official(request), learning_class=found, reason=reason)
        except LiteracyRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("literacy:class", found.pk)
    context = {"class": found, "form": form}
    return render(
        request, "literacy/office/cancel.html", context, status=422 if form.errors else 200
    )


@TEACH
@require_GET
def sheet(request: HttpRequest, class_id: int) -> HttpResponse:
    return pdf(class_sheet(class_of(request, class_id)), "lembar-kelas.pdf")
