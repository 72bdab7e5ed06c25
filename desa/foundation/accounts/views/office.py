"""Officials of the village: who holds which office, since when, and with which account."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.actions import (
    appoint,
    begin_session,
    change_contact,
    change_password,
    end_term,
    issue_link,
)
from desa.foundation.accounts.actions import choose_language as keep_language
from desa.foundation.accounts.enums import DUTIES, AccountsPermission, LinkPurpose
from desa.foundation.accounts.exceptions import WrongPassword
from desa.foundation.accounts.forms import (
    AppointmentForm,
    ChangePasswordForm,
    ContactForm,
    EndTermForm,
    LanguageForm,
)
from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import official
from desa.foundation.accounts.views.doors import attempts
from desa.foundation.core.http.access import requires, signed_in
from desa.foundation.core.http.errors import refuse

MANAGE = requires(AccountsPermission.OFFICER_MANAGE)
NEW = "baru"


@MANAGE
@require_http_methods(["GET", "POST"])
def officials(request: HttpRequest) -> HttpResponse:
    form = AppointmentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            holder = appoint(by=official(request), appointment=form.appointment())
            return redirect(f"{reverse('accounts:officials')}?{NEW}={holder.public_id}")
        except ValidationError as problem:
            form.add_error(None, ValidationError(problem.messages))
    holders = Officeholder.objects.select_related("membership__user")
    new = next((row for row in holders if row.public_id == request.GET.get(NEW)), None)
    context = {"form": form, "holders": holders, "new": new, "duties": DUTIES.items()}
    return render(
        request, "accounts/office/officials.html", context, status=422 if form.errors else 200
    )


@MANAGE
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, holder_id: int) -> HttpResponse:
    holder = get_object_or_404(Officeholder, pk=holder_id)
    form = EndTermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_term(by=official(request), holder=holder, last_day=form.cleaned_data["last_day"])
            return redirect("accounts:officials")
        except ValidationError as problem:
            form.add_error(None, ValidationError(problem.messages))
    context = {"form": form, "holder": holder}
    return render(
        request, "accounts/office/end_term.html", context, status=422 if form.errors else 200
    )


@MANAGE
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, holder_id: int) -> HttpResponse:
    """The number and the e-mail to which messages for this official go."""
    holder = get_object_or_404(Officeholder, pk=holder_id)
    now = {"phone": holder.phone, "email": holder.email}
    form = ContactForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        change_contact(by=official(request), holder=holder, **form.cleaned_data)
        return redirect("accounts:officials")
    status = 422 if form.errors else 200
    context = {"form": form, "holder": holder}
    return render(request, "accounts/office/contact.html", context, status=status)


@MANAGE
@require_POST
def password_link(request: HttpRequest, holder_id: int) -> HttpResponse:
    """Shown once, to be handed over in person; only its digest is kept."""
    holder = get_object_or_404(Officeholder, pk=holder_id, membership__isnull=False)
    user = holder.membership.user  # type: ignore[union-attr]
    code = issue_link(by=official(request), user=user, purpose=LinkPurpose.PASSWORD)
    context = {"holder": holder, "code": code.value}
    return render(request, "accounts/office/password_link.html", context)


@signed_in
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    return _me(request, LanguageForm(initial={"language": official(request).language}))


@signed_in
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return _me(request, form)
    keep_language(by=official(request), language=form.cleaned_data["language"])
    return redirect("accounts:me")


@signed_in
@sensitive_post_parameters("old", "password", "again")
@require_http_methods(["GET", "POST"])
def own_password(request: HttpRequest) -> HttpResponse:
    """The old one is asked for: an unattended desk must not give the account away, nor by guessing."""
    form, guesses = ChangePasswordForm(request.POST or None), f"own:{official(request).pk}"
    if request.method == "POST" and attempts.is_blocked(guesses):
        return refuse(request, 429, _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
    if request.method == "POST" and form.is_valid() and _changed(request, form, guesses):
        return redirect(f"{reverse('accounts:me')}?{NEW}=1")
    status = 422 if form.errors else 200
    return render(request, "accounts/office/own_password.html", {"form": form}, status=status)


def _changed(request: HttpRequest, form: ChangePasswordForm, guesses: str) -> bool:
    """This session goes on under a new key; a problem is put on the form."""
    data = form.cleaned_data
    try:
        user = change_password(by=official(request), old=data["old"], new=data["password"])
    except WrongPassword as problem:
        attempts.count(guesses)
        form.add_error("old", problem.message)
        return False
    except ValidationError as problem:
        form.add_error("password", problem)
        return False
    begin_session(request, user)
    return True


def _me(request: HttpRequest, form: LanguageForm) -> HttpResponse:
    offices = [(office.label, DUTIES[office]) for office in sorted(request.offices)]  # type: ignore[attr-defined]
    context = {"form": form, "my_offices": offices, "is_changed": NEW in request.GET}
    return render(request, "accounts/office/me.html", context, status=422 if form.errors else 200)
