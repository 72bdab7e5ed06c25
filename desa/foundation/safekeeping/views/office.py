from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from desa.foundation.core.http.access import requires
from desa.foundation.jobs.actions import revive
from desa.foundation.jobs.queries import dead_jobs
from desa.foundation.safekeeping.actions import ask_for_backup
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
        "dead": dead_jobs(),
        "journal": read_journal(settings.FOLDER),
        "is_demo": settings.DEMO,
        "folder": settings.DATA_DIR,
        "has_target": settings.BACKUP_DIR is not None,
        "is_asked": "diminta" in request.GET,
        "has_codes": settings.FOLDER.wrapped_keys.exists(),
    }
    return render(request, "safekeeping/office/health.html", context)


@requires(SafekeepingPermission.BACKUP_MAKE)
@require_POST
def try_again(request: HttpRequest, job_id: int) -> HttpResponse:
    """Someone has looked at the cause; pressing twice finds it gone, which is just as well."""
    if job := dead_jobs().filter(pk=job_id).first():
        revive(by=request.user, job=job)  # type: ignore[arg-type]
    return redirect("safekeeping:health")


@requires(SafekeepingPermission.BACKUP_MAKE)
@require_POST
def back_up(request: HttpRequest) -> HttpResponse:
    """The worker makes it: a large village takes longer than a page may."""
    if not ask_for_backup(by=request.user):  # type: ignore[arg-type]
        raise Http404
    return redirect(f"{reverse('safekeeping:health')}?diminta=1")
