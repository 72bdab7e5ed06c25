"""What every page of the settings shares."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from desa.foundation.core.http.access import requires
from desa.gateway.portal.enums import PortalPermission

SETTINGS = requires(PortalPermission.SETTINGS)
SAVED = "tersimpan"


def saved(name: str, *args: object) -> HttpResponseRedirect:
    """To the page of this name, which then says that it is stored."""
    return HttpResponseRedirect(f"{reverse(name, args=args)}?{SAVED}=1")


def page(
    request: HttpRequest, template: str, form: BaseForm | None, **context: Any
) -> HttpResponse:
    """422 when the form has errors."""
    status = 422 if form is not None and form.errors else 200
    whole = {"form": form, "is_saved": SAVED in request.GET, **context}
    return render(request, template, whole, status=status)
