"""Sending a proposal, a photo of the place, and the word on finished work: by anyone, without an account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from desa.empowerment.planning import published
from desa.empowerment.planning.actions import PROPOSER, add_idea_photo, author_says, propose_once
from desa.empowerment.planning.actions.proposing import SENT
from desa.empowerment.planning.enums import Channel
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.forms.taking import PublicIdeaForm, SendIdeaForm, WordForm
from desa.empowerment.planning.models import Proposal
from desa.empowerment.planning.queries import by_status_code, taking_round
from desa.foundation.core import clock
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.uploads import cap_files
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.redaction import redact
from desa.foundation.files.actions import put_content, register_file, shrink_photo
from desa.foundation.files.exceptions import TOO_LARGE, PhotoRefused
from desa.foundation.files.rules import LARGEST_PHOTO, MEDIA_TYPE
from desa.foundation.intake.queries import first_result
from desa.foundation.tenancy.scope import current_village

# Many phones of one mobile operator share an address; a whole dusun sends less than this in an hour.
sent = RateLimiter(attempts=20, seconds=3600)
photos_sent = RateLimiter(attempts=20, seconds=3600)
wrong_codes = RateLimiter(attempts=10, seconds=300)
TOO_MANY = _(
    "Dari sambungan internet ini sudah banyak usulan masuk. Coba lagi satu jam lagi, atau sampaikan di kantor desa."
)
TOO_MANY_CODES = _("Terlalu banyak kode keliru. Tunggu 5 menit, atau tanyakan di kantor desa.")


@public
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """GET shows the form, the first POST the summary with the covered words, the second one sends."""
    round_ = published.taking()
    if round_ is None or not round_.takes:
        return render(request, "planning/public/closed.html", {"round": round_})
    if request.method == "GET":
        return _form(request, PublicIdeaForm())
    if "kirim_id" in request.POST:
        return _send(request)
    form = PublicIdeaForm(request.POST)
    if not form.is_valid() or "ubah" in request.POST:
        return _form(request, form)
    return _summary(request, form.cleaned_data)


def _form(request: HttpRequest, form: PublicIdeaForm) -> HttpResponse:
    status = 422 if form.errors else 200
    context = {"form": form, "round": published.taking()}
    return render(request, "planning/resident/propose.html", context, status=status)


def _summary(request: HttpRequest, data: dict[str, Any]) -> HttpResponse:
    title, story = redact(data["title"]), redact(data["story"])
    covered = (title, story) != (data["title"], data["story"])
    form = SendIdeaForm(initial=data)
    context = {"form": form, "title": title, "story": story, "is_covered": covered, "data": data}
    context["sent"] = [field for field in form if field.name not in ("kirim_id", "situs")]
    return render(request, "planning/resident/summary.html", context)


def _send(request: HttpRequest) -> HttpResponse:
    if first := first_result(request.POST.get("kirim_id", ""), SENT):
        return redirect("planning:status", Proposal.objects.get(pk=first).status_code)
    form, client = SendIdeaForm(request.POST), client_of(request)
    if "ubah" in request.POST or not form.is_valid():
        return _form(request, PublicIdeaForm(request.POST))
    if sent.is_blocked(client):
        return refuse(request, 429, TOO_MANY)
    round_ = taking_round(clock.today(current_village()))
    assert round_ is not None
    idea = form.idea(Channel.WEB)
    try:
        made = propose_once(by=PROPOSER, round_=round_, idea=idea, key=form.submission_key)
    except ProposalRefused as problem:
        return refuse(request, 409, problem.message)
    sent.count(client)
    return redirect("planning:status", made.status_code)


@public
@require_http_methods(["GET", "POST"])
def status(request: HttpRequest, code: str) -> HttpResponse:
    """The proposer's own page; the POST says whether the finished work is good."""
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        return refuse(request, 429, TOO_MANY_CODES)
    found = published.by_code(code)
    if found is None:
        wrong_codes.count(client)
        return render(request, "planning/public/no_status.html", {}, status=404)
    if request.method == "POST":
        return _say(request, code)
    return _status(request, found)


def _status(
    request: HttpRequest, found: published.ProposerPage, photo_problem: str = ""
) -> HttpResponse:
    context = {"status": found, "photo_problem": photo_problem}
    answer = 422 if photo_problem else 200
    return render(request, "planning/resident/status.html", context, status=answer)


def _say(request: HttpRequest, code: str) -> HttpResponse:
    form, own = WordForm(request.POST), _own(code)
    if own is None or not form.is_valid():
        return refuse(request, 409, _("Pilih SUDAH atau BELUM, lalu kirim lagi."))
    words = redact(form.cleaned_data["alasan"])
    good = form.cleaned_data["jawaban"] == "sudah"
    try:
        author_says(by=PROPOSER, proposal=own, good=good, words=words)
    except ProposalRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("planning:status", own.status_code)


@public
@require_POST
def send_photo(request: HttpRequest, code: str) -> HttpResponse:
    """A photo of the place, after the words are safe: a lost signal costs the photo only."""
    handler, client = cap_files(request, LARGEST_PHOTO), client_of(request)
    if wrong_codes.is_blocked(client) or photos_sent.is_blocked(client):
        return refuse(request, 429, TOO_MANY_CODES)
    found, own = published.by_code(code), _own(code)
    if found is None or own is None:
        wrong_codes.count(client)
        return render(request, "planning/public/no_status.html", {}, status=404)
    file = request.FILES.get("foto")
    if handler.too_large or file is None:
        said = TOO_LARGE if handler.too_large else _("Pilih dulu fotonya.")
        return _status(request, found, str(said))
    photos_sent.count(client)
    try:
        _keep_photo(own, file.read())
    except (PhotoRefused, ProposalRefused) as problem:
        return _status(request, found, str(problem))
    return redirect("planning:status", own.status_code)


def _keep_photo(own: Proposal, sent_bytes: bytes) -> None:
    content = shrink_photo(sent_bytes).content
    digest = put_content(content)
    stored = register_file(digest=digest, size=len(content), media_type=MEDIA_TYPE)
    add_idea_photo(by=PROPOSER, proposal=own, file=stored)


def _own(code: str) -> Proposal | None:
    try:
        return by_status_code(StatusCode.parse(code).value)
    except ValueProblem:
        return None
