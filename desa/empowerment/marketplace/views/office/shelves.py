"""Product groups as csv, the village's other apps, and bazaars."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.empowerment.marketplace.actions import (
    add_app,
    answer_invitation,
    import_groups,
    invite,
    plan_bazaar,
    remove_app,
    seed_groups,
)
from desa.empowerment.marketplace.enums import Answer
from desa.empowerment.marketplace.exceptions import GroupsUnreadable
from desa.empowerment.marketplace.forms import AnswerForm, AppForm, BazaarForm, GroupsForm
from desa.empowerment.marketplace.models import Bazaar, Invitation, ProductGroup, VillageApp
from desa.empowerment.marketplace.presenters import invitations_csv
from desa.empowerment.marketplace.queries import invitation_lines
from desa.empowerment.marketplace.rules.grouping import Group, groups_csv
from desa.empowerment.marketplace.views.office.pages import (
    ARRANGE,
    EDIT,
    VIEW,
    card_of,
    page,
    rights,
)
from desa.foundation.accounts.queries import official


def _csv(content: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@ARRANGE
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest) -> HttpResponse:
    """The list as it stands; a csv replaces all of it, or nothing when a line is wrong."""
    form, problems = GroupsForm(request.POST or None, request.FILES or None), []
    if form.is_valid():
        try:
            import_groups(by=official(request), content=form.cleaned_data["file"].read())
            return redirect("marketplace:groups")
        except GroupsUnreadable as unreadable:
            problems = unreadable.problems
            form.add_error("file", " ".join(f"{line}: {words}" for line, words in problems[:5]))
    return page(
        request, "marketplace/office/groups.html", form=form, groups=ProductGroup.objects.all()
    )


@ARRANGE
@require_POST
def ship_groups(request: HttpRequest) -> HttpResponse:
    seed_groups(by=official(request))
    return redirect("marketplace:groups")


@VIEW
@require_GET
def groups_file(request: HttpRequest) -> HttpResponse:
    rows = ProductGroup.objects.filter(offered=True)
    return _csv(groups_csv(Group(row.code, row.title) for row in rows), "kelompok-lapak.csv")


@ARRANGE
@require_http_methods(["GET", "POST"])
def apps(request: HttpRequest) -> HttpResponse:
    form = AppForm(request.POST or None)
    if form.is_valid():
        try:
            add_app(by=official(request), **form.cleaned_data)
            return redirect("marketplace:apps")
        except ValidationError as problem:
            form.add_error(None, problem)
    return page(request, "marketplace/office/apps.html", form=form, apps=VillageApp.objects.all())


@ARRANGE
@require_POST
def drop_app(request: HttpRequest, app_id: int) -> HttpResponse:
    remove_app(by=official(request), app=get_object_or_404(VillageApp, pk=app_id))
    return redirect("marketplace:apps")


@VIEW
@require_http_methods(["GET"])
def bazaars(request: HttpRequest) -> HttpResponse:
    rows = Bazaar.objects.prefetch_related("invitations")[:100]
    return page(request, "marketplace/office/bazaars.html", bazaars=rows, **rights(request))


@EDIT
@require_http_methods(["GET", "POST"])
def new_bazaar(request: HttpRequest) -> HttpResponse:
    form = BazaarForm(request.POST or None)
    if form.is_valid():
        bazaar = plan_bazaar(by=official(request), **form.cleaned_data)
        return redirect("marketplace:bazaar", bazaar.pk)
    return page(request, "marketplace/office/new_bazaar.html", form=form)


@VIEW
@require_GET
def bazaar(request: HttpRequest, bazaar_id: int) -> HttpResponse:
    """By product, with who has been asked; prints as a list."""
    found, group = get_object_or_404(Bazaar, pk=bazaar_id), request.GET.get("kelompok", "")
    return page(
        request,
        "marketplace/office/bazaar.html",
        bazaar=found,
        lines=invitation_lines(found, group),
        groups=ProductGroup.objects.all(),
        group=group,
        answers=[choice for choice in Answer.choices if choice[0]],
        **rights(request),
    )


@VIEW
@require_GET
def bazaar_file(request: HttpRequest, bazaar_id: int) -> HttpResponse:
    found = get_object_or_404(Bazaar, pk=bazaar_id)
    lines = invitation_lines(found, request.GET.get("kelompok", ""))
    return _csv(invitations_csv(lines), f"undangan-{found.day.isoformat()}.csv")


@EDIT
@require_POST
def ask(request: HttpRequest, bazaar_id: int, card_id: int) -> HttpResponse:
    found, card = get_object_or_404(Bazaar, pk=bazaar_id), card_of(card_id)
    notice = invite(by=official(request), bazaar=found, card=card)
    answer = page(request, "marketplace/office/message.html", message=notice, card=card, back=found)
    answer["Cache-Control"] = "no-store"
    return answer


@EDIT
@require_POST
def answered(request: HttpRequest, bazaar_id: int, invitation_id: int) -> HttpResponse:
    rows = Invitation.objects.filter(bazaar=bazaar_id)
    invitation = get_object_or_404(rows, pk=invitation_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        answer = Answer(form.cleaned_data["answer"])
        answer_invitation(by=official(request), invitation=invitation, answer=answer)
    return redirect("marketplace:bazaar", bazaar_id)
