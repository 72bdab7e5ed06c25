"""How long the public list and the office's list of complaints take when there are 100,000."""

from collections.abc import Callable
from functools import partial

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

ROWS, WARM, ROUNDS = 100_000, 5, 40
PUBLIC = ("?jenis=", "?jenis=pju", "?jenis=air&sesudah={middle}")
LATE_OF_A_KIND = "?tampil=lewat&jenis=uang"
OFFICE = (
    "?tampil=saya",
    "?tampil=lewat",
    "?tampil=semua",
    "?tampil=semua&jenis=pju",
    LATE_OF_A_KIND,
)


def measure(place: Workspace) -> float:
    """The slowest of them, as who opens it waits for it: newest, filtered, and far back."""
    place.use_django()
    from desa.foundation.accounts.enums import Office
    from desa.services.complaints.models import Complaint
    from tools.bench.complaints import fill
    from tools.bench.village import demo_village, signed_in, visitor

    with demo_village():
        fill(ROWS)
        middle = Complaint.objects.order_by("number")[ROWS // 2].public_number
        everyone = visitor()
        times = [_median(everyone, f"/pengaduan/{each.format(middle=middle)}") for each in PUBLIC]
        for office in (Office.SEKDES, Office.KADES, Office.BPD):
            official = signed_in(office)
            times += [_median(official, f"/kantor/pengaduan/{each}") for each in OFFICE]
    return max(times)


def measure_badge(place: Workspace) -> float:
    """What every page of the office counts for its menu, of the office for which it takes longest."""
    place.use_django()
    from desa.foundation.accounts.enums import Office
    from desa.services.complaints.queries import count_mine
    from tools.bench.complaints import fill
    from tools.bench.village import demo_village, official

    offices = (Office.SEKDES, Office.KADES, Office.BPD, Office.KAUR_TU)
    with demo_village():
        fill(ROWS)
        return max(_median_of(partial(count_mine, official(office))) for office in offices)


def _median(browser: Visitor, address: str) -> float:
    return _median_of(lambda: browser.get(address))


def _median_of(work: Callable[[], object]) -> float:
    times = [milliseconds(work) for _turn in range(WARM + ROUNDS)]
    return percentile(times[WARM:], 50)


MEASUREMENTS = [
    Measurement("complaint_list_ms", "ms", 20, measure, group="transparency"),
    Measurement("complaint_badge_ms", "ms", 5, measure_badge, group="transparency"),
]
