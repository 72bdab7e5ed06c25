"""Partners as the office keeps them: what they stand on, who belongs to them, what they owe."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.ids import parse_public_id
from desa.people.partners import actions, queries
from desa.people.partners.engine.sheets import make_sheet
from desa.people.partners.enums import PartnersPermission
from desa.people.partners.forms.common import DayForm, EndForm, PhotoProofForm
from desa.people.partners.forms.partners import (
    UNLISTED,
    AccountForm,
    BasisForm,
    DeliverableForm,
    MemberForm,
    PartnerForm,
)
from desa.people.partners.models import Basis, Deliverable, Member, Partner, Representative
from desa.people.partners.presenters import (
    activity_rows,
    decision_rows,
    deliverable_rows,
    partner_rows,
)
from desa.people.partners.queries.sheets import partner_sheet
from desa.people.partners.views.common import (
    KEEP,
    VIEW,
    Words,
    form_page,
    one_act,
    pdf,
    stored_photo,
)
from desa.people.residents.models import Person
from desa.people.residents.queries import search

FACTS = ("kind", "name", "short", "task", "contact_name", "contact_phone")
NAMESAKES = _("Pilih orangnya, supaya tidak tertukar dengan yang senama.")
MAKE_FIRST = _("Buat dulu akunnya di Pengaturan, dengan jabatan Pengurus Pokmas.")


def detail_url(partner: Partner) -> str:
    return reverse("partners:detail", args=[partner.pk])


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    context = {
        "rows": partner_rows(queries.partners()),
        "expiring": queries.count_expiring(),
        "overdue": decision_rows(queries.overdue()),
        "activities": activity_rows(queries.activities()[:20]),
        "may_keep": has_permission(official(request), PartnersPermission.KEEP),
    }
    return render(request, "partners/office/overview.html", context)


def standing(partner: Partner) -> dict[str, Any]:
    """All that the page of one partner shows."""
    day, bases = queries.today(), list(partner.bases.all())
    return {
        "partner": partner,
        "term": queries.term(bases, day),
        "bases": [(row, queries.term([row], day)) for row in bases],
        "members": queries.members_on(partner, day),
        "deliverables": deliverable_rows(queries.deliverables(partner)),
        "activities": activity_rows(queries.activities_of(partner)),
        "decisions": decision_rows(queries.decisions_of(partner)),
    }


@VIEW
@require_GET
def detail(request: HttpRequest, partner_id: int) -> HttpResponse:
    partner = get_object_or_404(queries.partners(), pk=partner_id)
    context = {
        **standing(partner),
        "accounts": list(partner.representatives.select_related("user")),
        "may_keep": has_permission(official(request), PartnersPermission.KEEP),
    }
    return render(request, "partners/office/detail.html", context)


@VIEW
@require_GET
def sheet(request: HttpRequest, partner_id: int) -> HttpResponse:
    partner = get_object_or_404(queries.partners(), pk=partner_id)
    return pdf(make_sheet("partner", partner_sheet(partner)), "lembar-mitra")


@KEEP
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    def act(by: User, form: PartnerForm) -> Partner:
        return actions.register_partner(by=by, facts=form.facts)

    form, back = PartnerForm(request.POST or None), reverse("partners:overview")
    return form_page(request, form, act, Words(_("Catat mitra")), back, "partners:detail")


@KEEP
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, partner_id: int) -> HttpResponse:
    partner = get_object_or_404(Partner, pk=partner_id)

    def act(by: User, form: PartnerForm) -> Partner:
        return actions.correct_partner(by=by, partner=partner, facts=form.facts)

    begun = {name: getattr(partner, name) for name in FACTS}
    form, words = PartnerForm(request.POST or None, initial=begun), Words(_("Perbaiki data mitra"))
    return form_page(request, form, act, words, detail_url(partner))


@KEEP
@require_POST
def remove(request: HttpRequest, partner_id: int) -> HttpResponse:
    partner = get_object_or_404(Partner, pk=partner_id)
    actions.remove_partner(by=official(request), partner=partner)
    return redirect("partners:overview")


@KEEP
@require_http_methods(["GET", "POST"])
def add_basis(request: HttpRequest, partner_id: int) -> HttpResponse:
    partner = get_object_or_404(Partner, pk=partner_id)

    def act(by: User, form: BasisForm) -> Basis:
        return actions.add_basis(by=by, partner=partner, facts=form.facts)

    words = Words(_("Catat dasar mitra"), lead=partner.name)
    return form_page(request, BasisForm(request.POST or None), act, words, detail_url(partner))


@KEEP
@require_http_methods(["GET", "POST"])
def end_basis(request: HttpRequest, basis_id: int) -> HttpResponse:
    basis = get_object_or_404(Basis.objects.select_related("partner"), pk=basis_id)

    def act(by: User, form: EndForm) -> Basis:
        return actions.end_basis(by=by, basis=basis, **form.cleaned_data)

    words = Words(_("Akhiri dasar ini"), _("Akhiri"), str(basis))
    return form_page(request, EndForm(request.POST or None), act, words, detail_url(basis.partner))


@KEEP
@require_http_methods(["GET", "POST"])
def add_member(request: HttpRequest, partner_id: int) -> HttpResponse:
    """The first sending looks the name up; the second one says which of them, or none."""
    partner, form = get_object_or_404(Partner, pk=partner_id), _member_form(request)

    def act(by: User, form: MemberForm) -> Member:
        return actions.add_member(by=by, partner=partner, facts=form.facts(_chosen(form)))

    words = Words(_("Tambah anggota"), lead=partner.name)
    return form_page(request, form, act, words, detail_url(partner))


def _member_form(request: HttpRequest) -> MemberForm:
    form = MemberForm(request.POST or None)
    hits = search(request.POST.get("name", "")[:100], 8) if request.method == "POST" else []
    form.offer(hits)
    if form.is_valid() and hits and not form.cleaned_data["person"]:
        form.add_error("person", NAMESAKES)
    if not hits:
        del form.fields["person"]
    return form


def _chosen(form: MemberForm) -> Person | None:
    key = form.cleaned_data.get("person", "")
    if not key or key == UNLISTED:
        return None
    return Person.objects.filter(pk=parse_public_id(key)).first()


@KEEP
@require_http_methods(["GET", "POST"])
def end_member(request: HttpRequest, member_id: int) -> HttpResponse:
    member = get_object_or_404(Member.objects.select_related("partner"), pk=member_id)

    def act(by: User, form: DayForm) -> Member:
        return actions.end_member(by=by, member=member, on=form.cleaned_data["on"])

    form = DayForm(request.POST or None, initial={"on": queries.today()})
    words = Words(_("Akhiri keanggotaan"), _("Akhiri"), str(member))
    return form_page(request, form, act, words, detail_url(member.partner))


@KEEP
@require_http_methods(["GET", "POST"])
def give_account(request: HttpRequest, partner_id: int) -> HttpResponse:
    partner, form = get_object_or_404(Partner, pk=partner_id), AccountForm(request.POST or None)
    form.offer([(str(user.pk), user.name) for user in queries.free_accounts()])

    def act(by: User, form: AccountForm) -> Representative:
        user = User.objects.get(pk=form.cleaned_data["user"])
        return actions.give_account(by=by, partner=partner, user=user)

    words = Words(_("Akun yang bicara untuk mitra ini"), hint=MAKE_FIRST, lead=partner.name)
    return form_page(request, form, act, words, detail_url(partner))


@KEEP
@require_POST
def take_account(request: HttpRequest, representative_id: int) -> HttpResponse:
    row = get_object_or_404(Representative.objects.select_related("partner"), pk=representative_id)
    back = detail_url(row.partner)
    return one_act(
        request, lambda: actions.take_account(by=official(request), representative=row), back
    )


@KEEP
@require_http_methods(["GET", "POST"])
def promise(request: HttpRequest, basis_id: int) -> HttpResponse:
    basis = get_object_or_404(Basis.objects.select_related("partner"), pk=basis_id)

    def act(by: User, form: DeliverableForm) -> Deliverable:
        return actions.promise_deliverable(by=by, basis=basis, facts=form.facts)

    form, words = DeliverableForm(request.POST or None), Words(_("Yang akan diserahkan"))
    return form_page(request, form, act, words, detail_url(basis.partner))


@KEEP
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest, deliverable_id: int) -> HttpResponse:
    rows = Deliverable.objects.select_related("basis__partner")
    row = get_object_or_404(rows, pk=deliverable_id)

    def act(by: User, form: PhotoProofForm) -> Deliverable:
        file, told = stored_photo(form), {name: form.cleaned_data[name] for name in form.PROOF}
        return actions.receive_deliverable(by=by, deliverable=row, file=file, **told)

    form = PhotoProofForm(request.POST or None, request.FILES or None)
    words = Words(_("Sudah diserahkan"), lead=row.title)
    return form_page(request, form, act, words, detail_url(row.basis.partner))
