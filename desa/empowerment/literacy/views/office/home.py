"""The first page of the room, on a cadre's phone first, and who manages alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desa.empowerment.literacy.enums import LiteracyPermission
from desa.empowerment.literacy.queries import first_requests, hurried_of
from desa.empowerment.literacy.views.office.who import SKILLS, VIEW, may, reach
from desa.foundation.core import clock
from desa.foundation.core.http.paging import page_of


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    own, now = reach(request), clock.now()
    rows = own.assists()
    assists = page_of(request, rows.order_by("-at", "-pk"), "bantuan", 12)
    classes = own.classes()
    context = {
        "reach": own,
        "waiting": rows.filter(confirmed_at__isnull=True, denied_at__isnull=True).count(),
        "assists": assists,
        "hurried": hurried_of(list(assists)),
        "coming": classes.filter(starts_at__gte=now, called_off="").order_by("starts_at")[:12],
        "held": page_of(
            request, classes.filter(starts_at__lt=now).order_by("-starts_at"), "kelas", 12
        ),
        "may_assist": may(request, LiteracyPermission.ASSIST) and not own.is_nowhere,
        "may_cadres": may(request, LiteracyPermission.CADRES),
        "may_skills": may(request, LiteracyPermission.SKILLS),
    }
    return render(request, "literacy/office/overview.html", context)


@SKILLS
@require_GET
def alone(request: HttpRequest) -> HttpResponse:
    """How many made their first request alone; numbers only."""
    context = {"found": first_requests(clock.now())}
    return render(request, "literacy/office/alone.html", context)
