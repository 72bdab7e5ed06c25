"""Taking a step of a card, and sending the seller a message."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from desa.empowerment.marketplace.actions import close_report, send_confirm_link
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.forms import OutcomeForm
from desa.empowerment.marketplace.models import Card, CardReport
from desa.empowerment.marketplace.queries import open_change, open_reports
from desa.empowerment.marketplace.views.office.pages import EDIT, VIEW, VOUCH, card_of, page
from desa.empowerment.marketplace.views.office.steps import STEPS, Step
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.notifications.actions import mark_sent
from desa.foundation.notifications.exceptions import NoticeRefused
from desa.foundation.notifications.models import Notice

OURS = "marketplace."


def possible(request: HttpRequest, card: Card) -> list[tuple[str, Step]]:
    """What this official could do with this card now."""
    user, waits = official(request), open_change(card) is not None
    hidden = "nomor" if waits else "putus-nomor"
    return [
        (name, step)
        for name, step in STEPS.items()
        if name != hidden and card.state in step.states and has_permission(user, step.permission)
    ]


@EDIT
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, card_id: int, name: str) -> HttpResponse:
    card, wanted = card_of(card_id), STEPS.get(name)
    if wanted is None:
        raise Http404(name)
    if not has_permission(official(request), wanted.permission):
        raise PermissionDenied(wanted.permission)
    form = wanted.form(request.POST or None) if wanted.form else None
    ready = request.method == "POST" and (form is None or form.is_valid())
    if ready and (answer := _taken(request, card, wanted, form)):
        return answer
    context = {"card": card, "step": wanted, "name": name, "form": form}
    change = open_change(card)
    return page(request, "marketplace/office/step.html", **context, change=change)


def _taken(
    request: HttpRequest, card: Card, wanted: Step, form: Form | None
) -> HttpResponse | None:
    """None when the form says why not."""
    try:
        wanted.run(official(request), card, form.cleaned_data if form else {})
    except (MarketplaceRefused, ValueProblem, ValidationError) as problem:
        if form is None:
            return refuse(request, 409, str(problem))
        form.add_error(None, problem if isinstance(problem, ValidationError) else str(problem))
        return None
    return redirect("marketplace:detail", card.pk)


@EDIT
@require_POST
def send_link(request: HttpRequest, card_id: int) -> HttpResponse:
    """The link is shown this once: a later look finds only that it was sent."""
    card = card_of(card_id)
    try:
        notice = send_confirm_link(by=official(request), card=card)
    except MarketplaceRefused as refused:
        return refuse(request, 409, refused.message)
    answer = page(request, "marketplace/office/message.html", message=notice, card=card, back=None)
    answer["Cache-Control"] = "no-store"
    return answer


@EDIT
@require_POST
def sent(request: HttpRequest, card_id: int, notice_id: int) -> HttpResponse:
    """Who tapped the link says so, and nobody else sends it again."""
    card = card_of(card_id)
    rows = Notice.objects.filter(purpose__startswith=OURS, recipient_label=card.title)
    try:
        mark_sent(by=official(request), notice=get_object_or_404(rows, pk=notice_id))
    except NoticeRefused as refused:
        return refuse(request, 409, refused.message)
    return redirect("marketplace:detail", card.pk)


@VIEW
@require_http_methods(["GET"])
def reports(request: HttpRequest) -> HttpResponse:
    rows = open_reports().order_by("at", "id")[:200]
    return page(request, "marketplace/office/reports.html", reports=rows)


@VOUCH
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, report_id: int) -> HttpResponse:
    report = get_object_or_404(CardReport.objects.select_related("card"), pk=report_id)
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        close_report(by=official(request), report=report, outcome=form.cleaned_data["reason"])
        return redirect("marketplace:reports")
    return page(request, "marketplace/office/close_report.html", report=report, form=form)
