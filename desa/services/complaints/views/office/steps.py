"""The steps of the office as data: what it is called, what it asks, when it may be taken, what it does."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.services.complaints import actions
from desa.services.complaints.enums import AnswerVia, ComplaintPermission, ComplaintState
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import may_handle, visible_to
from desa.services.complaints.queries import find_one
from desa.services.complaints.transitions import ASKED, OPEN, UNFINISHED
from desa.services.complaints.views.office import forms

S = ComplaintState
Data = dict[str, Any]
Run = Callable[[User, Complaint, Data], Complaint]


@dataclass(frozen=True)
class OfficeStep:
    """`leads` steps stand first as buttons, the others in the list below."""

    title: Promise
    form: type[forms.StepForm]
    states: Collection[str]
    run: Run
    permission: ComplaintPermission = ComplaintPermission.HANDLE
    leads: bool = False
    when: Callable[[Complaint], bool] = lambda complaint: True


def _join(by: User, complaint: Complaint, data: Data) -> Complaint:
    into = find_one(visible_to(by), data["into"])
    if into is None:
        text = _("Tidak ada laporan dengan nomor ini. Periksa nomornya.")
        raise ValidationError({"into": text})
    return actions.join_complaints(by=by, complaint=complaint, into=into)


def _give(by: User, complaint: Complaint, data: Data) -> Complaint:
    return actions.give_to(by=by, complaint=complaint, **data)


def _about(by: User, complaint: Complaint, data: Data) -> Complaint:
    named = [data["named"]] if data["named"] else []
    return actions.set_about(by=by, complaint=complaint, about=data["about"], named=named)


def _says(by: User, complaint: Complaint, data: Data) -> Complaint:
    return actions.reporter_says(by=by, complaint=complaint, via=AnswerVia.NOTED, **data)


STEPS: dict[str, OfficeStep] = {
    "periksa": OfficeStep(
        _("Sudah saya periksa"),
        forms.NoteForm,
        (S.RECEIVED, S.REFUSED),
        lambda by, case, data: actions.verify_complaint(by=by, complaint=case, **data),
        leads=True,
    ),
    "kerjakan": OfficeStep(
        _("Tindak lanjuti"),
        forms.WordsForm,
        (S.VERIFIED,),
        lambda by, case, data: actions.start_work(by=by, complaint=case, **data),
        leads=True,
    ),
    "tanggapi": OfficeStep(
        _("Tanggapi dan tanya pelapor"),
        forms.AnswerForm,
        (S.VERIFIED, S.IN_PROGRESS),
        lambda by, case, data: actions.answer_complaint(by=by, complaint=case, **data),
        leads=True,
    ),
    "jawaban": OfficeStep(
        _("Catat jawaban pelapor"),
        forms.ReporterSaysForm,
        ASKED,
        _says,
        ComplaintPermission.TAKE,
        leads=True,
    ),
    "lanjut": OfficeStep(
        _("Jalankan lagi waktunya"),
        forms.NothingForm,
        OPEN,
        lambda by, case, data: actions.resume_complaint(by=by, complaint=case),
        leads=True,
        when=lambda case: case.paused,
    ),
    "jeda": OfficeStep(
        _("Hentikan waktu"),
        forms.PauseForm,
        OPEN,
        lambda by, case, data: actions.pause_complaint(by=by, complaint=case, **data),
        when=lambda case: not case.paused,
    ),
    "pindah": OfficeStep(_("Pindahkan penanggung jawab"), forms.GiveForm, OPEN, _give),
    "gabung": OfficeStep(_("Gabung dengan laporan lain"), forms.JoinForm, OPEN, _join),
    "ringkas": OfficeStep(
        _("Tulis ringkasan untuk umum"),
        forms.SummaryForm,
        [state for state in S if state not in (S.SPAM, S.MERGED)],
        lambda by, case, data: actions.summarise(by=by, complaint=case, **data),
        ComplaintPermission.PUBLISH,
        when=lambda case: not case.restricted and not case.private,
    ),
    "alihkan": OfficeStep(
        _("Alihkan ke kantor lain"),
        forms.ForwardForm,
        OPEN,
        lambda by, case, data: actions.forward_complaint(by=by, complaint=case, **data),
    ),
    "tentang": OfficeStep(_("Tandai: tentang perangkat desa"), forms.AboutForm, UNFINISHED, _about),
    "tolak": OfficeStep(
        _("Tolak laporan"),
        forms.ReasonForm,
        (S.RECEIVED, S.VERIFIED),
        lambda by, case, data: actions.refuse_complaint(by=by, complaint=case, **data),
    ),
    "bukan-laporan": OfficeStep(
        _("Tandai: bukan laporan"),
        forms.ReasonForm,
        (S.RECEIVED,),
        lambda by, case, data: actions.mark_spam(by=by, complaint=case, **data),
    ),
    "kembalikan": OfficeStep(
        _("Kembalikan sebagai laporan"),
        forms.ReasonForm,
        (S.SPAM,),
        lambda by, case, data: actions.restore_complaint(by=by, complaint=case, **data),
        leads=True,
    ),
}


def may_take(user: User, complaint: Complaint, step: OfficeStep) -> bool:
    """Whether this official may take the step at all, whatever state the case is in."""
    handles = step.permission != ComplaintPermission.HANDLE or may_handle(user, complaint)
    return handles and has_permission(user, step.permission)


def fits(complaint: Complaint, step: OfficeStep) -> bool:
    return complaint.state in step.states and step.when(complaint)


def possible(user: User, complaint: Complaint, *, leads: bool) -> list[tuple[str, Promise]]:
    """Name and words of the steps that stand open now."""
    return [
        (name, step.title)
        for name, step in STEPS.items()
        if step.leads is leads and fits(complaint, step) and may_take(user, complaint, step)
    ]
