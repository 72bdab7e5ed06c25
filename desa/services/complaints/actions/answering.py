"""The office answers, and the reporter alone says whether that is the end."""

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.services.complaints.actions.common import (
    demand,
    demand_handler,
    demand_words,
    end_clock,
    locked,
    move,
    new_clock,
    run_clock,
    settle,
    stop_clock,
    tell,
)
from desa.services.complaints.actions.telling import ask_reporters
from desa.services.complaints.enums import AnswerVia, ComplaintPermission, ComplaintState, Step
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint, ReporterAnswer
from desa.services.complaints.queries import WAIT_FOR_REPORTER
from desa.services.complaints.rules.answers import Verdict, verdict
from desa.services.complaints.transitions import ASKED, Word

S = ComplaintState
LONGEST_ANSWER = 600
WAITS = _("Menunggu jawaban pelapor")
CLOCK = SystemActor("waktu tunggu jawaban pelapor")


@action
def answer_complaint(*, by: User, complaint: Complaint, answer: str) -> Complaint:
    """What was done; from now on the reporter is asked and our clock stands. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    run_clock(current, by)
    move(current, S.ANSWERED)
    current.answer = demand_words(answer, LONGEST_ANSWER)
    current.answered_at = clock.now()
    stop_clock(current, by, str(WAITS))
    settle(current)
    tell(current, Step.STATE, by, current.answer)
    ask_reporters(by, current)
    record("complaints.complaint.answered", current, by, number=current.public_number)
    return current


@action
def reporter_says(
    *, by: Actor, complaint: Complaint, good: bool, via: AnswerVia, words: str = ""
) -> Complaint:
    """ "Sudah" or "belum" of who filed `complaint`; also one that was put together with another.

    Gives the case that the word is about. Raises ComplaintRefused while nothing was asked.
    """
    main = locked(complaint.merged_into or complaint)
    if isinstance(by, User):
        demand(by, main, ComplaintPermission.VIEW)
    if main.state not in ASKED:
        raise ComplaintRefused(_("Laporan ini belum ditanggapi, jadi belum bisa dijawab."))
    if good and main.state == S.CONFIRMED:
        return main
    values = {"good": good, "via": via, "words": words.strip()[:300], "at": clock.now()}
    ReporterAnswer.objects.update_or_create(
        complaint_id=complaint.pk, round=main.reopened, defaults=values
    )
    said = _("Sudah") if good else _("Belum")
    tell(main, Step.ANSWER, by, ". ".join(part for part in (str(said), words.strip()) if part))
    record("complaints.complaint.reporter_said", main, by, good=good, via=via.value)
    _judge(main, by, time_is_up=main.state == S.UNCONFIRMED)
    return main


@action
def close_unanswered(*, complaint: Complaint) -> Complaint:
    """Time is up: without anyone's word it is closed, and never counts as confirmed."""
    current = locked(complaint)
    if current.state == S.ANSWERED and clock.now() >= current.state_since + WAIT_FOR_REPORTER:
        _judge(current, CLOCK, time_is_up=True)
    return current


def _judge(main: Complaint, by: Actor, *, time_is_up: bool) -> None:
    said = verdict(_answers(main), time_is_up=time_is_up)
    if said is Verdict.REOPEN:
        _reopen(main, by)
    elif said is Verdict.CONFIRMED:
        _close(main, by, S.CONFIRMED, "confirmed")
    elif said is Verdict.UNANSWERED and main.state == S.ANSWERED:
        _close(main, by, S.UNCONFIRMED, "closed_unanswered")


def _answers(main: Complaint) -> list[bool | None]:
    """This round's word of every reporter of the case, in no order."""
    filed = [main.pk, *main.merged.values_list("pk", flat=True)]
    known = ReporterAnswer.objects.filter(complaint__in=filed, round=main.reopened)
    said = dict(known.values_list("complaint_id", "good"))
    return [said.get(key) for key in filed]


def _close(main: Complaint, by: Actor, state: ComplaintState, event: str) -> None:
    move(main, state, Word.CLOCK if state == S.UNCONFIRMED else Word.REPORTER)
    end_clock(main)
    settle(main)
    tell(main, Step.STATE, by)
    record(f"complaints.complaint.{event}", main, by, number=main.public_number)


def _reopen(main: Complaint, by: Actor) -> None:
    """Back to work; the waiting does not count against the office, a closed case starts anew."""
    if main.state == S.ANSWERED:
        run_clock(main, by)
    else:
        new_clock(main)
    move(main, S.IN_PROGRESS, Word.REPORTER)
    main.reopened += 1
    settle(main)
    tell(main, Step.REOPENED, by)
    record("complaints.complaint.reopened", main, by, number=main.public_number)
