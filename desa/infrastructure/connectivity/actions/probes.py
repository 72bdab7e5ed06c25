"""Probes and their tokens."""

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.infrastructure.connectivity.models import Point, Probe


@action
def add_probe(*, by: Actor, name: str, place: str = "") -> Probe:
    probe = Probe(name=name.strip(), place=place.strip())
    probe.full_clean()
    probe.save()
    record("connectivity.probe.added", probe, by, name=probe.name)
    return probe


@action
def find_probe(*, by: Actor, name: str) -> Probe:
    """The probe of this name, made when there is none."""
    found = Probe.objects.filter(name=name.strip()).first()
    return found or add_probe(by=by, name=name)


@action
def renew_token(*, by: Actor, probe: Probe) -> Probe:
    """The token that was given out before opens nothing any more."""
    probe = Probe.objects.select_for_update().get(pk=probe.pk)
    probe.generation += 1
    probe.save(update_fields=["generation"])
    record("connectivity.probe.renewed", probe, by, name=probe.name)
    return probe


@action
def remove_probe(*, by: Actor, probe: Probe) -> None:
    """Its points stay, unwatched; what it measured stays too."""
    Point.objects.filter(probe=probe).update(probe=None)
    probe.removed_at, probe.removed_by_label = clock.now(), by.actor_label
    probe.save(update_fields=["removed_at", "removed_by_label"])
    record("connectivity.probe.removed", probe, by, name=probe.name)
