"""Taking what a probe posts. Thousands of posts a day are no events of the trail: the readings are the record."""

from collections.abc import Iterable

from django.db import transaction

from desa.foundation.core import clock
from desa.foundation.core.ids import public_id
from desa.infrastructure.connectivity.models import Point, Probe, ProbeReading
from desa.infrastructure.connectivity.rules.posts import Reading, read_post


def take_post(*, probe: Probe, body: bytes) -> Probe:
    """Keep the readings of a signed post, once: a replayed one changes nothing. Raises PostRefused."""
    now = clock.now()
    with transaction.atomic():
        known = Probe.objects.select_for_update().get(pk=probe.pk)
        post = read_post(body, int(now.timestamp()), known.last_line)
        if post.number <= known.last_number:
            return known
        _keep(known, post.readings)
        known.last_number, known.last_line = post.number, max(known.last_line, post.last_line)
        known.last_seen_at, known.clock_offset, known.way = now, post.offset, post.way
        known.dropped, known.undated = post.dropped, known.undated + post.undated
        known.save()
    return known


def _keep(probe: Probe, readings: Iterable[Reading]) -> None:
    """Of this probe's own points; a minute that another post told already stays as it was told."""
    mine = {
        public_id(pk): pk for pk in Point.objects.filter(probe=probe).values_list("pk", flat=True)
    }
    wanted = [reading for reading in readings if reading.point in mine]
    if not wanted:
        return
    kept = _kept_minutes(mine.values(), wanted)
    rows = [
        ProbeReading(
            village_id=probe.village_id,
            point_id=mine[reading.point],
            minute=reading.minute,
            up=reading.up,
            took=reading.took,
        )
        for reading in wanted
        if (mine[reading.point], reading.minute) not in kept
    ]
    ProbeReading.objects.insert_new(rows)


def _kept_minutes(points: Iterable[int], readings: list[Reading]) -> set[tuple[int, int]]:
    first, last = (pick(reading.minute for reading in readings) for pick in (min, max))
    rows = ProbeReading.objects.filter(point__in=points, minute__gte=first, minute__lte=last)
    return set(rows.values_list("point_id", "minute"))
