"""What the office can do with one proposal: each step with its form, its right and its act of the phases."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning import actions
from desa.empowerment.planning.enums import (
    Act,
    Authority,
    Channel,
    PlanningPermission,
    ProposalState,
)
from desa.empowerment.planning.forms.office import (
    AssessForm,
    DecideForm,
    LinkForm,
    MergeForm,
    ProgressForm,
)
from desa.empowerment.planning.forms.taking import EditForm
from desa.empowerment.planning.models import Proposal
from desa.empowerment.planning.queries import calendar_of
from desa.empowerment.planning.rules.phases import refusal
from desa.empowerment.planning.transitions import WORKED_ON
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.files.actions import put_content, register_file, shrink_photo
from desa.foundation.files.rules import MEDIA_TYPE
from desa.foundation.tenancy.scope import current_village

P = PlanningPermission
FormOf = Callable[..., forms.Form]


@dataclass(frozen=True)
class OfficeStep:
    """`states` in which it makes sense; whether its phase is open is asked when it is taken."""

    title: str | Promise
    icon: str
    permission: PlanningPermission
    act: Act
    states: tuple[ProposalState, ...]
    form: FormOf
    run: Callable[[User, Proposal, Any], object]


def _edit_form(proposal: Proposal, *args: Any, **kwargs: Any) -> forms.Form:
    names = ("title", "story", "area", "landmark", "benefits", "origin")
    kwargs["initial"] = {name: getattr(proposal, name) for name in names}
    return EditForm(*args, **kwargs)


def _edit(by: User, proposal: Proposal, form: Any) -> object:
    idea = form.idea(Channel(proposal.channel))
    return actions.edit_proposal(by=by, proposal=proposal, idea=idea)


def _merge(by: User, proposal: Proposal, form: Any) -> object:
    other = form.cleaned_data["other"]
    return actions.merge_proposals(by=by, proposal=proposal, into=other)


def _assess(by: User, proposal: Proposal, form: Any) -> object:
    data = form.cleaned_data
    return actions.assess_proposal(
        by=by,
        proposal=proposal,
        authority=Authority(data["authority"]),
        cost=data["cost"],
        benefits=data["benefits"],
    )


def _decide(by: User, proposal: Proposal, form: Any) -> object:
    return actions.decide_proposal(by=by, proposal=proposal, ruling=form.ruling)


def _link(by: User, proposal: Proposal, form: Any) -> object:
    return actions.link_budget(by=by, proposal=proposal, **form.cleaned_data)


def _progress(by: User, proposal: Proposal, form: Any) -> object:
    data = form.cleaned_data
    content = shrink_photo(data["photo"].read()).content
    digest = put_content(content)
    file = register_file(digest=digest, size=len(content), media_type=MEDIA_TYPE)
    return actions.add_progress(
        by=by, proposal=proposal, file=file, percent=data["percent"], caption=data["caption"]
    )


RECEIVED = (ProposalState.RECEIVED,)
RUNNING = (ProposalState.ACCEPTED, ProposalState.RUNNING)
STEPS: dict[str, OfficeStep] = {
    "nilai": OfficeStep(
        _("Nilai usulan"), "gauge", P.HANDLE, Act.ASSESS, RECEIVED, AssessForm, _assess
    ),
    "gabung": OfficeStep(
        _("Gabung dengan usulan lain"), "users", P.HANDLE, Act.MERGE, RECEIVED, MergeForm, _merge
    ),
    "ubah": OfficeStep(
        _("Betulkan isinya"), "pen-line", P.HANDLE, Act.EDIT, RECEIVED, _edit_form, _edit
    ),
    "putuskan": OfficeStep(
        _("Tulis putusan"), "scroll-text", P.DECIDE, Act.DECIDE, RECEIVED, DecideForm, _decide
    ),
    "anggaran": OfficeStep(
        _("Hubungkan dengan APBDes"),
        "hand-coins",
        P.HANDLE,
        Act.CARRY_OUT,
        WORKED_ON,
        LinkForm,
        _link,
    ),
    "kemajuan": OfficeStep(
        _("Tambah foto kemajuan"),
        "camera",
        P.HANDLE,
        Act.CARRY_OUT,
        RUNNING,
        ProgressForm,
        _progress,
    ),
}


def steps_for(user: User, proposal: Proposal) -> list[tuple[str, OfficeStep, bool]]:
    """(name, step, is open today) that this official may take in this state."""
    today, calendar = clock.today(current_village()), calendar_of(proposal.round)
    return [
        (name, step, refusal(step.act, calendar, today) is None)
        for name, step in STEPS.items()
        if proposal.state in step.states and has_permission(user, step.permission)
    ]
