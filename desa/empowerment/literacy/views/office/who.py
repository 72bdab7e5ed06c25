"""Who looks, what they reach, and the one way in which a page gets its row: a stranger's is not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from desa.empowerment.literacy.enums import LiteracyPermission
from desa.empowerment.literacy.models import Assist, LearningClass, Participant
from desa.empowerment.literacy.queries import Reach, reach_of
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.ids import parse_public_id
from desa.people.residents.models import Person
from desa.people.residents.queries import PersonHit, current_place, search

VIEW = requires(LiteracyPermission.VIEW)
TEACH = requires(LiteracyPermission.TEACH)
ASSIST = requires(LiteracyPermission.ASSIST)
PAPER = requires(LiteracyPermission.PAPER)
CADRES = requires(LiteracyPermission.CADRES)
SKILLS = requires(LiteracyPermission.SKILLS)
MOST_HITS = 6


def may(request: HttpRequest, permission: LiteracyPermission) -> bool:
    return has_permission(official(request), permission)


def reach(request: HttpRequest) -> Reach:
    return reach_of(official(request))


def class_of(request: HttpRequest, class_id: int) -> LearningClass:
    return get_object_or_404(reach(request).classes(), pk=class_id)


def assist_of(request: HttpRequest, assist_id: int) -> Assist:
    return get_object_or_404(reach(request).assists(), pk=assist_id)


def participant_of(request: HttpRequest, participant_id: int) -> Participant:
    rows = Participant.objects.select_related("learning_class__dusun")
    return get_object_or_404(rows, pk=participant_id, learning_class__in=reach(request).classes())


def people_like(request: HttpRequest, words: str) -> list[PersonHit]:
    """Living residents; a cadre finds those of their own dusun only."""
    own = reach(request)
    names = {area.name for area in own.hamlets()}
    hits = search(words, MOST_HITS * 10)
    near = [hit for hit in hits if own.everywhere or hit.place.dusun in names]
    return [hit for hit in near if hit.is_alive][:MOST_HITS]


def person_of(request: HttpRequest, public: str) -> Person:
    """The resident whom a button of the found ones names; 404 for one out of reach."""
    try:
        found = get_object_or_404(Person, pk=parse_public_id(public))
    except ValueError:
        raise Http404 from None
    own = reach(request)
    names = {area.name for area in own.hamlets()}
    if not own.everywhere and current_place(found).dusun not in names:
        raise Http404
    return found


def pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
