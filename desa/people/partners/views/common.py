"""What the office pages of this room share: one form page, and acts behind one button."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.models import Row
from desa.foundation.files.actions import put_content, register_file, shrink_photo
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import read_content
from desa.people.partners.actions import take_once
from desa.people.partners.enums import PartnersPermission
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.forms.common import RoomForm

F = TypeVar("F", bound=RoomForm)
Text = str | Promise
SAVE = _("Simpan")
REFUSALS = (PartnersRefused, ValidationError, PhotoRefused)
VIEW = requires(PartnersPermission.VIEW)
KEEP = requires(PartnersPermission.KEEP)
OWN = requires(PartnersPermission.OWN)


@dataclass(frozen=True)
class Words:
    """What stands around a form; `lead` is what the village wrote, `hint` is ours."""

    title: Text
    button: Text = SAVE
    lead: str = ""
    hint: Text = ""


def form_page(
    request: HttpRequest,
    form: F,
    act: Callable[[User, F], Row],
    words: Words,
    back: str,
    onward: str = "",
) -> HttpResponse:
    """Show the form, or do what it asks, once, and go `back`, or `onward` to the page of what was made."""
    if request.method == "POST" and form.is_valid():
        try:
            made = _act(official(request), form, act)
            return redirect(onward, made) if onward else redirect(back)
        except REFUSALS as problem:
            form.take_problem(problem)
    context = {"form": form, "words": words, "back": back}
    status = 422 if form.errors else 200
    return render(request, "partners/office/form.html", context, status=status)


def _act(by: User, form: F, act: Callable[[User, F], Row]) -> int:
    key: UUID | None = getattr(form, "submission_key", None)
    if key is None:
        return act(by, form).pk
    purpose = f"partners.{type(form).__name__.lower()}"
    return take_once(by=by, key=key, purpose=purpose, make=lambda: act(by, form))


def one_act(request: HttpRequest, act: Callable[[], object], back: str) -> HttpResponse:
    try:
        act()
    except PartnersRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect(back)


def stored_photo(form: RoomForm) -> StoredFile | None:
    """The photo of the form, small and without its hidden data. Raises PhotoRefused."""
    upload = form.cleaned_data.get("photo")
    if upload is None:
        return None
    content = shrink_photo(upload.read()).content
    return register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")


def picture(file: StoredFile) -> HttpResponse:
    """For the office only, so no one's cache keeps it."""
    answer = HttpResponse(read_content(file), content_type="image/jpeg")
    answer["Cache-Control"] = "no-store"
    return answer


def pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
