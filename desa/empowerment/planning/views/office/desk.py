"""The office's list, the days of a year, and taking proposals down."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.empowerment.planning import actions, published, queries
from desa.empowerment.planning.actions.proposing import SENT, SHEET_SENT
from desa.empowerment.planning.enums import Channel, PlanningPermission, ProposalState
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.forms.office import RoundForm, usual_days
from desa.empowerment.planning.forms.taking import CounterForm, MeetingForm, Rows
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.published.year import round_lines
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.paging import page_of
from desa.foundation.intake.queries import first_result
from desa.foundation.tenancy.scope import current_village

VIEW = requires(PlanningPermission.VIEW)
TAKE = requires(PlanningPermission.TAKE)
SETUP = requires(PlanningPermission.SETUP)


def rights(request: HttpRequest) -> dict[str, bool]:
    """may_take, may_count and so on, for the page."""
    user = official(request)
    return {f"may_{one.name.lower()}": has_permission(user, one) for one in PlanningPermission}


def chosen_round(request: HttpRequest) -> Round | None:
    """The year in the address, or the newest."""
    asked = request.GET.get("tahun", "")
    if asked.isascii() and asked.isdigit():
        return queries.rounds().filter(year=int(asked[:4])).first()
    return queries.current_round()


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    round_, state = chosen_round(request), request.GET.get("keadaan", "")
    rows = queries.proposals().filter(round=round_).order_by("-number")
    if state in ProposalState.values:
        rows = rows.filter(state=state)
    context: dict[str, Any] = {
        "round": round_,
        "year": round_lines(round_) if round_ else None,
        "years": published.years(),
        "page": page_of(request, rows, "hal"),
        "states": ProposalState.choices,
        "state": state,
        "missing": queries.without_verdict(round_).count() if round_ else 0,
        **rights(request),
    }
    return render(request, "planning/office/overview.html", context)


@SETUP
@require_http_methods(["GET", "POST"])
def set_round(request: HttpRequest) -> HttpResponse:
    """A new year with `?baru`, else the days of one that is there."""
    round_ = None if "baru" in request.GET else chosen_round(request)
    year = clock.today(current_village()).year + 1
    if request.method == "GET":
        form = RoundForm(initial=usual_days(year) if round_ is None else {}, round_=round_)
        return render(request, "planning/office/round.html", {"form": form, "round": round_})
    form = RoundForm(request.POST, round_=round_)
    if form.is_valid() and _is_set(request, form):
        address = redirect("planning:overview").url
        return redirect(f"{address}?tahun={form.cleaned_data['year']}")
    context = {"form": form, "round": round_}
    return render(request, "planning/office/round.html", context, status=422)


def _is_set(request: HttpRequest, form: RoundForm) -> bool:
    """Whether the days were taken; what is wrong with them stands at the form."""
    data, who = form.cleaned_data, official(request)
    try:
        actions.set_round(
            by=who, year=data["year"], calendar=form.calendar(), budget=data["budget"]
        )
    except ProposalRefused as problem:
        form.add_error(None, problem.message)
        return False
    return True


@TAKE
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """The slip with the code is shown once, in answer to the POST: the code belongs to the proposer."""
    round_ = queries.taking_round(clock.today(current_village()))
    form = CounterForm(request.POST if request.method == "POST" else None)
    if round_ and form.is_valid():
        try:
            made = _taken(request, round_, form)
            return render(request, "planning/office/slip.html", {"proposal": made})
        except ProposalRefused as problem:
            form.add_error(None, problem.message)
    context = {"form": form, "year": published.taking()}
    status = 422 if form.errors else 200
    return render(request, "planning/office/take.html", context, status=status)


def _taken(request: HttpRequest, round_: Round, form: CounterForm) -> Proposal:
    if first := first_result(request.POST.get("kirim_id", ""), SENT):
        return Proposal.objects.select_related("round").get(pk=first)
    idea, key = form.idea(Channel.COUNTER), form.submission_key
    return actions.propose_once(by=official(request), round_=round_, idea=idea, key=key)


@TAKE
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest) -> HttpResponse:
    """A sheet of a musyawarah dusun, typed back whole."""
    round_ = queries.taking_round(clock.today(current_village()))
    typed = request.POST if request.method == "POST" else None
    form, rows = MeetingForm(typed), Rows(typed, prefix="u")
    if round_ and form.is_valid() and rows.is_valid():
        try:
            _note(request, round_, form, rows)
            return redirect("planning:overview")
        except ProposalRefused as problem:
            form.add_error(None, problem.message)
    bad = form.errors or (rows.is_bound and not rows.is_valid())
    context = {"form": form, "rows": rows, "year": published.taking()}
    return render(request, "planning/office/meeting.html", context, status=422 if bad else 200)


def _note(
    request: HttpRequest, round_: Round, form: MeetingForm, rows: "forms.BaseFormSet[Any]"
) -> None:
    if first_result(request.POST.get("kirim_id", ""), SHEET_SENT):
        return
    actions.note_meeting_once(
        by=official(request),
        round_=round_,
        area=form.cleaned_data["area"],
        held_on=form.cleaned_data["held_on"],
        attendance=form.attendance,
        ideas=[row.idea for row in rows if row.idea],
        key=form.submission_key,
    )
