"""Parts that the pages of proposals share."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from desa.empowerment.planning.enums import ProposalState
from desa.empowerment.planning.models import Proposal
from desa.empowerment.planning.published import PublishedProposal, PublishedRound
from desa.empowerment.planning.published.proposals import place_of

register = template.Library()
S = ProposalState
CHIPS = {
    S.RECEIVED: "wait",
    S.MERGED: "idle",
    S.ACCEPTED: "ok",
    S.POSTPONED: "idle",
    S.FORWARDED: "run",
    S.REFUSED: "no",
    S.RUNNING: "run",
    S.DONE: "wait",
    S.CONFIRMED: "ok",
}


@register.inclusion_tag("parts/chip.html", takes_context=True)
def state_chip(context: template.Context, proposal: PublishedProposal | Proposal) -> dict[str, Any]:
    state = ProposalState(proposal.state)
    text = str(state.label)
    year = getattr(proposal, "for_year", None)
    if year and state == S.ACCEPTED:
        text = _("%(state)s %(year)s") % {"state": text, "year": year}
    return {
        "state": CHIPS[state],
        "text": text,
        "icon": "",
        "render_context": context.render_context,
    }


@register.inclusion_tag("planning/parts/phases.html", takes_context=True)
def phase_steps(context: template.Context, round_: PublishedRound) -> dict[str, Any]:
    """The parts of the year, what is over, what is open now."""
    return {"phases": round_.phases, "render_context": context.render_context}


@register.filter
def place(proposal: Proposal) -> str:
    return place_of(proposal.area)
