"""The outbox: what waits for a human tap, and what was sent."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.core.actions import Actor
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.paging import page_of
from desa.foundation.notifications import actions
from desa.foundation.notifications.enums import NotificationsPermission
from desa.foundation.notifications.exceptions import NoticeRefused
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.queries import email_is_on, history, visible, waiting

SEND = requires(NotificationsPermission.NOTICE_SEND)
SIZE = 20


def _offices(request: HttpRequest) -> frozenset[str]:
    """Of the official whom the access guard let in."""
    return cast(frozenset[str], request.offices)  # type: ignore[attr-defined]


@SEND
@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    notices = page_of(request, waiting(_offices(request)), "menunggu", SIZE)
    context = {"notices": notices, "email_is_on": email_is_on()}
    return render(request, "notifications/office/outbox.html", context)


@SEND
@require_GET
def sent(request: HttpRequest) -> HttpResponse:
    notices = page_of(request, history(_offices(request)), "riwayat")
    return render(request, "notifications/office/history.html", {"notices": notices})


def _step(request: HttpRequest, notice_id: int, act: Callable[..., Notice]) -> HttpResponse:
    notice = get_object_or_404(visible(_offices(request)), pk=notice_id)
    try:
        act(by=cast(Actor, request.user), notice=notice)
    except NoticeRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("notifications:outbox")


@SEND
@require_POST
def mark_sent(request: HttpRequest, notice_id: int) -> HttpResponse:
    return _step(request, notice_id, actions.mark_sent)


@SEND
@require_POST
def cancel(request: HttpRequest, notice_id: int) -> HttpResponse:
    return _step(request, notice_id, actions.cancel)


@SEND
@require_POST
def try_again(request: HttpRequest, notice_id: int) -> HttpResponse:
    return _step(request, notice_id, actions.try_again)
