"""The village's settings: where each of them is, its identity, and the rooms it uses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import official
from desa.foundation.tenancy.actions import change_identity, switch_room
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village
from desa.gateway.portal.forms.village import IdentityForm
from desa.gateway.portal.queries import rooms_to_switch
from desa.gateway.portal.views.office.pages import SETTINGS, page, saved


@SETTINGS
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/office/settings.html", None)


@SETTINGS
@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest) -> HttpResponse:
    village = Village.objects.get(pk=current_village().pk)
    form = IdentityForm(request.POST or None, instance=village)
    if request.method == "POST" and form.is_valid():
        change_identity(by=official(request), changes=form.changes())
        return saved("portal:identity")
    return page(
        request, "portal/office/identity.html", form, earlier=current_village().earlier_addresses
    )


@SETTINGS
@require_http_methods(["GET", "POST"])
def rooms(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        on = request.POST.get("on") == "1"
        try:
            switch_room(by=official(request), room=request.POST.get("room", ""), on=on)
        except LookupError:
            raise Http404 from None
        return saved("portal:rooms")
    return page(request, "portal/office/rooms.html", None, rooms=rooms_to_switch())
