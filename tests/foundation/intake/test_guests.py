"""Half-filled public forms: only who has the address sees them, and not for long."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desa.foundation.core import clock
from desa.foundation.intake.actions import (
    append_part,
    begin_upload,
    discard_guest_draft,
    forget_guest_drafts,
    guests,
    open_guest_draft,
    save_guest_draft,
    take_upload,
)
from desa.foundation.intake.exceptions import DraftRefused, UploadGone
from desa.foundation.intake.models import GuestDraft
from desa.foundation.intake.queries import find_guest_draft
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres
FORM = "complaints.sample"


def _found(key: str) -> GuestDraft:
    draft = find_guest_draft(key, FORM)
    assert draft is not None
    return draft


def test_draft_is_found_by_its_address_and_grows(scope: Village) -> None:
    key = open_guest_draft(form=FORM, data={"kategori": ["pju"]}).value
    save_guest_draft(_found(key), data={"tempat": ["Winog"]})
    save_guest_draft(_found(key), data={"kategori": ["air"]})
    assert _found(key).data == {"kategori": ["air"], "tempat": ["Winog"]}


def test_two_tabs_are_two_drafts(scope: Village) -> None:
    first = open_guest_draft(form=FORM, data={"cerita": ["satu"]}).value
    second = open_guest_draft(form=FORM, data={"cerita": ["dua"]}).value
    assert (_found(first).data, _found(second).data) == ({"cerita": ["satu"]}, {"cerita": ["dua"]})


@pytest.mark.parametrize("key", ["", "salah", "A" * 32])
def test_wrong_address_finds_nothing_in_one_look_up(scope: Village, key: str) -> None:
    open_guest_draft(form=FORM, data={})
    with CaptureQueriesContext(connection) as asked:
        assert find_guest_draft(key, FORM) is None
    assert len(asked) == 1


def test_other_form_and_other_village_find_nothing(
    village: Village, other_village: Village
) -> None:
    with village_scope(village):
        key = open_guest_draft(form=FORM, data={}).value
        assert find_guest_draft(key, "complaints.other") is None
    with village_scope(other_village):
        assert find_guest_draft(key, FORM) is None


def test_database_keeps_no_address(scope: Village) -> None:
    key = open_guest_draft(form=FORM, data={}).value
    assert key not in str(GuestDraft.objects.values().get())


def test_draft_untouched_for_a_day_is_gone(scope: Village) -> None:
    old = open_guest_draft(form=FORM, data={}).value
    young = open_guest_draft(form=FORM, data={}).value
    day_ago = clock.now() - timedelta(hours=25)
    GuestDraft.objects.filter(pk=_found(old).pk).update(saved_at=day_ago)
    assert find_guest_draft(old, FORM) is None
    assert forget_guest_drafts() == 1
    assert find_guest_draft(young, FORM) is not None


def test_discarded_draft_is_gone_and_discarding_twice_is_no_error(scope: Village) -> None:
    key = open_guest_draft(form=FORM, data={}).value
    discard_guest_draft(key=key, form=FORM)
    discard_guest_draft(key=key, form=FORM)
    assert find_guest_draft(key, FORM) is None


def test_what_no_person_types_is_refused_and_keeps_what_was_there(scope: Village) -> None:
    key = open_guest_draft(form=FORM, data={"cerita": ["lampu mati"]}).value
    with pytest.raises(DraftRefused):
        save_guest_draft(_found(key), data={"cerita": ["x" * 70_000]})
    with pytest.raises(DraftRefused):
        open_guest_draft(form=FORM, data={"cerita": ["x" * 70_000]})
    assert _found(key).data == {"cerita": ["lampu mati"]}


def test_flood_of_drafts_has_an_end(scope: Village, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "MOST_GUEST_DRAFTS", 2)
    open_guest_draft(form=FORM, data={})
    open_guest_draft(form=FORM, data={})
    with pytest.raises(DraftRefused):
        open_guest_draft(form=FORM, data={})


def test_upload_of_another_village_is_not_found(village: Village, other_village: Village) -> None:
    with village_scope(other_village):
        key = begin_upload(purpose="intake.sample", size=3).value
    with village_scope(village), pytest.raises(UploadGone):
        append_part(key=key, offset=0, content=b"abc")
    with village_scope(village), pytest.raises(UploadGone):
        take_upload(key=key, purpose="intake.sample")
