"""Who sits in a class: from the register, or by age and sex alone; and the way out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from desa.empowerment.literacy import actions
from desa.empowerment.literacy.actions import Seat
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.forms import FindForm, SeatForm
from desa.empowerment.literacy.models import LearningClass
from desa.empowerment.literacy.views.office.who import (
    TEACH,
    class_of,
    participant_of,
    people_like,
    person_of,
)
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.errors import refuse


@TEACH
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, class_id: int) -> HttpResponse:
    found = class_of(request, class_id)
    form = SeatForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _enrol(request, found, form.seat())
    return _page(request, found, form, FindForm())


def _page(
    request: HttpRequest,
    found: LearningClass,
    form: SeatForm,
    find: FindForm,
    hits: object = None,
) -> HttpResponse:
    context = {"class": found, "form": form, "find": find, "hits": hits}
    status = 422 if form.errors or find.errors else 200
    return render(request, "literacy/office/seat.html", context, status=status)


def _enrol(request: HttpRequest, found: LearningClass, seat: Seat) -> HttpResponse:
    try:
        actions.enrol(by=official(request), learning_class=found, seat=seat)
    except LiteracyRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("literacy:class", found.pk)


@TEACH
@require_POST
def add_person(request: HttpRequest, class_id: int) -> HttpResponse:
    """Look for a resident, then seat them; both by POST."""
    found = class_of(request, class_id)
    if "warga" in request.POST:
        person = person_of(request, request.POST["warga"])
        return _enrol(request, found, Seat(person=person, agreed="setuju" in request.POST))
    form = FindForm(request.POST)
    hits = people_like(request, form.cleaned_data["words"]) if form.is_valid() else None
    return _page(request, found, SeatForm(), form, hits)


@TEACH
@require_POST
def say_yes(request: HttpRequest, participant_id: int) -> HttpResponse:
    found = participant_of(request, participant_id)
    try:
        actions.agree(by=official(request), participant=found)
    except LiteracyRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("literacy:class", found.learning_class_id)


@TEACH
@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, participant_id: int) -> HttpResponse:
    found = participant_of(request, participant_id)
    if request.method == "POST":
        actions.withdraw(by=official(request), participant=found)
        return redirect("literacy:class", found.learning_class_id)
    return render(request, "literacy/office/withdraw.html", {"participant": found})
