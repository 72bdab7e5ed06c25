"""What the office waits for at the counter: the answer to a search, and the picture of a letter."""

from functools import partial

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.workspace import Workspace

ROUNDS = 3
DEMO = 5_000  # residents of desa contoh, about
PREVIEWS = 40
QUESTIONS = (
    "suwar sendi", "suwarni", "sri wahyuni", "3514995203550001", "rizki pratama", "muhammad",
    "aminah winog", "sendi", "budi 3", "rt 3 rw 1 sendi", "bambang h", "soewarni", "suwrani", "si",
    "lestari", "nu'man", "5203550001", "siti nurul klampok", "hidayat rajeg 2", "zzyzx",
)  # fmt: skip


def measure_search(place: Workspace, residents: int) -> float:
    """Median of mixed questions, each three times, after one round to warm up."""
    place.use_django()
    from desa.foundation.accounts.enums import Office
    from tools.bench.village import add_people, demo_village, further_residents, signed_in

    with demo_village():
        add_people(further_residents(residents - DEMO))
        browser = signed_in(Office.OPERATOR)

        def ask(words: str) -> float:
            return milliseconds(lambda: browser.post("/kantor/cari/", {"q": words}))

        times = [ask(words) for words in QUESTIONS * (ROUNDS + 1)]
    return percentile(times[len(QUESTIONS) :], 50)


def measure_preview(place: Workspace) -> float:
    """Another text each time, as while the operator types; the median."""
    place.use_django()
    from desa.foundation.accounts.enums import Office
    from tools.bench.village import ANSWERS, KIND, demo_village, people, signed_in

    with demo_village():
        browser = signed_in(Office.OPERATOR)
        path = f"/kantor/surat/warga/{people(1)[0].public_id}/{KIND}/pratinjau/"

        def show(number: int) -> float:
            typed = ANSWERS | {"keperluan": f"keperluan nomor {number}"}
            return milliseconds(lambda: browser.post(path, typed))

        times = [show(number) for number in range(PREVIEWS)]
    return percentile(times[3:], 50)


MEASUREMENTS = [
    Measurement("search_5k_ms", "ms", 15, partial(measure_search, residents=5_000)),
    Measurement("search_100k_ms", "ms", 50, partial(measure_search, residents=100_000)),
    Measurement("preview_ms", "ms", 100, measure_preview),
]
