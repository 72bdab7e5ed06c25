"""The devices that watch, their tokens, and the program they run."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.infrastructure.connectivity.actions import add_probe, remove_probe, renew_token
from desa.infrastructure.connectivity.engine import probe as program
from desa.infrastructure.connectivity.forms import ProbeForm
from desa.infrastructure.connectivity.models import Probe
from desa.infrastructure.connectivity.queries.tokens import token_of
from desa.infrastructure.connectivity.views.office.common import EDIT, kept


@EDIT
@require_http_methods(["GET", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    form = ProbeForm(request.POST or None)
    probe = kept(form, lambda: add_probe(by=official(request), **form.cleaned_data))
    if probe is not None:
        return _token(request, probe)
    rows = Probe.objects.prefetch_related("points").order_by("name")
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "probes": rows}
    return render(request, "connectivity/office/probes.html", page, status=status)


@EDIT
@require_GET
def download(request: HttpRequest) -> HttpResponse:
    content = Path(program.__file__).read_bytes()
    response = HttpResponse(content, content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="pemantau.py"'
    return response


@EDIT
@require_POST
def token(request: HttpRequest, probe_id: int) -> HttpResponse:
    """A new token; the one before it opens nothing any more."""
    probe = renew_token(by=official(request), probe=get_object_or_404(Probe, pk=probe_id))
    return _token(request, probe)


@EDIT
@require_POST
def remove(request: HttpRequest, probe_id: int) -> HttpResponse:
    remove_probe(by=official(request), probe=get_object_or_404(Probe, pk=probe_id))
    return redirect("connectivity:probes")


def _token(request: HttpRequest, probe: Probe) -> HttpResponse:
    """Shown in answer to the POST alone, so that no address leads to it."""
    page = {"probe": probe, "token": token_of(probe), "server": request.build_absolute_uri("/")}
    return render(request, "connectivity/office/token.html", page)
