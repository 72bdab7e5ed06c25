"""The service standards: what is promised of each letter, and a new version of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import official
from desa.foundation.servicelevels.actions import publish_standard
from desa.foundation.servicelevels.models import ServiceStandard
from desa.foundation.servicelevels.queries import standard_for, standards_in_force
from desa.gateway.portal.forms.standards import StandardForm
from desa.gateway.portal.views.office.pages import SETTINGS, page, saved


@SETTINGS
@require_GET
def standards(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/office/standards.html", None, standards=standards_in_force())


@SETTINGS
@require_http_methods(["GET", "POST"])
def standard(request: HttpRequest, service: str) -> HttpResponse:
    try:
        current = standard_for(service)
    except ServiceStandard.DoesNotExist:
        raise Http404 from None
    form = StandardForm(current, request.POST or None)
    if request.method == "POST" and form.is_valid():
        publish_standard(by=official(request), standard=form.standard())
        return saved("portal:standards")
    return page(request, "portal/office/standard.html", form, standard=current)
