"""Info Desa: what happens next, what must be known now, who the village is, and what it tells."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desa.foundation.core import clock
from desa.foundation.core.http.access import public
from desa.foundation.core.http.finished import LONGEST, keep
from desa.foundation.servicelevels import published as servicelevels
from desa.transparency.publishing.published import items as list_of_items
from desa.transparency.publishing.published import posts
from desa.transparency.publishing.published import profile as profiles


def _kept(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    page = render(request, name, context)
    return keep(page, until=clock.now() + LONGEST)


def _send_on(text: str) -> dict[str, str]:
    """The text to copy, and the address that opens WhatsApp with it."""
    return {"share": text, "share_url": f"https://wa.me/?text={quote(text)}"}


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return _kept(
        request,
        "publishing/public/index.html",
        events=posts.next_events(),
        announcements=posts.announcements(),
        news=posts.news(),
    )


@public
@require_safe
def past(request: HttpRequest) -> HttpResponse:
    return _kept(request, "publishing/public/past.html", events=posts.past_events())


@public
@require_safe
def event(request: HttpRequest, event_id: int) -> HttpResponse:
    found = posts.event(event_id)
    if found is None:
        raise Http404
    return _kept(request, "publishing/public/event.html", event=found, **_send_on(found.share))


@public
@require_safe
def event_file(request: HttpRequest, event_id: int) -> HttpResponse:
    body = posts.event_file(event_id)
    if body is None:
        raise Http404
    return HttpResponse(body, content_type=posts.CALENDAR)


@public
@require_safe
def agenda_file(request: HttpRequest) -> HttpResponse:
    return HttpResponse(posts.agenda_file(), content_type=posts.CALENDAR)


@public
@require_safe
def notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """After its last day the address still answers, without the text."""
    found = posts.notice(notice_id)
    if found is None:
        raise Http404
    if found.has_ended:
        return render(request, "publishing/public/ended.html", {"kabar": found}, status=410)
    return _kept(request, "publishing/public/notice.html", kabar=found, **_send_on(found.share))


@public
@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    return _kept(
        request,
        "publishing/public/profile.html",
        profile=profiles.profile(),
        hours=servicelevels.hours(),
    )


@public
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    found = list_of_items.listed_items()
    told = sum(1 for item in found if item.level_words)
    return _kept(request, "publishing/public/items.html", items=found, told=told)


@public
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    return _kept(request, "publishing/public/ask.html", hours=servicelevels.hours())
