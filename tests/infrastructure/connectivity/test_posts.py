"""The door of the probes: signed posts in, each counted once, at the right minute whatever the clock says."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity.actions import renew_token
from desa.infrastructure.connectivity.exceptions import PostRefused
from desa.infrastructure.connectivity.models import Point, Probe, ProbeReading
from desa.infrastructure.connectivity.queries.tokens import secret_of, token_of
from desa.infrastructure.connectivity.rules.posts import MOST_BYTES, MOST_LINES, read_post, seal
from tests.infrastructure.connectivity.conftest import BY, MINUTE, NOON, later, point, probe

NOW = int(NOON.timestamp())
URL = "/wifi/pemantau/"


def line(seq: int, age: int = 0, rows: object = None, **parts: object) -> dict[str, object]:
    """A minute measured `age` seconds ago in this run."""
    return {"seq": seq, "t": NOW - age, "mono": 5000 - age, "run": "a", "rows": rows or [], **parts}


def body(number: int, *lines: dict[str, object], **parts: object) -> bytes:
    whole = {"number": number, "lines": lines, "t": NOW, "mono": 5000, "run": "a", **parts}
    return json.dumps(whole).encode()


@pytest.fixture
def watched(scope: Village) -> Point:
    return point(probe=probe(), address="192.0.2.1")


def post(point: Point, content: bytes, signature: str | None = None) -> tuple[int, bytes, str]:
    assert point.probe is not None
    sealed = signature or seal(secret_of(point.probe), content)
    answer = Client().post(
        URL,
        content,
        content_type="application/json",
        headers={"X-Pemantau": point.probe.public_id, "X-Tanda": sealed},
    )
    return answer.status_code, answer.content, answer.headers.get("X-Tanda", "")


def rows() -> list[tuple[int, bool]]:
    return list(ProbeReading.objects.order_by("minute").values_list("minute", "up"))


def test_signed_post_is_kept_and_answered_with_a_signature(watched: Point) -> None:
    content = body(8, line(7, 60, [[watched.public_id, 1, 12]]))
    status, answer, sealed = post(watched, content)
    told = json.loads(answer)
    assert (status, told["acknowledged"], told["last_number"], told["note"]) == (200, 7, 8, "")
    assert told["targets"] == [{"point": watched.public_id, "address": "192.0.2.1"}]
    assert rows() == [(MINUTE - 1, True)]
    assert watched.probe is not None
    secret = secret_of(watched.probe)
    assert sealed == seal(secret, seal(secret, content).encode(), answer)


def test_replayed_post_changes_nothing(watched: Point) -> None:
    content = body(8, line(7, 60, [[watched.public_id, 1, 12]]))
    post(watched, content)
    before = Probe.objects.get()
    with clock.frozen(later(hours=5)):
        status, _, _ = post(watched, content)
    after = Probe.objects.get()
    assert status == 200
    assert rows() == [(MINUTE - 1, True)]
    assert (after.last_seen_at, after.clock_offset) == (before.last_seen_at, before.clock_offset)


def test_same_minutes_in_a_new_post_count_once(watched: Point) -> None:
    told = line(7, 60, [[watched.public_id, 1, 12]])
    post(watched, body(8, told))
    post(watched, body(9, told, line(10, 0, [[watched.public_id, 0, None]])))
    assert rows() == [(MINUTE - 1, True), (MINUTE, False)]


def test_minute_that_was_told_stays_as_it_was_told(watched: Point) -> None:
    post(watched, body(8, line(7, 60, [[watched.public_id, 1, 12]])))
    post(watched, body(10, line(9, 60, [[watched.public_id, 0, None]])))
    assert rows() == [(MINUTE - 1, True)]


@pytest.mark.parametrize("change", [b"1", b" "])
def test_forged_post_is_refused_and_leaves_nothing(watched: Point, change: bytes) -> None:
    content = body(8, line(7, 60, [[watched.public_id, 1, 12]]))
    assert watched.probe is not None
    signature = seal(secret_of(watched.probe), content)
    status, _, sealed = post(watched, content + change, signature)
    assert (status, sealed, rows()) == (403, "", [])
    assert Probe.objects.get().last_seen_at is None


@pytest.mark.parametrize("name", ["", "x", "0000000000000", "Ü" * 13])
def test_unknown_probe_is_refused(watched: Point, name: str) -> None:
    answer = Client().post(
        URL, b"{}", content_type="application/json", headers={"X-Pemantau": name, "X-Tanda": "a"}
    )
    assert answer.status_code == 403


def test_renewed_token_shuts_the_old_one_out(watched: Point) -> None:
    content = body(8)
    assert watched.probe is not None
    old = seal(secret_of(watched.probe), content)
    before = token_of(watched.probe)
    renewed = renew_token(by=BY, probe=watched.probe)
    assert token_of(renewed) != before
    assert post(watched, content, old)[0] == 403


def test_guessing_signatures_is_stopped(watched: Point) -> None:
    answers = [post(watched, b"{}", "salah")[0] for _ in range(22)]
    assert answers == [403] * 20 + [429] * 2


def test_probe_tells_only_of_its_own_points(watched: Point) -> None:
    stranger = point("Titik lain", probe=probe("Alat lain"))
    told = [[stranger.public_id, 1, 1], ["tidak-ada", 1, 1], [watched.public_id, 1, 1]]
    post(watched, body(8, line(7, 0, told)))
    assert list(ProbeReading.objects.values_list("point", flat=True)) == [watched.pk]


def test_token_of_another_village_opens_nothing_here(
    village: Village, other_village: Village
) -> None:
    village.public_address = "http://testserver"
    village.save()
    with village_scope(other_village):
        theirs = point(probe=probe())
        content = body(8, line(7, 0, [[theirs.public_id, 1, 1]]))
        assert theirs.probe is not None
        name, sealed = theirs.probe.public_id, seal(secret_of(theirs.probe), content)
    answer = Client().post(
        URL,
        content,
        content_type="application/json",
        headers={"X-Pemantau": name, "X-Tanda": sealed},
    )
    assert answer.status_code == 403
    with village_scope(other_village):
        assert rows() == []


@pytest.mark.parametrize("hours", [-9, 3, 24 * 365 * 50])
def test_wrong_clock_is_named_and_its_minutes_are_put_right(watched: Point, hours: int) -> None:
    """Within one run the steady clock tells how old a minute is; 50 years is a board without a battery."""
    wrong = NOW - hours * 3600
    told = line(7, 300, [[watched.public_id, 1, 1]]) | {"t": wrong - 300}
    status, answer, _ = post(watched, body(8, told, t=wrong))
    assert status == 200
    assert rows() == [(MINUTE - 5, True)]
    assert str(abs(hours) * 60) in json.loads(answer)["note"]
    assert Probe.objects.get().clock_offset == hours * 3600


def test_minutes_of_an_earlier_run_use_what_it_had_learned(watched: Point) -> None:
    wrong = NOW - 7200
    told = line(7, 0, [[watched.public_id, 0, None]], offset=7200) | {"t": wrong - 600, "run": "b"}
    post(watched, body(8, told))
    assert rows() == [(MINUTE - 10, False)]


@pytest.mark.parametrize("moment", [NOW + 3600, NOW - 80 * 24 * 3600, 0])
def test_minute_without_a_credible_time_is_left_out_and_counted(
    watched: Point, moment: int
) -> None:
    told = line(7, 0, [[watched.public_id, 1, 1]]) | {"t": moment, "run": "b"}
    post(watched, body(8, told))
    assert rows() == []
    assert Probe.objects.get().undated == 1


def test_two_rounds_in_a_minute_are_one_reading_and_on_wins(watched: Point) -> None:
    of = watched.public_id
    post(watched, body(9, line(7, 20, [[of, 0, None]]), line(8, 10, [[of, 1, 4]])))
    assert rows() == [(MINUTE - 1, True)]


UNREADABLE = [
    b"",
    b"[]",
    b"null",
    b'{"number": 1}',
    b'{"number":1,"lines":[{}],"t":1,"mono":1,"run":"a"}',
    b'{"number":1,"lines":[],"t":NaN,"mono":1,"run":"a"}',
    b'{"number":-1,"lines":[],"t":1,"mono":1,"run":"a"}',
    b'{"number":99999999999999999999,"lines":[],"t":1,"mono":1,"run":"a"}',
    b'{"number":1,"lines":[{"seq":1,"run":"a","mono":1,"t":1,"rows":[[1]]}],"t":1,"mono":1,"run":"a"}',
    b"[" * 100_000,
    b"\xff\xfe",
]


@pytest.mark.parametrize("content", UNREADABLE)
def test_unreadable_post_is_refused_in_words(watched: Point, content: bytes) -> None:
    status, answer, _ = post(watched, content)
    assert (status, rows()) == (422, [])
    assert answer


def test_post_that_is_too_large_or_too_long_is_refused() -> None:
    with pytest.raises(PostRefused):
        read_post(b" " * (MOST_BYTES + 1), NOW, 0)
    with pytest.raises(PostRefused):
        read_post(body(999, *(line(each) for each in range(1, MOST_LINES + 2))), NOW, 0)


@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["number", "lines", "t", "mono", "run", "seq", "rows"]), inner
    ),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_anything_is_read_or_refused(content: bytes) -> None:
    try:
        found = read_post(content, NOW, 0)
    except PostRefused:
        return
    assert found.number >= 0


@given(
    offset=st.integers(-(10**8), 10**8),
    ages=st.lists(st.integers(0, 10**6), min_size=1, max_size=20),
)
def test_wall_clock_does_not_matter_within_a_run(offset: int, ages: list[int]) -> None:
    lines = [
        line(place, age, [["A", 1, 1]]) | {"t": NOW - age + offset}
        for place, age in enumerate(ages, start=1)
    ]
    found = read_post(body(999, *lines, t=NOW + offset), NOW, 0)
    assert {each.minute for each in found.readings} == {(NOW - age) // 60 for age in ages}
    assert found.offset == -offset


def test_get_is_no_door(watched: Point) -> None:
    assert Client().get(URL).status_code == 405


@pytest.mark.postgres
def test_reading_exists_once_in_the_database_itself(watched: Point) -> None:
    ProbeReading.objects.create(point=watched, minute=MINUTE, up=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProbeReading.objects.create(point=watched, minute=MINUTE, up=False)
