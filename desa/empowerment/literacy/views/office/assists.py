"""Help on one screen, its code for the resident, and the sheet for who has no phone."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.empowerment.literacy import actions
from desa.empowerment.literacy.enums import LiteracyPermission
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.forms import AssistForm, FindForm, PaperForm
from desa.empowerment.literacy.models import Assist
from desa.empowerment.literacy.presenters.sheets import assist_sheet
from desa.empowerment.literacy.views.office.who import (
    ASSIST,
    PAPER,
    VIEW,
    assist_of,
    may,
    pdf,
    people_like,
    person_of,
    reach,
)
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.errors import refuse
from desa.foundation.tenancy.scope import current_village


@ASSIST
@require_http_methods(["GET", "POST"])
def log(request: HttpRequest) -> HttpResponse:
    own = reach(request)
    form = AssistForm(request.POST if request.method == "POST" else None, reach=own)
    if request.method == "POST" and not own.is_nowhere and form.is_valid():
        try:
            made = actions.log_once(
                by=official(request), entry=form.entry(), key=form.submission_key
            )
        except LiteracyRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("literacy:assist", made.pk)
    context = {"form": form, "reach": own}
    return render(request, "literacy/office/log.html", context, status=422 if form.errors else 200)


@VIEW
@require_GET
def detail(request: HttpRequest, assist_id: int) -> HttpResponse:
    return _detail(request, assist_of(request, assist_id), PaperForm(), FindForm())


def _detail(
    request: HttpRequest, assist: Assist, paper: PaperForm, find: FindForm, hits: object = None
) -> HttpResponse:
    path = reverse("literacy:confirm", args=[assist.code])
    address = (
        f"{current_village().public_address}{path}" if current_village().public_address else ""
    )
    text = _share_text(assist, address)
    own_help = assist.cadre.user_id == official(request).pk
    context = {
        "assist": assist,
        "share": text,
        "share_url": f"https://wa.me/?text={quote(text)}",
        "paper": paper if may(request, LiteracyPermission.PAPER) and not own_help else None,
        "find": find if may(request, LiteracyPermission.ASSIST) else None,
        "hits": hits,
    }
    status = 422 if paper.errors or find.errors else 200
    return render(request, "literacy/office/assist.html", context, status=status)


def _share_text(assist: Assist, address: str) -> str:
    """For the resident, so in the language of the village."""
    with translation.override(settings.LANGUAGE_CODE):
        return _words(assist, address)


def _words(assist: Assist, address: str) -> str:
    where = address or _("situs desa, halaman Belajar, tombol “Saya dibantu kader”")
    words = _(
        "Apakah kader desa membantu Anda: %(helps)s? Ketuk “ya” di %(where)s. Kode: %(code)s."
    )
    return words % {
        "helps": assist.helps_text,
        "where": where,
        "code": assist.spoken_code.display,
    }


@PAPER
@require_POST
def on_paper(request: HttpRequest, assist_id: int) -> HttpResponse:
    assist, form = assist_of(request, assist_id), PaperForm(request.POST)
    if not form.is_valid():
        return _detail(request, assist, form, FindForm())
    try:
        actions.confirm_on_paper(by=official(request), assist=assist, via=form.chosen)
    except LiteracyRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("literacy:assist", assist.pk)


@ASSIST
@require_POST
def link(request: HttpRequest, assist_id: int) -> HttpResponse:
    """Look for the resident, then name them; both by POST."""
    assist = assist_of(request, assist_id)
    if "warga" not in request.POST:
        form = FindForm(request.POST)
        hits = people_like(request, form.cleaned_data["words"]) if form.is_valid() else None
        return _detail(request, assist, PaperForm(), form, hits)
    person = person_of(request, request.POST["warga"])
    try:
        actions.follow(by=official(request), assist=assist, person=person)
    except LiteracyRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("literacy:assist", assist.pk)


@ASSIST
@require_GET
def sheet(request: HttpRequest) -> HttpResponse:
    return pdf(assist_sheet(), "lembar-pendampingan.pdf")
