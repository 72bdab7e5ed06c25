"""Where the next points should stand: candidates, the question, its answer, and what residents see of it."""

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.jobs.actions import enqueue
from desa.infrastructure.connectivity.enums import PlanState
from desa.infrastructure.connectivity.models import CandidateSite, SitePlan

CALCULATOR = SystemActor("Penghitung titik")
TASK = "connectivity.plan"


@action
def save_site(*, by: Actor, site: CandidateSite) -> CandidateSite:
    is_new = site._state.adding
    site.full_clean()
    site.save()
    record(f"connectivity.site.{'added' if is_new else 'changed'}", site, by, name=site.name)
    return site


@action
def remove_site(*, by: Actor, site: CandidateSite) -> None:
    """Sites that hung on it have no way to the network any more, and go with it."""
    for each in [site, *CandidateSite.objects.filter(uplink=site)]:
        each.removed_at, each.removed_by_label = clock.now(), by.actor_label
        each.save(update_fields=["removed_at", "removed_by_label"])
        record("connectivity.site.removed", each, by, name=each.name)


@action
def ask_plan(*, by: Actor, budget: Rupiah, upkeep: Rupiah, floor_percent: int) -> SitePlan:
    """The answer is calculated by a job; the page of the plan says when it is there."""
    plan = SitePlan(
        asked_at=clock.now(),
        asked_by_label=by.actor_label,
        budget=budget,
        upkeep=upkeep,
        floor_percent=floor_percent,
    )
    plan.full_clean()
    plan.save()
    enqueue(task=TASK, key=f"{TASK}-{plan.pk}", args={"plan": plan.pk})
    record("connectivity.plan.asked", plan, by)
    return plan


@action
def answer_plan(*, plan: SitePlan, state: PlanState, answer: dict[str, object]) -> SitePlan:
    plan = SitePlan.objects.select_for_update().get(pk=plan.pk)
    plan.state, plan.answer = state, answer
    plan.save(update_fields=["state", "answer"])
    record("connectivity.plan.answered", plan, CALCULATOR)
    return plan


@action
def show_plan(*, by: Actor, plan: SitePlan, note: str, public: bool = True) -> SitePlan:
    """One plan at a time stands before the residents."""
    SitePlan.objects.filter(public=True).exclude(pk=plan.pk).update(public=False)
    plan.public, plan.note = public, note.strip()
    plan.full_clean()
    plan.save()
    record(f"connectivity.plan.{'shown' if public else 'hidden'}", plan, by)
    return plan
