"""Finding a resident, their page and their family card."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.actions import look
from desa.people.residents import presenters
from desa.people.residents.enums import ResidentsPermission, Status
from desa.people.residents.forms import SearchForm
from desa.people.residents.models import Family, Person
from desa.people.residents.queries.acts import acts_for
from desa.people.residents.queries.people import last_membership, last_residence
from desa.people.residents.queries.places import places
from desa.people.residents.queries.search import search as find

VIEW = requires(ResidentsPermission.VIEW)
MOST_HITS = 50


@VIEW
@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The words may be a NIK, so they come by POST and stand in no address."""
    form = SearchForm(request.POST or None)
    hits = find(form.cleaned_data["q"], MOST_HITS) if form.is_valid() else []
    context = {
        "form": form,
        "rows": presenters.hits(hits),
        "people": Person.objects.filter(status=Status.ALIVE).count(),
        "most": MOST_HITS,
    }
    status = 422 if form.errors else 200
    return render(request, "residents/office/search.html", context, status=status)


@VIEW
@require_GET
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    return _person_page(request, get_object_or_404(Person, pk=person_id), "biodata")


@VIEW
@require_POST
def numbers(request: HttpRequest, person_id: int) -> HttpResponse:
    """The same page with NIK and KK in full, or these alone as a part; a POST, because it is asked for and logged."""
    found = get_object_or_404(Person, pk=person_id)
    return _person_page(request, found, "nik", unmasked=True)


def _person_page(
    request: HttpRequest, person: Person, purpose: str, *, unmasked: bool = False
) -> HttpResponse:
    look(by=official(request), person_id=person.pk, purpose=purpose)
    membership, residence = last_membership(person), last_residence(person)
    context = {
        "person": person,
        "unmasked": unmasked,
        "facts": presenters.facts(person, clock.today(current_village())),
        "membership": membership,
        "residence": residence,
        "acts": acts_for(official(request)) if person.is_alive else [],
        "place": places()[residence.area_id if residence else None],
    }
    if unmasked and "Desa-Part" in request.headers:
        response = render(request, "residents/office/numbers.html", context)
        response["Desa-Part"] = "angka"
        return response
    return render(request, "residents/office/person.html", context)


@VIEW
@require_GET
def family(request: HttpRequest, family_id: int) -> HttpResponse:
    card = get_object_or_404(Family, pk=family_id)
    memberships = card.memberships.filter(valid_to__isnull=True).select_related("person")
    rows = presenters.members(
        memberships.order_by("shdk", "person__birth_date"), clock.today(current_village())
    )
    return render(request, "residents/office/family.html", {"family": card, "rows": rows})
