"""Files in parts, from people without an account; called by upload.js. Who holds the key owns the upload."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.core.http.access import public
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.intake.actions import append_part, begin_upload
from desa.foundation.intake.exceptions import TOO_MANY, UploadGone, UploadRefused, WrongOffset
from desa.foundation.intake.queries import arrived, find_upload
from desa.foundation.intake.rules import LARGEST_PART, LARGEST_UPLOAD, megabytes, whole_number

# Many phones of one operator share an address.
begun = RateLimiter(attempts=60, seconds=3600)
# A quarter of what the village holds at a time: no address fills it alone. Counted in megabytes.
carried = RateLimiter(attempts=128, seconds=24 * 3600)
OFFSET = "Upload-Offset"


def _say(status: int, facts: Mapping[str, object]) -> HttpResponse:
    answer = JsonResponse(dict(facts), status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _refused(status: int, message: str | Promise) -> HttpResponse:
    return _say(status, {"pesan": str(message)})


@public
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Fields `keperluan` and `besar` (bytes); answers with the key and the address of the parts."""
    client, size = client_of(request), whole_number(request.POST.get("besar", ""), LARGEST_UPLOAD)
    if begun.is_blocked(client) or carried.is_blocked(client):
        return _refused(429, TOO_MANY)
    begun.count(client)
    try:
        purpose = request.POST.get("keperluan", "")[:80]
        key = begin_upload(purpose=purpose, size=size or 0).value
    except UploadRefused as refused:
        return _refused(413, str(refused))
    for _megabyte in range(megabytes(size or 0)):
        carried.count(client)
    return _say(201, {"kunci": key, "alamat": reverse("intake:parts", args=[key]), "mulai": 0})


@public
@require_http_methods(["GET", "POST"])
def parts(request: HttpRequest, key: str) -> HttpResponse:
    """GET says where to continue; POST adds the part that begins at the header Upload-Offset."""
    upload = find_upload(key)
    if upload is None:
        raise Http404
    if request.method == "GET":
        return _say(200, {"mulai": arrived(upload), "besar": upload.size})
    length = whole_number(request.META.get("CONTENT_LENGTH") or "", LARGEST_PART)
    offset = whole_number(request.headers.get(OFFSET, ""), LARGEST_UPLOAD)
    if length is None or offset is None:
        return _refused(400, _("Bagian berkas ini tidak terbaca. Muat ulang halaman, lalu ulangi."))
    try:
        here = append_part(key=key, offset=offset, content=request.body)
    except UploadGone:
        raise Http404 from None
    except WrongOffset as wrong:
        return _say(409, {"mulai": wrong.expected, "besar": upload.size})
    except UploadRefused as refused:
        return _refused(413, str(refused))
    return _say(200, {"mulai": here, "besar": upload.size})
