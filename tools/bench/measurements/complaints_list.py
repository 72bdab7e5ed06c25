"""How long the public list and the office's list of complaints take when there are 100,000."""

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

ROWS, WARM, ROUNDS = 100_000, 5, 40
PUBLIC = ("?jenis=", "?jenis=pju", "?jenis=air&sesudah={middle}")
OFFICE = ("?tampil=saya", "?tampil=lewat", "?tampil=semua", "?tampil=semua&jenis=pju")


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
        everyone, sekdes = visitor(), signed_in(Office.SEKDES)
        times = [_median(everyone, f"/pengaduan/{each.format(middle=middle)}") for each in PUBLIC]
        times += [_median(sekdes, f"/kantor/pengaduan/{each}") for each in OFFICE]
    return max(times)


def _median(browser: Visitor, address: str) -> float:
    times = [milliseconds(lambda: browser.get(address)) for _turn in range(WARM + ROUNDS)]
    return percentile(times[WARM:], 50)


MEASUREMENTS = [Measurement("complaint_list_ms", "ms", 20, measure, group="transparency")]
