from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.accounts.models import User
from desa.foundation.core.http.access import requires, signed_in
from desa.foundation.core.ids import parse_public_id
from desa.foundation.core.registry import SearchHit
from desa.gateway.portal.enums import PortalPermission
from desa.gateway.portal.queries import MOST, find, letter_with_code, may_use, next_steps
from desa.people.residents.models import Person
from desa.services.letters.enums import LetterPermission
from desa.services.letters.queries import count_waiting, queue

LETTERS = "letters"


@signed_in
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The search box, and what waits for this official."""
    user = cast(User, request.user)
    sees = may_use(user, LETTERS, LetterPermission.LETTER_VIEW)
    approves = may_use(user, LETTERS, LetterPermission.LETTER_APPROVE)
    context = {
        "queue": queue() if sees else [],
        "waiting": count_waiting() if approves else 0,
        "has_register": Person.objects.exists(),
        "next_steps": next_steps(user),
    }
    return render(request, "portal/office/home.html", context)


@requires(PortalPermission.SEARCH)
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """POST, because the words may hold a NIK; nothing is stored."""
    words, user = request.POST.get("q", ""), cast(User, request.user)
    sees_letters = may_use(user, LETTERS, LetterPermission.LETTER_VIEW)
    if sees_letters and (letter := letter_with_code(words)):
        return redirect("letters:detail", letter.pk)
    may_make = may_use(user, LETTERS, LetterPermission.LETTER_MAKE)
    hits = [
        {"url": _first_act(hit, may_make=may_make), "title": hit.title, "note": hit.detail}
        for hit in find(words, user)
    ]
    context = {"hits": hits, "query": words, "is_cut": len(hits) >= MOST, "most": MOST}
    return render(request, "portal/office/search_results.html", context)


def _first_act(hit: SearchHit, *, may_make: bool) -> str:
    """A person at the counter has come for a letter."""
    if may_make and (person := hit.facts.get("person_id")):
        return reverse("letters:choose", args=[parse_public_id(person)])
    return hit.url
