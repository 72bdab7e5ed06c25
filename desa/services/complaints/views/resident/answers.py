"""The reporter's word, by the status code alone: done or not, and what the office asked for."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import client_of
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.redaction import redact
from desa.foundation.files.exceptions import StoredFileError
from desa.foundation.files.queries import read_content
from desa.services.complaints import queries
from desa.services.complaints.actions import REPORTER, add_information, reporter_says
from desa.services.complaints.enums import AnswerVia
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint
from desa.services.complaints.rules.numbers import parse_number
from desa.services.complaints.views.public import TOO_MANY, no_case, wrong_codes

ANSWERS = {"sudah": True, "belum": False}


@public
@require_POST
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """One tap: `jawaban` is sudah or belum; what is still wrong may be said in `alasan`."""
    said, words = request.POST.get("jawaban", ""), redact(request.POST.get("alasan", ""))[:300]

    def say(complaint: Complaint) -> None:
        if said not in ANSWERS:
            raise ComplaintRefused(_("Pilih SUDAH atau BELUM, lalu kirim lagi."))
        reporter_says(
            by=REPORTER, complaint=complaint, good=ANSWERS[said], via=AnswerVia.CODE, words=words
        )

    return _acted(request, code, say)


@public
@require_POST
def inform(request: HttpRequest, code: str) -> HttpResponse:
    """What the office waits for: the clock runs again."""
    words = request.POST.get("keterangan", "")
    return _acted(
        request,
        code,
        lambda complaint: add_information(by=REPORTER, complaint=complaint, words=words),
    )


@public
@require_GET
def photo(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """A picture of a public case, as the office has decided to show it."""
    known = parse_number(number)
    found = queries.public_complaint(*known) if known else None
    photos = list(queries.public_photos(found)) if found else []
    if not 1 <= place <= len(photos):
        raise Http404(number)
    file = photos[place - 1].public_file
    try:
        content = read_content(file) if file else b""
    except StoredFileError:
        return refuse(request, 404, _("Foto ini tidak bisa dibuka."))
    answer = HttpResponse(content, content_type="image/jpeg")
    answer["Cache-Control"] = "public, max-age=300"
    return answer


def _acted(request: HttpRequest, code: str, act: Callable[[Complaint], object]) -> HttpResponse:
    """Back to the page of the code; a wrong code counts and tells nothing."""
    if wrong_codes.is_blocked(client_of(request)):
        return refuse(request, 429, TOO_MANY)
    complaint = _by_code(code)
    if complaint is None:
        return no_case(request)
    try:
        act(complaint)
    except ComplaintRefused as refused:
        return refuse(request, 409, refused.message)
    return redirect("complaints:status", complaint.code.value)


def _by_code(code: str) -> Complaint | None:
    try:
        return queries.by_status_code(StatusCode.parse(code).value)
    except ValueProblem:
        return None
