"""Large words to turn to the resident, or to read to them: before it is sent, and afterwards."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.intake.actions import save_draft
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.rules import kept
from desa.foundation.papers.rules.document import Document
from desa.foundation.trail.actions import look
from desa.people.residents.models import Person
from desa.services.letters.enums import LetterPermission
from desa.services.letters.exceptions import NoSigner
from desa.services.letters.forms import LetterForm
from desa.services.letters.queries import compose, letters, usual_signer, words_of
from desa.services.letters.rules.kinds import LetterKind
from desa.services.letters.views.office.counter import draft_key, kind_or_404

VIEW = requires(LetterPermission.LETTER_VIEW)
MAKE = requires(LetterPermission.LETTER_MAKE)


@VIEW
@require_GET
def read_aloud(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter = get_object_or_404(letters(), pk=letter_id)
    back = {"url": reverse("letters:detail", args=[letter.pk]), "text": _("Kembali ke surat")}
    return _aloud(request, letter.person, letter.kind_data, partial(words_of, letter), back)


@MAKE
@require_POST
def read_typed(request: HttpRequest, person_id: int, slug: str) -> HttpResponse:
    """What is typed so far; it is kept as a draft, so that the way back finds it."""
    kind, person = kind_or_404(slug), get_object_or_404(Person, pk=person_id)
    with suppress(DraftRefused):
        save_draft(**draft_key(request, kind, person), data=kept(request.POST.lists()))
    url = reverse("letters:make", args=[person.pk, kind.slug])
    answers = LetterForm(kind, request.POST).answers()
    back = {"url": url, "text": _("Kembali mengisi")}
    return _aloud(
        request, person, kind, lambda: compose(kind, person, answers, usual_signer()), back
    )


def _aloud(
    request: HttpRequest,
    person: Person,
    kind: LetterKind,
    words: Callable[[], Document],
    back: Mapping[str, str],
) -> HttpResponse:
    look(by=official(request), person_id=person.pk, purpose="dibacakan")
    try:
        document = words()
    except NoSigner as problem:
        return refuse(request, 409, problem.message)
    context = {"kind": kind, "document": document, "back": back}
    return render(request, "letters/office/read_aloud.html", context)
