"""What happened, with photos: sent in parts before, or together with the form when there is no script."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.http.uploads import cap_files
from desa.foundation.core.limits import client_of
from desa.foundation.files.actions import put_content, shrink_photo
from desa.foundation.files.exceptions import TOO_LARGE, PhotoRefused, StoredFileError
from desa.foundation.files.queries import vault
from desa.foundation.files.rules import LARGEST_PHOTO, MEDIA_TYPE, Photo
from desa.foundation.intake.actions import forget_upload, save_guest_draft, take_upload
from desa.foundation.intake.exceptions import TOO_MANY, UploadGone, UploadIncomplete
from desa.foundation.intake.models import GuestDraft
from desa.services.complaints.rules import steps
from desa.services.complaints.rules.drafts import (
    MOST_PHOTOS,
    DraftPhoto,
    done,
    photos_in,
    with_photo,
    without_photo,
    word,
)
from desa.services.complaints.views.resident.drafts import pictured, with_draft
from desa.services.complaints.views.resident.filing import address, frame
from desa.services.complaints.views.resident.questions import PHOTO_PURPOSE, StoryForm

DROP, MORE = "buang-", "tambah"


@public
@require_http_methods(["GET", "POST"])
@with_draft
def story(request: HttpRequest, key: str, draft: GuestDraft) -> HttpResponse:
    """The words are kept whatever is wrong with the photo."""
    if request.method == "GET":
        form = StoryForm(initial={"cerita": word(draft.data, "cerita")})
        return _page(request, key, draft, form, 200)
    handler = cap_files(request, LARGEST_PHOTO)
    form, act = StoryForm(request.POST, request.FILES), request.POST.get("aksi", "")
    form.is_valid()
    if handler.too_large:
        form.add_error("foto", TOO_LARGE)
    _keep_given(request, form, draft, act)
    if form.errors:
        return _page(request, key, draft, form, 422)
    if act.startswith(DROP) or act == MORE:
        return redirect(address(key, steps.STORY))
    save_guest_draft(draft, data={"langkah": sorted({*done(draft.data), steps.STORY})})
    kind = word(draft.data, "jenis")
    return redirect(address(key, steps.after(steps.STORY, kind, done(draft.data))))


@public
@require_GET
@with_draft
def preview(request: HttpRequest, key: str, draft: GuestDraft, place: int) -> HttpResponse:
    """A small picture of the photo, for the one who sent it."""
    photos = photos_in(draft.data)
    try:
        content = vault().get(photos[place].preview)
    except (IndexError, StoredFileError):
        raise Http404(place) from None
    return HttpResponse(content, content_type=MEDIA_TYPE)


def _keep_given(request: HttpRequest, form: StoryForm, draft: GuestDraft, act: str) -> None:
    """The words first: they stay whatever is wrong with the photo."""
    if words := form.cleaned_data.get("cerita"):
        save_guest_draft(draft, data={"cerita": [words]})
    if "foto" not in form.errors:
        _take_photo(request, form, draft)
    if act.startswith(DROP):
        save_guest_draft(draft, data=without_photo(draft.data, act.removeprefix(DROP)))


def _take_photo(request: HttpRequest, form: StoryForm, draft: GuestDraft) -> None:
    """From the form or from the upload it names; a refusal stands at its field."""
    key, file = form.cleaned_data.get("foto_kunci", ""), form.cleaned_data.get("foto")
    known = photos_in(draft.data)
    if not file and (not key or any(each.source == key for each in known)):
        return
    if len(known) >= MOST_PHOTOS:
        form.add_error("foto", _("Paling banyak %(most)s foto.") % {"most": MOST_PHOTOS})
        return
    if pictured.is_blocked(client_of(request)):
        form.add_error("foto", TOO_MANY)
        return
    pictured.count(client_of(request))
    try:
        content = file.read() if file else take_upload(key=key, purpose=PHOTO_PURPOSE)
        _keep(shrink_photo(content), key, draft)
    except (UploadGone, UploadIncomplete):
        form.add_error("foto", _("Foto ini belum sampai seluruhnya. Pilih fotonya sekali lagi."))
    except PhotoRefused as refused:
        form.add_error("foto", str(refused))


def _keep(photo: Photo, key: str, draft: GuestDraft) -> None:
    """Its bytes first, then the draft that names them, then the parts may go."""
    digest, small = put_content(photo.content), put_content(photo.preview)
    kept = DraftPhoto(digest, small, len(photo.content), key)
    save_guest_draft(draft, data=with_photo(draft.data, kept))
    forget_upload(key=key)


def _page(
    request: HttpRequest, key: str, draft: GuestDraft, form: StoryForm, status: int
) -> HttpResponse:
    photos = photos_in(draft.data)
    page: dict[str, Any] = frame(key, draft, steps.STORY)
    page |= {
        "form": form,
        "photos": [(place, f"{DROP}{photo.digest}") for place, photo in enumerate(photos)],
        "room": len(photos) < MOST_PHOTOS,
        "more": MORE,
    }
    return render(request, "complaints/resident/story.html", page, status=status)
