"""What the measurements are made of: a visitor, a percentile, a trace that is counted."""

from pathlib import Path

import pytest

from tools.bench.measurement import BELOW, Measurement, judge, registered
from tools.bench.measurements.durability import syncs_between_marks
from tools.bench.serving import LINK
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import TOKEN, Answer, Asked, Send, Visitor
from tools.bench.workspace import Workspace

ISSUE = {
    "home_requests", "home_bytes", "home_fcp_ms", "home_cpu_ms", "home_cached_cpu_ms", "search_5k_ms",
    "search_100k_ms", "preview_ms", "import_rows_per_s", "counter_wait_ms", "writers_lost",
    "numbers_duplicate", "numbers_skipped", "fsyncs_per_approval", "pss_mb", "start_cold_s",
    "start_warm_s", "budget_page_ms", "budget_page_bytes", "budget_page_requests", "media_s",
}  # fmt: skip


class Server:
    def __init__(self, status: int = 200, cookie: str = "") -> None:
        self.status, self.cookie = status, cookie
        self.asked: list[Asked] = []

    def send(self) -> Send:
        def answer(asked: Asked) -> Answer:
            self.asked.append(asked)
            headers = [("Set-Cookie", self.cookie)] if self.cookie else []
            return Answer(self.status, headers, b"")

        return answer


def _zero(_place: Workspace) -> float:
    return 0.0


def test_everything_that_has_a_budget_is_measured() -> None:
    assert registered().keys() >= ISSUE


@pytest.mark.parametrize(("value", "within"), [(1999.9, True), (2000, False)])
def test_budget_that_must_not_be_reached(value: float, within: bool) -> None:
    assert judge(Measurement("kata_ms", "ms", 2000, _zero, BELOW), value).within is within


def test_visitor_comes_back_with_the_cookie_it_was_given() -> None:
    server = Server(cookie="kantor=abc; HttpOnly; Path=/")
    browser = Visitor(server.send(), "127.0.0.1")
    browser.get("/")
    browser.get("/")
    assert "kantor=abc" not in server.asked[0].headers["Cookie"]
    assert "kantor=abc" in server.asked[1].headers["Cookie"]


def test_visitor_posts_what_the_checks_of_origin_and_token_ask() -> None:
    server = Server(cookie="kantor-csrf=baru")
    browser = Visitor(server.send(), "127.0.0.1:8000")
    browser.get("/")
    browser.post("/kantor/cari/", {"q": "su ti"})
    asked = server.asked[1]
    assert asked.headers["Origin"] == "http://127.0.0.1:8000"
    assert f"kantor-csrf={TOKEN}" in asked.headers["Cookie"]
    assert asked.body == f"q=su+ti&csrfmiddlewaretoken={TOKEN}".encode()


def test_page_that_is_refused_fails_the_measurement() -> None:
    with pytest.raises(RuntimeError, match="403"):
        Visitor(Server(status=403).send(), "127.0.0.1").get("/kantor/")


@pytest.mark.parametrize(("share", "value"), [(50, 50.5), (99, 99.01), (95, 95.05)])
def test_percentile(share: int, value: float) -> None:
    assert percentile(range(1, 101), share) == value


def test_milliseconds_of_the_clock_that_is_given() -> None:
    ticks = iter([1.0, 1.25])
    assert milliseconds(lambda: None, lambda: next(ticks)) == 250


def test_syncs_outside_the_marks_or_that_failed_do_not_count(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    trace.write_text(
        "7 fsync(3) = 0\n7 sched_yield() = 0\n7 fdatasync(4) = 0\n8 fsync(5) = -1 EIO\n"
        "7 sched_yield() = 0\n7 fsync(3) = 0\n7 sched_yield() = 0\n7 sched_yield() = 0\n"
    )
    assert list(syncs_between_marks(trace)) == [1, 0]


def test_link_of_an_office_is_read_from_what_run_prints() -> None:
    found = LINK.match("Kepala Desa (Hariyono): http://127.0.0.1:8000/akun/tautan/ABC/")
    assert found
    assert found.groups() == ("Kepala Desa", "http://127.0.0.1:8000/akun/tautan/ABC/")
