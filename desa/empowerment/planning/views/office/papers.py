"""Papers to print: the empty sheet of a musdus, ballots, and the answers that the RT carry to people."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET

from desa.empowerment.planning.engine.papers import make_paper
from desa.empowerment.planning.forms.taking import ROWS
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.policies import TIES
from desa.empowerment.planning.published.proposals import PublishedProposal, line
from desa.empowerment.planning.queries import dusun, electable, place_groups
from desa.empowerment.planning.views.office.case import CONTACT, PURPOSE
from desa.empowerment.planning.views.office.desk import TAKE, chosen_round
from desa.empowerment.planning.views.office.musdes import COUNT, round_or_404
from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.actions import look

MOST_SHEETS = 300
EXAMPLE = "CONTOH"


def _values(title: str, explanation: str, **more: Any) -> dict[str, Any]:
    mark = EXAMPLE if settings.DEMO else ""
    village = current_village().name
    return {"title": title, "explanation": explanation, "village": village, "mark": mark, **more}


def _pdf(name: str, values: dict[str, Any], file_name: str) -> HttpResponse:
    content = make_paper(name, values, timestamp=int(clock.now().timestamp()))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{file_name}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@TAKE
@require_GET
def empty_sheet(request: HttpRequest) -> HttpResponse:
    """For one dusun, or for any."""
    round_, asked = chosen_round(request), request.GET.get("dusun", "")
    area = dusun().filter(pk=int(asked)).first() if asked.isascii() and asked.isdigit() else None
    year = round_.year if round_ else clock.today(current_village()).year + 1
    with override(settings.LANGUAGE_CODE):
        title = _("Lembar musyawarah dusun, usulan %(year)s") % {"year": year}
        words = _("Diisi bersama di musyawarah dusun, lalu diketik di kantor desa.")
        values = _values(title, words, hamlet=area.name if area else "", rows=ROWS)
        return _pdf("sheet", values, f"lembar-musdus-{year}")


@COUNT
@require_GET
def ballot_sheets(request: HttpRequest) -> HttpResponse:
    """`dari` and `sampai`: the numbers in the corners."""
    round_ = round_or_404(request)
    first, last = (_number(request, name, usual) for name, usual in (("dari", 1), ("sampai", 20)))
    if not 1 <= first <= last or last - first >= MOST_SHEETS:
        raise Http404
    with override(settings.LANGUAGE_CODE):
        title = _("Pilihan usulan untuk %(year)s") % {"year": round_.year}
        words = _(
            "Centang semua usulan yang Anda setujui. Jangan tulis nama. Satu orang satu lembar."
        )
        projects = [
            _project(row) for row in electable(round_).select_related("area__parent__parent")
        ]
        numbers = list(range(first, last + 1))
        values = _values(title, words, projects=projects, sheets=numbers, ties=str(TIES))
        return _pdf("ballot", values, f"lembar-pilihan-{round_.year}")


def _number(request: HttpRequest, name: str, usual: int) -> int:
    typed = request.GET.get(name, "")
    return int(typed[:6]) if typed.isascii() and typed.isdigit() else usual


def _project(row: Proposal) -> dict[str, Any]:
    place = line(row).place
    cost = row.cost.short if row.cost else ""
    return {"number": row.number, "title": row.title, "place": place, "cost": cost}


@CONTACT
@require_GET
def answers(request: HttpRequest) -> HttpResponse:
    """By RT, with the names of those who gave no phone: each look at a name is noted."""
    round_ = round_or_404(request)
    if round_.published_at is None:
        raise Http404
    with override(settings.LANGUAGE_CODE):
        title = _("Jawaban usulan %(year)s") % {"year": round_.year}
        words = _("Untuk Ketua RT: sampaikan kepada pengusul yang tidak punya HP.")
        values = _values(title, words, places=_places(request, round_))
        return _pdf("answers", values, f"jawaban-usulan-{round_.year}")


def _places(request: HttpRequest, round_: Round) -> list[dict[str, Any]]:
    return [
        {"name": name, "rows": [_answer(request, row) for row in rows]}
        for name, rows in place_groups(round_)
    ]


def _answer(request: HttpRequest, row: Proposal) -> dict[str, Any]:
    told, contact = line(row), next(iter(row.proposers.all()), None)
    if contact and contact.name:
        look(by=official(request), person_id=contact.pk, purpose=PURPOSE)
    outside = ""
    if told.outside_body:
        words = {"body": told.outside_body, "number": told.outside_number}
        outside = _("Diteruskan ke %(body)s, nomor %(number)s") % words
    return {
        "number": row.number,
        "title": row.title,
        "state": _state(told),
        "reason": told.reason,
        "outside": outside,
        "proposer": contact.name if contact else "",
    }


def _state(told: PublishedProposal) -> str:
    state = told.state_label
    if told.for_year:
        state = _("%(state)s untuk %(year)s") % {"state": state, "year": told.for_year}
    if told.merged_with:
        words = {"state": state, "number": told.merged_with}
        state = _("%(state)s, digabung dengan nomor %(number)s") % words
    return state
