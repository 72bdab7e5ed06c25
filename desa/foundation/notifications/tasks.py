"""Sending e-mail from a job, and forgetting what is long done."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.foundation.jobs.actions import enqueue
from desa.foundation.jobs.exceptions import TaskProblem
from desa.foundation.notifications.actions import confirm_email, forget_old, note_failure
from desa.foundation.notifications.engine.post import AddressRefused, post
from desa.foundation.notifications.enums import EMAIL_TASK, Channel, NoticeState
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.queries import email_is_on

POSTMAN = SystemActor("pengirim surel")
MOST_ATTEMPTS = 6


def run_send_email(args: TaskArgs) -> None:
    """At least once: what was sent and not noted goes again under the same Message-ID."""
    notice = Notice.objects.filter(pk=int(args["notice"]), state=NoticeState.QUEUED).first()
    if notice is None or not notice.may_go_now or not email_is_on():
        return
    try:
        post(to=notice.email, subject=notice.subject, text=notice.text, identity=notice.public_id)
    except AddressRefused:
        note_failure(by=POSTMAN, notice=notice, problem="alamat ditolak", final=True)
    except OSError as problem:
        final = notice.attempts + 1 >= MOST_ATTEMPTS
        note_failure(by=POSTMAN, notice=notice, problem="server surel", final=final)
        if not final:
            raise TaskProblem(f"mail server: {type(problem).__name__}") from None
    else:
        confirm_email(by=POSTMAN, notice=notice)


def run_send_waiting(args: TaskArgs) -> None:
    """E-mails that were queued while there was no mail server, or whose job was lost."""
    if not email_is_on():
        return
    due = Notice.objects.filter(
        channel=Channel.EMAIL, state=NoticeState.QUEUED, not_before__lte=clock.now()
    )
    for key in due.values_list("pk", flat=True):
        enqueue(task=EMAIL_TASK, key=str(key), args={"notice": key})


def run_forget_old(args: TaskArgs) -> None:
    forget_old(by=SystemActor("perawatan pesan"))
