from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desa.foundation.core.http.access import requires
from desa.foundation.safekeeping.engine.journal import read_journal
from desa.foundation.safekeeping.permissions import SafekeepingPermission
from desa.foundation.safekeeping.queries import readings, worst


@requires(SafekeepingPermission.HEALTH_VIEW)
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    found = readings()
    context = {
        "readings": found,
        "worst": worst(found),
        "journal": read_journal(settings.FOLDER),
        "has_codes": settings.FOLDER.wrapped_keys.exists(),
    }
    return render(request, "safekeeping/office/health.html", context)
