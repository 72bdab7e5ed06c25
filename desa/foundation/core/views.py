"""Pages that belong to no room: display settings and the gallery of the design system."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from desa.foundation.core import display, gallery_samples
from desa.foundation.core.http.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def display_settings(request: HttpRequest) -> HttpResponse:
    """Sets the one cookie a visitor may ask for; the origin of the form is checked by middleware."""
    if request.method != "POST":
        now = display.Display.of(request)
        form = display.DisplayForm(initial={"tema": now.theme, "huruf": now.size})
        back = display.local_path(request.GET.get("kembali", ""), "/")
        return render(request, "core/display.html", {"form": form, "back": back})
    response = HttpResponseRedirect(display.local_path(request.POST.get("kembali", ""), "/"))
    display.remember(response, display.chosen(request, request.POST), secure=request.is_secure())
    return response


@public
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every part of the design system; `?tema=gelap&huruf=besar` shows it in other clothes."""
    return _show(request, "core/gallery.html", gallery_samples.public())


@public
@require_safe
def gallery_office(request: HttpRequest) -> HttpResponse:
    """The frame and the parts of the office."""
    return _show(request, "core/gallery_office.html", gallery_samples.office())


def _show(request: HttpRequest, template: str, samples: dict[str, object]) -> HttpResponse:
    """With a made-up CSRF token: a real one would be a cookie, and nothing here is sent."""
    clothes = display.chosen(request, request.GET)
    frame = {"display": clothes, "csrf_token": "contoh"}
    return render(request, template, samples | frame)
