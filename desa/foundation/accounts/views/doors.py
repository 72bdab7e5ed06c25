"""Doors to the office: sign in, links with a button, sign out. GET shows, only a button acts."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.accounts.actions import (
    begin_session,
    choose_password,
    enter,
    enter_by_demo_link,
    usable_link,
)
from desa.foundation.accounts.enums import LinkPurpose
from desa.foundation.accounts.exceptions import LinkUnusable, SignInRefused
from desa.foundation.accounts.forms import PasswordForm, SignInForm
from desa.foundation.core.display import local_path
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of

HOME = "/kantor/"
attempts = RateLimiter(attempts=8, seconds=15 * 60)
LOOPBACK = {"127.0.0.1", "::1"}
PROXY_HEADERS = ("Forwarded", "Via", "X-Forwarded-For", "X-Real-IP")


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    username = request.POST.get("username", "").strip().lower()
    names = {f"client:{client_of(request)}", f"name:{username}"}
    if request.method == "POST" and any(attempts.is_blocked(name) for name in names):
        return refuse(request, 429, _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
    if request.method == "POST" and form.is_valid():
        try:
            user = enter(**form.cleaned_data)
        except SignInRefused as problem:
            for name in names:
                attempts.count(name)
            form.add_error(None, problem.message)
        else:
            begin_session(request, user)
            return redirect(local_path(request.GET.get("lanjut", ""), HOME))
    return render(
        request, "accounts/public/sign_in.html", {"form": form}, status=422 if form.errors else 200
    )


@public
@never_cache
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, code: str) -> HttpResponse:
    """Unusable may also turn out late: of two buttons pressed at once one wins."""
    try:
        found = usable_link(code)
        if found.purpose == LinkPurpose.DEMO:
            return _demo_entry(request, code, found.user.name)
        return _password_choice(request, code, found.user.name)
    except LinkUnusable as problem:
        return refuse(request, 404, problem.message)


def _demo_entry(request: HttpRequest, code: str, name: str) -> HttpResponse:
    if not settings.DEMO or not _is_at_this_machine(request):
        return refuse(request, 404, LinkUnusable.message)
    if request.method == "POST":
        begin_session(request, enter_by_demo_link(code=code))
        return redirect(HOME)
    return render(request, "accounts/public/demo_entry.html", {"name": name})


def _is_at_this_machine(request: HttpRequest) -> bool:
    """A proxy here speaks from this machine too, for anybody."""
    forwarded = settings.HTTPS or any(name in request.headers for name in PROXY_HEADERS)
    return client_of(request) in LOOPBACK and not forwarded


@sensitive_post_parameters("password", "again")
def _password_choice(request: HttpRequest, code: str, name: str) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = choose_password(code=code, password=form.cleaned_data["password"])
        except ValidationError as problem:
            form.add_error("password", problem)
        else:
            begin_session(request, user)
            return redirect(HOME)
    context = {"form": form, "name": name}
    return render(
        request, "accounts/public/password.html", context, status=422 if form.errors else 200
    )


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    request.session.flush()
    return redirect("accounts:sign_in")
