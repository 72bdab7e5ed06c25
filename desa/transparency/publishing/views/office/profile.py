"""The profile's texts with their versions; the information list, and what hangs on a board."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.transparency.publishing import queries
from desa.transparency.publishing.actions.profile import (
    post_on_board,
    take_from_board,
    write_profile,
)
from desa.transparency.publishing.engine.cleaning import clean_html
from desa.transparency.publishing.enums import Section
from desa.transparency.publishing.forms import BoardForm, ProfileForm
from desa.transparency.publishing.models import BoardNote
from desa.transparency.publishing.published.items import LEVELS
from desa.transparency.publishing.views.office.pages import PUBLISH, WRITE, page
from desa.transparency.publishing.views.office.posts import LOOK


@WRITE
@require_GET
def profile(request: HttpRequest) -> HttpResponse:
    texts = queries.profile_in_force()
    return page(
        request,
        "publishing/office/profile.html",
        sections=[(one, texts.get(one)) for one in Section],
    )


@PUBLISH
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, section: str) -> HttpResponse:
    if section not in Section.values:
        raise Http404(section)
    part = Section(section)
    versions = list(queries.profile_versions(part))
    form = ProfileForm(
        request.POST or None, initial={"source": versions[0].source if versions else ""}
    )
    if request.method == "POST" and form.is_valid() and LOOK not in request.POST:
        write_profile(by=official(request), section=part, source=form.cleaned_data["source"])
        return redirect("publishing:profile_office")
    shown = clean_html(form["source"].value() or "") if LOOK in request.POST else ""
    return page(
        request,
        "publishing/office/section.html",
        form=form,
        section=part,
        versions=versions,
        preview=shown,
    )


@WRITE
@require_GET
def items(request: HttpRequest) -> HttpResponse:
    rows = [
        (standing, LEVELS[standing.told.level] if standing.told else "")
        for standing in queries.standings()
    ]
    return page(request, "publishing/office/items.html", rows=rows)


@PUBLISH
@require_http_methods(["GET", "POST"])
def board(request: HttpRequest, item: str) -> HttpResponse:
    found = next((row for row in queries.standings() if row.key == item), None)
    if found is None:
        raise Http404(item)
    form = BoardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        post_on_board(by=official(request), item=item, place=form.cleaned_data["place"])
        return redirect("publishing:items_office")
    return page(request, "publishing/office/board.html", form=form, standing=found)


@PUBLISH
@require_POST
def take_down(request: HttpRequest, note_id: int) -> HttpResponse:
    note = get_object_or_404(BoardNote, pk=note_id)
    take_from_board(by=official(request), note=note)
    return redirect("publishing:items_office")
