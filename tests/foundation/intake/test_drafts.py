from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import tasks
from desa.foundation.intake.actions import discard_draft, drafts, once, save_draft
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.models import Draft
from desa.foundation.intake.queries import draft_for
from desa.foundation.intake.rules import LARGEST, MOST_FIELDS, fits, kept
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres
FORM = "residents.person"
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
KEY = UUID("6f1c0c1e-0000-4000-8000-000000000001")


def _save(name: str = "Siti", **more: int) -> Draft:
    return save_draft(**{"owner_id": 1, "form": FORM, "data": {"name": [name]}, **more})  # type: ignore[arg-type]


def _name(**more: int) -> str | None:
    draft = draft_for(**{"owner_id": 1, "form": FORM, **more})  # type: ignore[arg-type]
    return draft.data["name"][0] if draft else None


def test_latest_typing_is_found_again(scope: Village) -> None:
    with clock.frozen(NOON):
        _save("Sit")
    with clock.frozen(NOON + timedelta(seconds=5)):
        _save("Siti")
    assert _name() == "Siti"
    assert Draft.objects.get().saved_at == NOON + timedelta(seconds=5)


def test_drafts_of_others_and_of_other_subjects_are_apart(
    village: Village, other_village: Village
) -> None:
    with village_scope(village):
        _save("satu")
        _save("dua", subject_id=7)
        _save("tiga", owner_id=2)
        assert (_name(), _name(subject_id=7), _name(owner_id=2)) == ("satu", "dua", "tiga")
        discard_draft(owner_id=1, form=FORM)
        assert (_name(), _name(subject_id=7), _name(owner_id=2)) == (None, "dua", "tiga")
    with village_scope(other_village):
        assert _name(subject_id=7) is None


def test_one_form_too_many_is_refused_but_the_open_ones_go_on(
    scope: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 2)
    _save(subject_id=1)
    _save(subject_id=2)
    with pytest.raises(DraftRefused):
        _save(subject_id=3)
    _save("Budi", subject_id=2)
    assert _name(subject_id=2) == "Budi"


def test_form_no_person_types_is_refused(scope: Village) -> None:
    with pytest.raises(DraftRefused):
        _save("x" * (LARGEST + 1))
    assert not Draft.objects.exists()


def test_limits_count_fields_and_characters() -> None:
    assert fits({"a": ["x" * (LARGEST - 1)]})
    assert not fits({"a": ["x" * LARGEST]})
    assert fits({str(number): [] for number in range(MOST_FIELDS)})
    assert not fits({str(number): [] for number in range(MOST_FIELDS + 1)})


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=3)))
def test_kept_fields_hold_no_token_and_nothing_the_database_cannot(
    posted: dict[str, list[str]],
) -> None:
    data = kept({**posted, "csrfmiddlewaretoken": ["t"], "kirim_id": ["k"]}.items())
    assert not {"csrfmiddlewaretoken", "kirim_id"} & data.keys()
    assert "\x00" not in "".join(value for values in data.values() for value in values)


def test_drafts_are_forgotten_after_thirty_days_by_the_daily_task(scope: Village) -> None:
    task = tasks.get("intake.forget_old")
    assert task.schedule == timedelta(days=1)
    with clock.frozen(NOON):
        _save()
    with clock.frozen(NOON + timedelta(days=30)):
        task.run({})
        assert _name() == "Siti"
    with clock.frozen(NOON + timedelta(days=30, seconds=1)):
        task.run({})
        assert _name() is None


@pytest.fixture
def clerk(
    client: Client, village: Village, make_official: Callable[[Village, Office], User]
) -> User:
    """An official who is signed in."""
    user = make_official(village, Office.OPERATOR)
    user.set_password("sawah hijau luas")
    user.save()
    client.post(
        reverse("accounts:sign_in"),
        {"username": user.username, "password": "sawah hijau luas"},
        headers={"Origin": "http://testserver"},
    )
    return user


def _url(name: str = "autosave", subject_id: int = 0) -> str:
    return reverse(f"intake:{name}", args=[FORM, subject_id])


def test_autosave_keeps_the_form_of_who_is_signed_in(
    client: Client, clerk: User, village: Village
) -> None:
    sent = {"name": "Siti", "languages": ["id", "jv"], "kirim_id": str(KEY)}
    assert client.post(_url(subject_id=7), sent).status_code == 204
    with village_scope(village):
        draft = draft_for(owner_id=clerk.pk, form=FORM, subject_id=7)
    assert draft is not None
    assert draft.data == {"name": ["Siti"], "languages": ["id", "jv"]}


def test_autosave_that_comes_after_the_form_was_sent_revives_nothing(
    client: Client, clerk: User, village: Village
) -> None:
    with village_scope(village):
        once(
            key=KEY,
            purpose="tenancy.area",
            by=SystemActor("uji"),
            make=lambda: Area.objects.create(kind=AreaKind.DUSUN, name="Sendi"),
        )
    assert client.post(_url(), {"name": "Siti", "kirim_id": str(KEY)}).status_code == 204
    with village_scope(village):
        assert not Draft.objects.exists()


def test_autosave_of_too_much_is_told_so(client: Client, clerk: User) -> None:
    assert client.post(_url(), {"name": "x" * (LARGEST + 1)}).status_code == 413


def test_autosave_needs_the_token_of_the_office(clerk: User, client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post(_url(), {"name": "Siti"}).status_code == 403


@pytest.mark.parametrize("name", ["autosave", "discard"])
def test_stranger_and_reader_are_turned_away(client: Client, village: Village, name: str) -> None:
    assert client.post(_url(name), {"name": "Siti"}).status_code == 302
    with village_scope(village):
        assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["autosave", "discard"])
def test_opening_the_address_does_nothing(client: Client, clerk: User, name: str) -> None:
    assert client.get(_url(name)).status_code == 405


@pytest.mark.parametrize("form", ["person", "Residents.person", "a" * 41 + ".b", "a.b.c", "a.b%20"])
def test_name_that_no_form_has_is_no_address(client: Client, clerk: User, form: str) -> None:
    assert client.post(f"/kantor/draf/{form}/0000000000000/").status_code == 404


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [("/kantor/akun/", "/kantor/akun/"), ("https://jahat.test/", None), ("//jahat.test", None)],
)
def test_discard_leads_back_to_our_own_pages_only(
    client: Client, clerk: User, village: Village, back: str, leads_to: str | None
) -> None:
    client.post(_url(), {"name": "Siti"})
    answer = client.post(_url("discard"), {"lanjut": back})
    assert answer.headers.get("Location") == leads_to
    with village_scope(village):
        assert not Draft.objects.exists()
