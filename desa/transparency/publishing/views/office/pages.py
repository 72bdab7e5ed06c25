"""What every office page of the room shares."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desa.foundation.core.http.access import requires
from desa.transparency.publishing.enums import PublishingPermission
from desa.transparency.publishing.models import Event, Notice

WRITE = requires(PublishingPermission.WRITE)
PUBLISH = requires(PublishingPermission.PUBLISH)
MODELS: dict[str, type[Event] | type[Notice]] = {"agenda": Event, "kabar": Notice}


def model_of(kind: str) -> type[Event] | type[Notice]:
    if kind not in MODELS:
        raise Http404(kind)
    return MODELS[kind]


def post_of(kind: str, post_id: int, *, removed: bool = False) -> Event | Notice:
    model = model_of(kind)
    rows: QuerySet[Any] = model.base_objects.all() if removed else model.objects.all()
    found: Event | Notice = get_object_or_404(rows, pk=post_id)
    return found


def kind_of(post: Event | Notice) -> str:
    return "agenda" if isinstance(post, Event) else "kabar"


def page(request: HttpRequest, name: str, **context: Any) -> HttpResponse:
    """422 when its form has errors."""
    form = context.get("form")
    status = 422 if form is not None and form.errors else 200
    return render(request, name, context, status=status)
