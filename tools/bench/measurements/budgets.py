"""The budget page at ten years of 3,000 lines each, and the files that one act of publishing makes."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

if TYPE_CHECKING:
    from desa.transparency.budgets.models import BudgetVersion

YEARS, LINES, WORKS = 10, 3_000, 150
FIRST_YEAR = 2017
WARM, ROUNDS = 10, 100
ANEW = "/apbdes/?anew"  # an address with a question mark is never kept finished
LINKED = re.compile(rb'(?:<link rel="stylesheet" href|<script src|<img src)="/static/([^"]+)"')
FONT = "core/desa-sans.*.woff2"  # asked for by the stylesheet
TRANSPARENCY = "transparency"


def measure_page(place: Workspace) -> float:
    """Processor time of the page made anew."""
    with _published(place) as browser:
        times = [
            milliseconds(lambda: browser.get(ANEW), time.process_time) for _ in range(WARM + ROUNDS)
        ]
    return percentile(times[WARM:], 50)


def measure_bytes(place: Workspace) -> float:
    """Of a first visit, packed as browsers ask for it: the page, its styles and the font."""
    with _published(place) as browser:
        page, linked = browser.get("/apbdes/").body, _linked(browser)
        return len(page) + sum(map(_packed, linked)) + _font()


def measure_requests(place: Workspace) -> float:
    with _published(place) as browser:
        return 2 + len(_linked(browser))


def measure_media(place: Workspace) -> float:
    """Seconds for every file of a version of 3,000 lines."""
    place.use_django()
    from desa.transparency.budgets.actions.publishing import make_contents
    from desa.transparency.budgets.queries import figures
    from tools.bench.village import bare_village

    with bare_village():
        version = _version(FIRST_YEAR)
        shown = figures(version)
        return round(milliseconds(lambda: make_contents(version, shown)) / 1000, 2)


def _linked(browser: Visitor) -> list[str]:
    return [name.decode() for name in LINKED.findall(browser.get(ANEW).body)]


def _file(name: str) -> Path:
    from django.conf import settings

    return Path(settings.STATIC_ROOT) / name


def _font() -> int:
    (font,) = _file("").glob(FONT)
    return font.stat().st_size


def _packed(name: str) -> int:
    import brotli

    return len(brotli.compress(_file(name).read_bytes()))


@contextmanager
def _published(place: Workspace) -> Iterator[Visitor]:
    place.use_django()
    from django.core.management import call_command

    from tools.bench.village import bare_village, visitor

    call_command("collectstatic", verbosity=0, interactive=False)
    with bare_village():
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            _publish(_version(year))
        yield visitor()


def _publish(version: "BudgetVersion") -> None:
    """Without the printed files, which no page shows."""
    from desa.foundation.core import clock
    from desa.transparency.budgets.actions import finish_publishing, start_publishing
    from desa.transparency.budgets.queries import figures
    from tools.bench.village import BY

    started = start_publishing(by=BY, version=version)
    shown, moment = figures(started), clock.now()
    finish_publishing(by=BY, version=started, shown=shown, made=(), at=moment)


def _version(year: int) -> "BudgetVersion":
    from desa.foundation.core.values.rupiah import Rupiah
    from desa.transparency.budgets.actions import Words, describe_version, name_carriers
    from desa.transparency.budgets.models import BudgetLine, BudgetVersion
    from desa.transparency.budgets.rules.gate import Carrier
    from tools.bench.village import BY

    version = BudgetVersion.objects.create(
        year=year,
        stage="realisasi",
        as_of=date(year, 12, 31),
        digest="0" * 64,
        created_by_label="bench",
    )
    rows = [("", "4.2.1.01", LINES), *((_code(place), "5.2.1.01", 1) for place in range(LINES - 1))]
    BudgetLine.objects.insert_new(
        BudgetLine(
            version=version,
            position=place,
            kegiatan=kegiatan,
            akun=akun,
            funds=["DDS"],
            name="Belanja bahan",
            amount=Rupiah.of(amount * 1_000_000),
            realised=Rupiah.of(amount * 500_000),
        )
        for place, (kegiatan, akun, amount) in enumerate(rows)
    )
    describe_version(by=BY, version=version, words=Words(complaint_address="Loket kantor desa"))
    carriers = {
        _code(place): Carrier("kasi_kesejahteraan", state="selesai") for place in range(WORKS)
    }
    name_carriers(by=BY, version=version, carriers=carriers)
    return version


def _code(place: int) -> str:
    """150 kegiatan in five bidang."""
    work = place % WORKS
    return f"{work % 5 + 1}.{work // 5 % 6 + 1}.{work // 30 + 1:02}"


MEASUREMENTS = [
    Measurement("budget_page_ms", "ms", 10, measure_page, group=TRANSPARENCY),
    Measurement("budget_page_bytes", "byte", 60_000, measure_bytes, group=TRANSPARENCY),
    Measurement("budget_page_requests", "requests", 4, measure_requests, group=TRANSPARENCY),
    Measurement("media_s", "s", 5, measure_media, group=TRANSPARENCY),
]
