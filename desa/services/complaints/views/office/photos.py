"""Pictures of a case: one is added after the work, and for each is decided what the public sees."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.files.actions import pixelate, put_content, register_file, shrink_photo
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import read_content
from desa.foundation.files.rules import GRID
from desa.services.complaints.actions import add_photo, show_photo
from desa.services.complaints.enums import ComplaintPermission, PhotoKind, PhotoShowing
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import ComplaintPhoto
from desa.services.complaints.policies import may_handle
from desa.services.complaints.rules.squares import cells_under
from desa.services.complaints.views.office.case import case_or_404
from desa.services.complaints.views.office.forms import AfterPhotoForm, ShowPhotoForm

HANDLE = requires(ComplaintPermission.HANDLE)
PUBLISH = requires(ComplaintPermission.PUBLISH)
JPEG = "image/jpeg"


def _stored(content: bytes) -> StoredFile:
    return register_file(digest=put_content(content), size=len(content), media_type=JPEG)


@HANDLE
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, complaint_id: int) -> HttpResponse:
    case = case_or_404(request, complaint_id)
    if not may_handle(official(request), case):
        raise PermissionDenied(ComplaintPermission.HANDLE)
    form = AfterPhotoForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            file = _stored(shrink_photo(form.cleaned_data["photo"].read()).content)
            caption = form.cleaned_data["caption"]
            who, kind = official(request), PhotoKind.AFTER
            add_photo(by=who, complaint=case, file=file, kind=kind, caption=caption)
            return redirect("complaints:detail", case.pk)
        except PhotoRefused as problem:
            form.add_error("photo", str(problem))
    context, status = {"case": case, "form": form}, 422 if form.errors else 200
    return render(request, "complaints/office/add_photo.html", context, status=status)


@PUBLISH
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, complaint_id: int, photo_id: int) -> HttpResponse:
    """Nothing is shown until someone has looked: all of it, a blurred copy, or nothing."""
    case = case_or_404(request, complaint_id)
    photo = get_object_or_404(case.photos.select_related("file", "complaint"), pk=photo_id)
    typed = request.POST if request.method == "POST" else None
    form = ShowPhotoForm(typed, initial={"showing": photo.showing})
    if form.is_valid():
        try:
            _show(request, photo, form)
            return redirect("complaints:detail", case.pk)
        except (ComplaintRefused, PhotoRefused) as problem:
            return refuse(request, 409, str(problem))
    context, status = {"case": case, "photo": photo, "form": form}, 422 if form.errors else 200
    return render(request, "complaints/office/decide_photo.html", context, status=status)


def _show(request: HttpRequest, photo: ComplaintPhoto, form: ShowPhotoForm) -> None:
    showing, blurred = PhotoShowing(form.cleaned_data["showing"]), None
    if showing is PhotoShowing.BLURRED:
        cells = cells_under(form.cleaned_data["squares"], GRID)
        blurred = _stored(pixelate(read_content(photo.file), cells).content)
    show_photo(by=official(request), photo=photo, showing=showing, public_file=blurred)
