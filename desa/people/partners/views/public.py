"""Partners, what they do and whether they keep what they promised; meetings and their decisions."""

from base64 import b64decode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desa.foundation.core.http.access import public
from desa.people.partners import published


@public
@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    context = {"groups": published.groups(), "meetings": published.meetings(5)}
    return render(request, "partners/public/partners.html", context)


@public
@require_safe
def partner(request: HttpRequest, partner_id: int) -> HttpResponse:
    found = published.partner(partner_id)
    if found is None:
        raise Http404
    return render(request, "partners/public/partner.html", {"partner": found})


@public
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    context = {"meetings": published.meetings(40), "coming": published.coming()}
    return render(request, "partners/public/meetings.html", context)


@public
@require_safe
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = published.meeting(meeting_id)
    if found is None:
        raise Http404
    return render(request, "partners/public/meeting.html", {"meeting": found})


@public
@require_safe
def photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    found = published.photo(photo_id)
    if found is None:
        raise Http404
    answer = HttpResponse(b64decode(found.base64), content_type="image/jpeg")
    answer["Cache-Control"] = "max-age=86400"
    return answer
