"""Joint activities as the office keeps them, and a partner's own page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.errors import refuse
from desa.people.partners import actions, queries
from desa.people.partners.engine.sheets import make_sheet
from desa.people.partners.enums import PartnersPermission
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.forms.activities import ActivityForm, AnswerForm, FundForm, ReportForm
from desa.people.partners.forms.common import ReasonForm
from desa.people.partners.models import Activity, Fund, Participation
from desa.people.partners.presenters import activity_rows
from desa.people.partners.queries.sheets import partner_sheet, public_base
from desa.people.partners.views.common import (
    KEEP,
    OWN,
    VIEW,
    Words,
    form_page,
    one_act,
    pdf,
    picture,
    stored_photo,
)
from desa.people.partners.views.office.partners import standing

ASK_AGAIN = _(
    "Sesudah ini setiap mitra diminta membenarkan. Laporan ulang meminta semua menjawab lagi."
)
ONE_CLASS = _("Satu catatan untuk satu asal uang. Asal yang berbeda tidak pernah dijumlahkan.")
CHOOSE = _("Pilih salah satu tombolnya.")
TOLD = ("done_on", "attendance", "result")


def activity_url(activity: Activity) -> str:
    return reverse("partners:activity", args=[activity.pk])


@KEEP
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    def act(by: User, form: ActivityForm) -> Activity:
        return actions.plan_activity(by=by, facts=form.facts, partners=form.chosen)

    form, words = ActivityForm(request.POST or None), Words(_("Rencanakan kegiatan bersama"))
    return form_page(request, form, act, words, reverse("partners:overview"), "partners:activity")


@VIEW
@require_GET
def activity(request: HttpRequest, activity_id: int) -> HttpResponse:
    found = get_object_or_404(queries.activities(), pk=activity_id)
    context = {
        "activity": found,
        "row": activity_rows([found])[0],
        "may_keep": has_permission(official(request), PartnersPermission.KEEP),
    }
    return render(request, "partners/office/activity.html", context)


@VIEW
@require_GET
def photo(request: HttpRequest, activity_id: int) -> HttpResponse:
    rows = Activity.objects.select_related("photo").filter(photo__isnull=False)
    found = get_object_or_404(rows, pk=activity_id)
    assert found.photo is not None
    return picture(found.photo)


@KEEP
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, activity_id: int) -> HttpResponse:
    found = get_object_or_404(Activity, pk=activity_id)

    def act(by: User, form: ReportForm) -> Activity:
        data = {name: form.cleaned_data[name] for name in TOLD}
        told = actions.Report(**data, photo=stored_photo(form))
        return actions.report_activity(by=by, activity=found, report=told)

    begun = {name: getattr(found, name) for name in TOLD}
    form = ReportForm(request.POST or None, request.FILES or None, initial=begun)
    words = Words(_("Kegiatan sudah selesai"), _("Laporkan selesai"), found.title, ASK_AGAIN)
    return form_page(request, form, act, words, activity_url(found))


@KEEP
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, activity_id: int) -> HttpResponse:
    found = get_object_or_404(Activity, pk=activity_id)

    def act(by: User, form: ReasonForm) -> Activity:
        return actions.cancel_activity(by=by, activity=found, reason=form.cleaned_data["reason"])

    words = Words(_("Batalkan kegiatan"), _("Batalkan kegiatan"), found.title)
    return form_page(request, ReasonForm(request.POST or None), act, words, activity_url(found))


@KEEP
@require_http_methods(["GET", "POST"])
def add_fund(request: HttpRequest, activity_id: int) -> HttpResponse:
    found = get_object_or_404(Activity, pk=activity_id)

    def act(by: User, form: FundForm) -> Fund:
        return actions.add_fund(by=by, activity=found, facts=form.facts)

    words = Words(_("Catat uang kegiatan"), lead=found.title, hint=ONE_CLASS)
    return form_page(request, FundForm(request.POST or None), act, words, activity_url(found))


@KEEP
@require_POST
def drop_fund(request: HttpRequest, fund_id: int) -> HttpResponse:
    fund = get_object_or_404(Fund.objects.select_related("activity"), pk=fund_id)
    back = activity_url(fund.activity)
    return one_act(request, lambda: actions.drop_fund(by=official(request), fund=fund), back)


@KEEP
@require_POST
def make_link(request: HttpRequest, participation_id: int) -> HttpResponse:
    """Shown once, in answer to the press: only its digest is kept."""
    rows = Participation.objects.select_related("activity", "partner")
    found = get_object_or_404(rows, pk=participation_id)
    try:
        code = actions.make_link(by=official(request), participation=found)
    except PartnersRefused as problem:
        return refuse(request, 409, problem.message)
    base = public_base() or request.build_absolute_uri("/").rstrip("/")
    link = base + reverse("partners:confirm", args=[code.value])
    context = {"participation": found, "link": link, "back": activity_url(found.activity)}
    return render(request, "partners/office/link.html", context)


@OWN
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """The page of a partner, for its own account: this partner and no other."""
    partner = queries.partner_of(official(request))
    if partner is None:
        return render(request, "partners/office/no_partner.html", {})
    context = {**standing(partner), "waiting": list(queries.waiting_for(partner))}
    return render(request, "partners/office/own.html", context)


@OWN
@require_GET
def own_sheet(request: HttpRequest) -> HttpResponse:
    partner = queries.partner_of(official(request))
    if partner is None:
        raise Http404
    return pdf(make_sheet("partner", partner_sheet(partner)), "lembar-mitra")


@OWN
@require_POST
def answer(request: HttpRequest, participation_id: int) -> HttpResponse:
    found, form = get_object_or_404(Participation, pk=participation_id), AnswerForm(request.POST)
    if not form.is_valid():
        return refuse(request, 400, CHOOSE)

    def act() -> None:
        by, note = official(request), form.cleaned_data["note"]
        actions.answer_as(by=by, participation=found, took_part=form.took_part, note=note)

    return one_act(request, act, reverse("partners:own"))
