"""Who did what, and who looked at whose data."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from desa.foundation.accounts.models import User
from desa.gateway.portal.presenters import line_of, who
from desa.gateway.portal.queries import events_for, looks_for
from desa.gateway.portal.views.office.pages import SETTINGS, page
from desa.people.residents.models import Person

SHOWN = 100


@SETTINGS
@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """The newest hundred of each; names of residents, no numbers."""
    user = cast(User, request.user)
    events = events_for(user)[:SHOWN]
    looks = list(looks_for(user)[:SHOWN])
    names = dict(
        Person.objects.filter(pk__in={look.person_id for look in looks}).values_list("pk", "name")
    )
    seen = [(look, who(look), names.get(look.person_id, "")) for look in looks]
    return page(
        request,
        "portal/office/history.html",
        None,
        lines=[line_of(event) for event in events],
        looks=seen,
    )
