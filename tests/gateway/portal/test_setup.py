"""The first run: who may, what must be typed back, and that nothing half-made is left."""

import re
from datetime import UTC, date, datetime
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, Officeholder, User
from desa.foundation.core import clock
from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.recovery import HOLDERS, RecoveryCode, unwrap
from desa.foundation.core.values.codes import SetupCode
from desa.foundation.servicelevels.queries import standards_in_force
from desa.foundation.tenancy.actions import village_to_fill
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.foundation.trail.queries import find_break
from desa.gateway.portal.engine.village_names import place_of
from desa.gateway.portal.queries import recovery_codes_of, setup_code
from desa.gateway.portal.views import first_run

ORIGIN = {"Origin": "http://testserver"}
CODE = "35.14.11.2009"
SHOWN = re.compile(r"<dd>([0-9A-Z-]{39})</dd>")


@pytest.fixture(autouse=True)
def empty(db: None, settings: LazySettings, tmp_path: Path) -> DataFolder:
    first_run.wrong_codes.clear()
    folder = DataFolder(tmp_path / "data")
    folder.create(REAL)
    settings.FOLDER = folder
    return folder


def post(client: Client, **data: str) -> Any:
    return client.post("/mulai/", data, headers=ORIGIN)


def start(client: Client, village_code: str = CODE) -> str:
    answer = post(client, setup_code=setup_code().display, village_code=village_code)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def page_of(html: str) -> str:
    found = re.search(r'name="page" value="([0-9a-f]+)"', html)
    assert found
    return found[1]


def filled(html: str, **changes: str) -> dict[str, str]:
    """Everything as a careful sekdes would type it."""
    kades, sekdes = SHOWN.findall(html)
    return {
        "setup_code": setup_code().value,
        "village_code": CODE,
        "page": page_of(html),
        "name": "Sumbergedang",
        "kecamatan": "Pandaan",
        "kabupaten": "Pasuruan",
        "provinsi": "Jawa Timur",
        "timezone": "Asia/Jakarta",
        "public_address": "",
        "office": "sekdes",
        "title": "Sekretaris Desa",
        "officer": "ENDANG, S.Sos.",
        "username": "endang",
        "password": "sawah hijau di timur",
        "again": "sawah hijau di timur",
        "kades": kades.lower(),
        "sekdes": sekdes.replace("-", " "),
    } | changes


def test_every_page_leads_to_the_set_up_while_no_village_exists() -> None:
    client = Client()
    for address in ("/", "/surat/", "/kantor/", "/akun/masuk/", "/tidak-ada/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/mulai/"), address
    assert client.get("/mulai/").status_code == 200


def test_page_asks_for_the_code_of_the_terminal_first() -> None:
    client = Client()
    page = client.get("/mulai/").content.decode()
    assert "Kode persiapan" in page
    assert "Kata sandi" not in page
    assert setup_code().value not in page


def test_wrong_set_up_code_opens_nothing() -> None:
    other = SetupCode.new().display
    answer = post(Client(), setup_code=other, village_code=CODE)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Kode persiapan ini keliru" in text
    assert not SHOWN.findall(text)


def test_wrong_set_up_code_on_the_second_page_makes_no_village() -> None:
    data = filled(start(Client()), setup_code=SetupCode.new().value)
    assert post(Client(), **data).status_code == 422
    assert not Village.objects.exists()


def test_guessing_the_set_up_code_is_stopped() -> None:
    client = Client()
    for _attempt in range(8):
        post(client, setup_code=SetupCode.new().value, village_code=CODE)
    answer = post(client, setup_code=setup_code().value, village_code=CODE)
    assert answer.status_code == 429
    assert "Tunggu 15 menit" in answer.content.decode()


def test_wrong_village_code_is_said_in_words() -> None:
    answer = post(Client(), setup_code=setup_code().value, village_code="35.14.11")
    assert answer.status_code == 422
    assert "Kode desa terdiri dari 10 angka" in answer.content.decode()


@pytest.mark.parametrize("typed", ["3514112009", "35.14.11.2009", " 35 14 11 2009 "])
def test_names_of_a_known_village_are_filled_in(typed: str) -> None:
    html = start(Client(), typed)
    for value in ("Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur"):
        assert f'value="{value}"' in html
    assert "<b>35.14.11.2009</b>" in html


def test_names_of_an_unknown_village_are_typed() -> None:
    assert place_of("11.01.01.2001") == {}
    assert 'value="Pandaan"' not in start(Client(), "11.01.01.2001")


def test_set_up_makes_the_village_and_lets_the_officer_in(empty: DataFolder) -> None:
    client = Client()
    html = start(client)
    answer = post(client, **filled(html, public_address="https://sumbergedang.desa.id/"))
    assert (answer.status_code, answer["Location"]) == (302, "/kantor/")
    assert "ENDANG, S.Sos." in client.get("/kantor/").content.decode()
    village = Village.objects.get()
    assert (village.code, village.name) == (CODE, "Sumbergedang")
    assert village.public_address == "https://sumbergedang.desa.id"
    with village_scope(village):
        holder = Officeholder.objects.get()
        assert (holder.office, holder.name) == (Office.SEKDES, "ENDANG, S.Sos.")
        assert len(standards_in_force()) >= 3
        names = set(TrailEvent.objects.values_list("name", flat=True))
    assert {"tenancy.village.founded", "safekeeping.codes.made"} <= names


def test_first_term_begins_on_the_village_s_own_day(empty: DataFolder) -> None:
    client = Client()
    with clock.frozen(datetime(2026, 11, 24, 16, 30, tzinfo=UTC)):  # 01.30 of the 25th in WIT
        post(client, **filled(start(client), timezone="Asia/Jayapura"))
    with village_scope(Village.objects.get()):
        assert Officeholder.objects.get().term_from == date(2026, 11, 25)


def test_shown_codes_open_the_key_and_are_kept_nowhere(
    empty: DataFolder, settings: LazySettings
) -> None:
    client = Client()
    html = start(client)
    post(client, **filled(html))
    document = empty.wrapped_keys.read_text()
    for holder, text in zip(HOLDERS, SHOWN.findall(html), strict=True):
        code = RecoveryCode.parse(text)
        assert unwrap(document, code) == (holder, settings.WORKING_KEY)
        assert code.value not in document
        with village_scope(Village.objects.get()):
            facts = str(list(TrailEvent.objects.values_list("facts", flat=True)))
        assert code.value not in facts.replace("-", "")


def test_officer_enters_again_with_the_password() -> None:
    client = Client()
    post(client, **filled(start(client)))
    data = {"username": "endang", "password": "sawah hijau di timur"}
    answer = Client().post("/akun/masuk/", data, headers=ORIGIN)
    assert answer["Location"] == "/kantor/"


@pytest.mark.parametrize("holder", HOLDERS)
def test_codes_typed_back_wrongly_keep_the_same_codes_on_the_page(
    holder: str, empty: DataFolder
) -> None:
    client = Client()
    html = start(client)
    answer = post(client, **filled(html, **{holder: str(RecoveryCode.new())}))
    again = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "tidak sama dengan yang tampil" in again
    assert SHOWN.findall(again) == SHOWN.findall(html)
    assert not Village.objects.exists()
    assert not empty.wrapped_keys.exists()


def test_codes_in_each_others_box_are_refused() -> None:
    client = Client()
    html = start(client)
    kades, sekdes = SHOWN.findall(html)
    assert post(client, **filled(html, kades=sekdes, sekdes=kades)).status_code == 422


def test_every_showing_has_codes_of_its_own() -> None:
    first, second = start(Client()), start(Client())
    assert not set(SHOWN.findall(first)) & set(SHOWN.findall(second))
    codes = recovery_codes_of(page_of(first))
    assert codes["kades"] != codes["sekdes"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"again": "sawah hijau di barat"}, "Dua kata sandi ini berbeda"),
        ({"password": "padi", "again": "padi"}, "Kata sandi"),
        ({"username": "Bu Endang"}, "tanpa spasi"),
        ({"public_address": "sumbergedang"}, "Alamat ditulis lengkap"),
        ({"name": ""}, "Nama desa belum diisi"),
        ({"office": "bpd"}, "Jabatan"),
    ],
)
def test_mistake_is_named_and_nothing_is_made(
    changes: dict[str, str], words: str, empty: DataFolder
) -> None:
    client = Client()
    answer = post(client, **filled(start(client), **changes))
    assert answer.status_code == 422
    assert words in unescape(answer.content.decode())
    assert not Village.objects.exists()
    assert not User.objects.exists()
    assert not empty.wrapped_keys.exists()


def test_codes_that_cannot_be_written_take_the_village_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full_disk(*args: object) -> None:
        raise OSError("no space left")

    client = Client()
    html = start(client)
    monkeypatch.setattr("desa.foundation.safekeeping.actions.write_recovery", full_disk)
    with pytest.raises(OSError, match="no space left"):
        post(client, **filled(html))
    assert not Village.objects.exists()
    assert not Membership.objects.exists()


def test_second_set_up_is_refused(empty: DataFolder) -> None:
    client = Client()
    first, second = start(client), start(Client())
    post(client, **filled(first))
    wrapped = empty.wrapped_keys.read_bytes()
    assert post(Client(), **filled(second, username="lain")).status_code == 404
    assert Client().get("/mulai/").status_code == 404
    assert Village.objects.count() == 1
    assert empty.wrapped_keys.read_bytes() == wrapped


def test_form_of_another_site_is_refused() -> None:
    data = {"setup_code": setup_code().value, "village_code": CODE}
    answer = Client().post("/mulai/", data, headers={"Origin": "https://jahat.example"})
    assert answer.status_code == 403


def test_terminal_says_address_and_code_until_the_village_exists() -> None:
    said = StringIO()
    call_command("setup_code", address="http://127.0.0.1:8100/", stdout=said)
    assert "http://127.0.0.1:8100/mulai/" in said.getvalue()
    assert setup_code().display in said.getvalue()
    client = Client()
    post(client, **filled(start(client)))
    later = StringIO()
    call_command("setup_code", address="http://127.0.0.1:8100/", stdout=later)
    assert setup_code().display not in later.getvalue()
    assert "/akun/masuk/" in later.getvalue()


def test_data_that_came_first_stay_with_the_village_that_is_named_later(
    settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path  # heads that other tests sealed for this code do not count here
    waiting = village_to_fill(by=first_run.BY)
    assert village_to_fill(by=first_run.BY) == waiting
    client = Client()
    assert client.get("/")["Location"] == "/mulai/"
    out = StringIO()
    call_command("setup_code", stdout=out)
    assert "/mulai/" in out.getvalue()
    assert post(client, **filled(start(client))).status_code == 302
    named = Village.objects.get()
    assert (named.pk, named.code, named.name) == (waiting.pk, CODE, "Sumbergedang")
    with village_scope(named):
        names = set(TrailEvent.objects.values_list("name", flat=True))
        assert {"tenancy.village.awaited", "tenancy.village.founded"} <= names
        assert find_break() is None
    assert client.get("/mulai/").status_code == 404
