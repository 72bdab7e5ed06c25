"""The first run: open to who can read the terminal, and gone once a village exists."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from desa.foundation.accounts.actions import begin_session
from desa.foundation.accounts.models import User
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.tenancy.queries import founded_villages
from desa.gateway.portal.actions import set_up
from desa.gateway.portal.engine.village_names import place_of
from desa.gateway.portal.exceptions import AlreadyFounded
from desa.gateway.portal.forms.setup import SetupForm, StartForm
from desa.gateway.portal.queries import recovery_codes_of

BY = SystemActor("persiapan pertama")
wrong_codes = RateLimiter(attempts=8, seconds=15 * 60)


@public
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    if founded_villages().exists():
        raise Http404
    client = client_of(request)
    if request.method == "POST" and wrong_codes.is_blocked(client):
        return refuse(request, 429, _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
    start = StartForm(request.POST or None)
    if not start.is_valid():
        if "setup_code" in start.errors:
            wrong_codes.count(client)
        status = 422 if start.errors else 200
        return render(request, "portal/public/setup_start.html", {"form": start}, status=status)
    return _whole_page(request, start.cleaned_data)


@sensitive_variables()
def _whole_page(request: HttpRequest, start: dict[str, Any]) -> HttpResponse:
    """`page` names one showing of the recovery codes, so that a mistake elsewhere does not change them."""
    page = request.POST.get("page", "") or secrets.token_hex(16)
    codes = recovery_codes_of(page)
    sent = "page" in request.POST
    initial = place_of(start["village_code"])
    form = SetupForm(codes, request.POST if sent else None, initial=initial)
    if sent and form.is_valid() and (user := _founded(form, start["village_code"])):
        begin_session(request, user)
        return redirect("portal:office")
    context = {"form": form, "start": start, "page": page, "codes": codes}
    status = 422 if form.errors else 200
    return render(request, "portal/public/setup.html", context, status=status)


def _founded(form: SetupForm, code: str) -> User | None:
    """The first officer; None when the form now says what will not do."""
    identity = form.identity(code)
    officer = form.first_officer(identity)
    try:
        return set_up(by=BY, identity=identity, officer=officer, codes=form.codes)
    except AlreadyFounded:
        raise Http404 from None
    except ValidationError as problem:
        form.add_error(None, ValidationError(problem.messages))
    return None
