"""What comes in from outside and is stored: the posts of probes, and "Wi-Fi mati"."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.core.http.access import public, signed
from desa.foundation.core.ids import parse_public_id
from desa.foundation.core.limits import RateLimiter, client_of
from desa.infrastructure.connectivity import published
from desa.infrastructure.connectivity.actions import report_down, take_post
from desa.infrastructure.connectivity.exceptions import PostRefused
from desa.infrastructure.connectivity.models import Point, Probe
from desa.infrastructure.connectivity.queries.tokens import secret_of
from desa.infrastructure.connectivity.rules.posts import CLOCK_TOLERANCE, is_signed, seal

forged = RateLimiter(attempts=20, seconds=300)
posted = RateLimiter(attempts=400, seconds=60)
reported = RateLimiter(attempts=6, seconds=600)


@public
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, point_id: int | None = None) -> HttpResponse:
    """ "Wi-Fi mati": by the button, or by the QR of a poster, which names its point."""
    point = published.point(point_id) if point_id else None
    if point_id and point is None:
        raise Http404
    problem, status = "", 200
    if request.method == "POST":
        chosen = _chosen(request.POST.get("titik", point.id if point else ""))
        problem, status = _refusal(request, chosen)
        if chosen and not problem:
            report_down(point=chosen)
            return redirect("connectivity:thanks", chosen.pk)
    page = {"point": point, "choices": published.choices(), "problem": problem}
    return render(request, "connectivity/resident/report.html", page, status=status)


def _refusal(request: HttpRequest, chosen: Point | None) -> tuple[str, int]:
    """Why it is not taken, empty when it is; what is taken is counted."""
    client = client_of(request)
    if chosen is None:
        return _("Pilih dulu titik Wi-Fi yang mati."), 422
    if reported.is_blocked(client):
        return _("Laporan Anda sudah kami terima. Tunggu 10 menit."), 429
    reported.count(client)
    return "", 200


def _chosen(text: str) -> Point | None:
    try:
        return Point.objects.filter(pk=parse_public_id(text)).first()
    except ValueError:
        return None


@signed
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """A signed post of a probe; the answer is signed for exactly that post."""
    client = client_of(request)
    if forged.is_blocked(client) or posted.is_blocked(request.headers.get("X-Pemantau", "")):
        return _plain(_("Terlalu sering. Tunggu lima menit."), 429)
    probe, signature = _probe(request), request.headers.get("X-Tanda", "")
    if probe is None or not is_signed(secret_of(probe), request.body, signature):
        forged.count(client)
        return _plain(_("Tanda kiriman tidak sah. Buat token baru di kantor desa."), 403)
    posted.count(probe.public_id)
    try:
        probe = take_post(probe=probe, body=request.body)
    except PostRefused as problem:
        return _plain(str(problem.message), 422)
    text = json.dumps(_answer(probe)).encode()
    response = HttpResponse(text, content_type="application/json")
    response["X-Tanda"] = seal(secret_of(probe), signature.encode(), text)
    response["Cache-Control"] = "no-store"
    return response


def _probe(request: HttpRequest) -> Probe | None:
    try:
        probe_id = parse_public_id(request.headers.get("X-Pemantau", ""))
    except ValueError:
        return None
    return Probe.objects.filter(pk=probe_id).first()


def _answer(probe: Probe) -> dict[str, object]:
    """What to ask from now on, and what need not be kept any longer."""
    watched = Point.objects.filter(probe=probe).exclude(address="").order_by("pk")
    return {
        "acknowledged": probe.last_line,
        "last_number": probe.last_number,
        "offset": probe.clock_offset,
        "note": _clock_note(probe.clock_offset),
        "targets": [{"point": each.public_id, "address": each.address} for each in watched],
    }


def _clock_note(offset: int) -> str:
    if abs(offset) <= CLOCK_TOLERANCE:
        return ""
    minutes = round(abs(offset) / 60)
    if offset > 0:
        return _("jam alat ini tertinggal %(minutes)s menit; waktunya dibetulkan server") % {
            "minutes": minutes
        }
    return _("jam alat ini terlalu cepat %(minutes)s menit; waktunya dibetulkan server") % {
        "minutes": minutes
    }


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
