"""The desk of agenda and notices: drafts, what runs, what is over; write, look, publish."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.paging import page_of
from desa.transparency.publishing import queries
from desa.transparency.publishing.actions.posts import (
    cancel_event,
    change_post,
    publish_post,
    remove_post,
    restore_post,
    write_post,
)
from desa.transparency.publishing.engine.cleaning import clean_html
from desa.transparency.publishing.enums import PublishingPermission
from desa.transparency.publishing.exceptions import PublishingRefused
from desa.transparency.publishing.forms import CancelForm, EventForm, NoticeForm, initial_of
from desa.transparency.publishing.models import Event, Notice
from desa.transparency.publishing.views.office.pages import (
    PUBLISH,
    WRITE,
    kind_of,
    model_of,
    page,
    post_of,
)

LOOK = "lihat"


def _form_of(
    kind: str, data: QueryDict | None, initial: dict[str, Any] | None = None
) -> EventForm | NoticeForm:
    if model_of(kind) is Event:
        return EventForm(data, initial=initial)
    return NoticeForm(data, initial=initial)


@WRITE
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        "publishing/office/overview.html",
        drafts=[(kind_of(post), post) for post in queries.drafts()],
        events=page_of(request, queries.coming_events(), "agenda", size=20),
        notices=page_of(request, queries.running_notices(), "kabar", size=20),
        removed=[(kind_of(post), post) for post in queries.removed_posts()],
    )


@WRITE
@require_GET
def archive(request: HttpRequest) -> HttpResponse:
    """What left the pages by itself; nothing of it is lost."""
    return page(
        request,
        "publishing/office/archive.html",
        notices=page_of(request, queries.archived_notices(), "kabar"),
        events=page_of(request, queries.passed_events(), "agenda"),
    )


@WRITE
@require_GET
def detail(request: HttpRequest, kind: str, post_id: int) -> HttpResponse:
    post = post_of(kind, post_id)
    may_publish = has_permission(official(request), PublishingPermission.PUBLISH)
    return page(
        request,
        "publishing/office/detail.html",
        post=post,
        kind=kind,
        may_publish=may_publish,
        may_change=may_publish or not post.is_published,
        history=queries.history_of(post),
    )


@WRITE
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, kind: str) -> HttpResponse:
    form = _form_of(kind, request.POST or None)
    if request.method == "POST" and form.is_valid() and LOOK not in request.POST:
        try:
            post = write_post(by=official(request), text=form.text(), key=form.submission_key)
        except PublishingRefused as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("publishing:detail", kind, post.pk)
    return _writing(request, kind, form, None)


@WRITE
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, kind: str, post_id: int) -> HttpResponse:
    post = post_of(kind, post_id)
    form = _form_of(kind, request.POST or None, initial_of(post))
    if request.method == "POST" and form.is_valid() and LOOK not in request.POST:
        seen = form.cleaned_data["revision"]
        try:
            change_post(by=official(request), post=post, text=form.text(), seen=seen)
        except PublishingRefused as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("publishing:detail", kind, post.pk)
    return _writing(request, kind, form, post)


def _writing(
    request: HttpRequest, kind: str, form: EventForm | NoticeForm, post: Event | Notice | None
) -> HttpResponse:
    source = form["source"].value() if isinstance(form, NoticeForm) else ""
    shown = clean_html(source or "") if LOOK in request.POST else ""
    return page(
        request, "publishing/office/write.html", form=form, kind=kind, post=post, preview=shown
    )


@PUBLISH
@require_POST
def publish(request: HttpRequest, kind: str, post_id: int) -> HttpResponse:
    post = post_of(kind, post_id)
    try:
        publish_post(by=official(request), post=post)
    except PublishingRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("publishing:detail", kind, post.pk)


@PUBLISH
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, post_id: int) -> HttpResponse:
    event = post_of("agenda", post_id)
    assert isinstance(event, Event)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            cancel_event(by=official(request), event=event, **form.cleaned_data)
        except PublishingRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("publishing:detail", "agenda", event.pk)
    return page(request, "publishing/office/cancel.html", form=form, post=event)


@WRITE
@require_POST
def remove(request: HttpRequest, kind: str, post_id: int) -> HttpResponse:
    remove_post(by=official(request), post=post_of(kind, post_id))
    return redirect("publishing:overview")


@WRITE
@require_POST
def restore(request: HttpRequest, kind: str, post_id: int) -> HttpResponse:
    post = restore_post(by=official(request), post=post_of(kind, post_id, removed=True))
    return redirect("publishing:detail", kind, post.pk)
