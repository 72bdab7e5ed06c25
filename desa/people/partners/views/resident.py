"""What people outside store here: a partner's yes or no, and a name on the list at the door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.people.partners import actions, published
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.forms.activities import AnswerForm
from desa.people.partners.forms.meetings import CheckInForm
from desa.people.partners.queries import by_code

wrong_codes = RateLimiter(attempts=20, seconds=300)
checked_in = RateLimiter(attempts=120, seconds=3600)
TOO_MANY = _("Terlalu banyak kode keliru. Tunggu 5 menit, atau minta bantuan petugas.")
FULL = _("Dari sambungan ini sudah banyak yang mengisi. Isilah daftar hadir kertas.")
NO_LINK = _("Tautan ini sudah dipakai atau sudah lewat waktu. Minta tautan baru di kantor desa.")
NO_MEETING = _("Kode ini tidak berlaku sekarang. Periksa kodenya, atau isi daftar hadir kertas.")
CHOOSE = _("Pilih salah satu tombolnya.")


@public
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows what is asked and changes nothing: chat programs open links to preview them."""
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        return refuse(request, 429, TOO_MANY)
    found = published.asked(code)
    if found is None:
        wrong_codes.count(client)
        return refuse(request, 404, NO_LINK)
    if request.method == "POST":
        return _answered(request, code, found)
    return render(request, "partners/public/confirm.html", {"asked": found})


def _answered(request: HttpRequest, code: str, found: published.PublishedAsk) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return refuse(request, 400, CHOOSE)
    try:
        note = form.cleaned_data["note"]
        actions.answer_by_link(code=code, took_part=form.took_part, note=note)
    except PartnersRefused as problem:
        return refuse(request, 410, problem.message)
    context = {"asked": found, "took_part": form.took_part}
    return render(request, "partners/public/thanks.html", context)


@public
@require_http_methods(["GET", "POST"])
def check_in(request: HttpRequest, code: str) -> HttpResponse:
    """The list at the door on one's own phone; open on the day of the meeting only."""
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        return refuse(request, 429, TOO_MANY)
    meeting = by_code(code)
    if meeting is None:
        wrong_codes.count(client)
        return refuse(request, 404, NO_MEETING)
    form = CheckInForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"meeting": meeting, "form": form}
        status = 422 if form.errors else 200
        return render(request, "partners/public/check_in.html", context, status=status)
    if checked_in.is_blocked(client):
        return refuse(request, 429, FULL)
    checked_in.count(client)
    is_new = actions.check_in(meeting=meeting, line=form.line)
    context = {"meeting": meeting, "name": form.line.name, "is_new": is_new}
    return render(request, "partners/public/checked_in.html", context)
