"""The day of the musdes and after it: scores, sheets, the count, and publishing every verdict together."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.empowerment.planning import actions, queries
from desa.empowerment.planning.enums import Act, PlanningPermission, Sex
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.forms.office import ScoresForm, SheetForm
from desa.empowerment.planning.models import Ballot, Round
from desa.empowerment.planning.policies import TIES_OF_RANKING
from desa.empowerment.planning.published.year import TEXTS, advice_table
from desa.empowerment.planning.rules.ballots import differences
from desa.empowerment.planning.rules.phases import refusal
from desa.empowerment.planning.views.office.desk import chosen_round, rights
from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.tenancy.scope import current_village

COUNT = requires(PlanningPermission.COUNT)
DECIDE = requires(PlanningPermission.DECIDE)


def round_or_404(request: HttpRequest) -> Round:
    found = chosen_round(request)
    if found is None:
        raise Http404
    return found


@COUNT
@require_http_methods(["GET", "POST"])
def scores(request: HttpRequest) -> HttpResponse:
    round_ = round_or_404(request)
    form = ScoresForm(round_, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.score_proposals(by=official(request), round_=round_, scores=form.scores())
            return redirect("planning:ballots")
        except ProposalRefused as problem:
            form.add_error(None, problem.message)
    context = {"form": form, "round": round_, "ties": TIES_OF_RANKING}
    status = 422 if form.errors else 200
    return render(request, "planning/office/scores.html", context, status=status)


@COUNT
@require_http_methods(["GET", "POST"])
def ballots(request: HttpRequest) -> HttpResponse:
    """Type one sheet after the other; nobody is shown what the other typist read before both have typed."""
    round_ = round_or_404(request)
    last = {"area": request.GET.get("dusun", "")}
    form = SheetForm(request.POST if request.method == "POST" else None, initial=last)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.type_sheet(
                by=official(request), round_=round_, **{**data, "sex": Sex(data["sex"])}
            )
            address = redirect("planning:ballots").url
            return redirect(f"{address}?tahun={round_.year}&dusun={data['area'].pk}")
        except ProposalRefused as problem:
            form.add_error(None, problem.message)
    return _ballots(request, round_, form)


def _ballots(request: HttpRequest, round_: Round, form: SheetForm) -> HttpResponse:
    today = clock.today(current_village())
    context = {
        "form": form,
        "round": round_,
        "electable": list(queries.electable(round_)),
        "is_open": refusal(Act.BALLOT, queries.calendar_of(round_), today) is None,
        "texts": TEXTS,
        "advice": advice_table(round_),
        **_sheets(round_),
        **rights(request),
    }
    status = 422 if form.errors else 200
    return render(request, "planning/office/ballots.html", context, status=status)


def _sheets(round_: Round) -> dict[str, Any]:
    """How many count, which were typed once, and what both typists saw differently."""
    undecided = list(queries.undecided_sheets(round_))
    twice = [row for row in undecided if row.second_by_id is not None]
    return {
        "agreed": Ballot.objects.filter(round=round_, counts=True).count(),
        "once": [row.sheet for row in undecided if row.second_by_id is None],
        "different": [(row, *differences(row.first_choices, row.second_choices)) for row in twice],
    }


@COUNT
@require_POST
def count(request: HttpRequest) -> HttpResponse:
    try:
        round_ = actions.count_ballots(by=official(request), round_=round_or_404(request))
    except ProposalRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect(f"{redirect('planning:ballots').url}?tahun={round_.year}#hasil")


@DECIDE
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """Every draft once more on one page; then all of them at the same moment."""
    round_ = round_or_404(request)
    if request.method == "POST":
        try:
            actions.publish_decisions(by=official(request), round_=round_)
        except ProposalRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("planning:overview")
    context = {
        "round": round_,
        "missing": list(queries.without_verdict(round_).select_related("round")),
        "drafts": list(queries.proposals().filter(round=round_).exclude(verdict="")),
    }
    return render(request, "planning/office/publish.html", context)


@COUNT
@require_GET
def advice_file(request: HttpRequest) -> HttpResponse:
    """The election as a Pabulib file: numbers of sheets only, no age, no dusun of a voter."""
    round_ = round_or_404(request)
    text = queries.pabulib_of(round_)
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="usulan-{round_.year}.pb"'
    return answer
