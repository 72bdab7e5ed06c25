"""What the office pages of this room share: who acts, a picture taken in, a page with one form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from desa.foundation.core.http.errors import refuse
from desa.foundation.files.actions import put_content, register_file, shrink_photo
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.models import StoredFile
from desa.infrastructure.assets.exceptions import AssetRefused

JPEG = "image/jpeg"
ONE_FORM = "assets/office/form.html"
Words = str | Promise


def stored(photo: "UploadedFile[Any] | None") -> StoredFile | None:
    """The picture shrunk and without its hidden data. Raises PhotoRefused."""
    if photo is None:
        return None
    content = shrink_photo(photo.read()).content
    return register_file(digest=put_content(content), size=len(content), media_type=JPEG)


def one_form(
    request: HttpRequest,
    form: forms.Form,
    run: Callable[[], HttpResponse],
    page: dict[str, Any],
    template: str = ONE_FORM,
) -> HttpResponse:
    """Run the act of a valid form; what cannot be is said on the form, or on a page of its own."""
    if form.is_valid():
        try:
            return run()
        except AssetRefused as problem:
            return refuse(request, 409, problem.message)
        except ValidationError as problem:
            form.add_error(None, ValidationError(problem.messages))
        except PhotoRefused as problem:
            form.add_error(None, str(problem))
    context, status = {**page, "form": form}, 422 if form.errors else 200
    return render(request, template, context, status=status)


def page(title: Words, button: Words, back: str, **more: object) -> dict[str, Any]:
    """`back` is the address of "Tidak jadi"; `lead` a sentence under the heading; `files` uploads."""
    return {"title": title, "button": button, "back": back, **more}


def pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "no-store"
    return response
