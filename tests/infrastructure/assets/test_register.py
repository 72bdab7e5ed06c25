"""An asset from its first day to its minutes: codes, mistakes, checks, disposal."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.papers.enums import PaperState
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.actions import AssetFacts, Minutes
from desa.infrastructure.assets.enums import Condition, DisposalReason
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset, Disposal
from desa.infrastructure.assets.queries import find_asset, kept_assets
from tests.factories import officeholder, officials
from tests.infrastructure.assets.conftest import (
    DAY,
    MORNING,
    Officials,
    Register,
    disposed,
    outside_minutes,
    picture,
    rp,
    seen,
)

LATER = MORNING + timedelta(days=8)
FACTS = AssetFacts(kind="router", name="Router MikroTik")


def test_codes_count_up_in_the_villages_series(register: Register, keeper: User) -> None:
    assert [register().code, register("ups").code] == ["TIK-0001", "TIK-0002"]
    actions.set_code_rule(by=keeper, prefix="sbg", by_year=True)
    assert register().code == "SBG-2026-0001"
    assert find_asset("sbg-2026-0001 ") is not None
    assert find_asset("TIK-0001") is not None


def test_a_prefix_that_no_sticker_could_be_read_from_is_refused(keeper: User) -> None:
    with pytest.raises(ValidationError, match="2 sampai 6 huruf"):
        actions.set_code_rule(by=keeper, prefix="a1", by_year=False)


def test_a_refused_asset_takes_no_number(register: Register, keeper: User) -> None:
    with pytest.raises(ValidationError, match="jenis"):
        register("kulkas")
    assert register().code == "TIK-0001"


def test_two_villages_count_each_for_themselves(village: Village, other_village: Village) -> None:
    for each in (village, other_village):
        with village_scope(each):
            user = officials(each, [Office.SEKDES])[Office.SEKDES]
            assert actions.register_asset(by=user, facts=FACTS).code == "TIK-0001"
            assert kept_assets().count() == 1


def test_a_form_sent_twice_registers_once(keeper: User) -> None:
    key = uuid4()
    send = {"by": keeper, "facts": FACTS, "condition": Condition.WORKS, "count": 3, "key": key}
    assert len(actions.register_assets(**send)) == 3  # type: ignore[arg-type]
    assert [row.code for row in actions.register_assets(**send)] == ["TIK-0001"]  # type: ignore[arg-type]
    assert Asset.objects.count() == 3


def test_what_was_seen_on_the_first_day_is_a_check(register: Register) -> None:
    asset = register(found=Condition.BROKEN)
    assert asset.checks.get().found == Condition.BROKEN
    assert (asset.condition, asset.checked_at) == (Condition.BROKEN, MORNING)
    assert register().checked_at is None


def test_bought_tomorrow_is_refused(register: Register) -> None:
    with pytest.raises(ValidationError, match="belum tiba"):
        register(bought_on=DAY + timedelta(days=1))


def test_a_price_below_zero_is_refused(register: Register) -> None:
    with pytest.raises(ValidationError, match="kurang dari nol"):
        register(price=rp(-1))


def test_an_estimate_without_price_is_no_estimate(register: Register) -> None:
    assert not register(price=None, price_estimated=True).price_estimated


def test_one_asset_has_one_custodian(register: Register) -> None:
    from desa.people.residents.models import Person

    person = Person.objects.create(name="Sutrisno", sex=1, status=1)
    with pytest.raises(ValidationError, match="Pilih satu pemegang"):
        register(holder=officeholder(), keeper=person)


def test_correcting_keeps_code_and_says_what_changed(register: Register, keeper: User) -> None:
    asset = register()
    facts = AssetFacts(kind="router", name="Router baru", place="Balai desa")
    current = actions.correct_asset(by=keeper, asset=asset, facts=facts)
    assert (current.code, current.place) == (asset.code, "Balai desa")
    event = TrailEvent.objects.get(name="assets.asset.corrected")
    assert event.facts["fields"] == "name, place"


def test_a_mistake_of_the_first_days_can_be_taken_out_and_put_back(
    register: Register, keeper: User
) -> None:
    asset = register(found=Condition.WORKS)
    removed = actions.remove_asset(by=keeper, asset=asset, reason="Tercatat dua kali")
    assert not kept_assets().exists()
    actions.restore_asset(by=keeper, asset=removed)
    assert kept_assets().get() == asset


def test_a_code_taken_out_is_never_given_again(register: Register, keeper: User) -> None:
    actions.remove_asset(by=keeper, asset=register(), reason="Keliru")
    assert register().code == "TIK-0002"


def test_a_broken_asset_cannot_vanish_as_a_mistake(register: Register, keeper: User) -> None:
    asset = register(found=Condition.WORKS)
    seen(keeper, asset, Condition.BROKEN)
    with pytest.raises(AssetRefused, match="berita acara"):
        actions.remove_asset(by=keeper, asset=asset, reason="Rusak")
    fresh = register()
    with clock.frozen(LATER), pytest.raises(AssetRefused, match="7 hari"):
        actions.remove_asset(by=keeper, asset=fresh, reason="Rusak")


def test_a_check_says_what_was_seen_and_counts_once(register: Register, hall: Officials) -> None:
    asset, key, kader = register(), uuid4(), hall[Office.KADER]
    for _time in range(2):
        actions.check_asset(
            by=kader, asset=asset, found=Condition.MISSING, note="Kosong", photo=picture(), key=key
        )
    asset.refresh_from_db()
    assert (asset.condition, asset.checks.count()) == (Condition.MISSING, 1)
    check = asset.checks.get()
    assert (check.note, check.by_label) == ("Kosong", kader.actor_label)


def test_nobody_checks_that_it_was_not_checked(register: Register, keeper: User) -> None:
    with pytest.raises(ValidationError):
        seen(keeper, register(), Condition.UNKNOWN)


def test_who_may_not_is_refused(register: Register, hall: Officials) -> None:
    asset = register()
    with pytest.raises(PermissionDenied):
        seen(hall[Office.BPD], asset, Condition.WORKS)
    with pytest.raises(PermissionDenied):
        actions.register_asset(by=hall[Office.KADER], facts=FACTS)
    with pytest.raises(PermissionDenied):
        disposed(hall[Office.KAUR_TU], asset)


def test_disposal_without_minutes_is_refused(register: Register, sekdes: User) -> None:
    asset = register()
    for minutes in (Minutes(), Minutes(number="BA/1"), Minutes(number="BA/1", day=DAY)):
        with pytest.raises(AssetRefused, match="Tanpa berita acara"):
            actions.dispose_asset(
                by=sekdes, asset=asset, reason=DisposalReason.LOST, words="Hilang", minutes=minutes
            )
    assert kept_assets().count() == 1


def test_disposal_counts_from_the_day_of_its_minutes(register: Register, sekdes: User) -> None:
    asset = register()
    with clock.frozen(LATER):
        disposed(sekdes, asset, DAY + timedelta(days=5))
        assert not kept_assets().exists()
        assert kept_assets(DAY + timedelta(days=4)).get() == asset


@pytest.mark.parametrize("day", [DAY - timedelta(days=1), DAY + timedelta(days=1)])
def test_minutes_of_an_impossible_day_are_refused(
    register: Register, sekdes: User, day: date
) -> None:
    with pytest.raises(AssetRefused, match="Tanggal berita acara"):
        disposed(sekdes, register(), day)


def test_disposal_twice_is_refused(register: Register, sekdes: User) -> None:
    asset = register()
    disposed(sekdes, asset)
    with pytest.raises(AssetRefused, match="BA/3/2026"):
        disposed(sekdes, asset)
    with pytest.raises(AssetRefused, match="sudah dihapus"):
        seen(sekdes, asset, Condition.WORKS)
    assert Disposal.objects.count() == 1


def test_our_own_minutes_get_a_number_and_are_withdrawn_with_the_disposal(
    register: Register, hall: Officials
) -> None:
    kades, asset = hall[Office.KADES], register(serial="SN-1")
    disposal = actions.dispose_asset(
        by=kades,
        asset=asset,
        reason=DisposalReason.BROKEN,
        words="Terbakar waktu petir",
        minutes=Minutes(signer=officeholder(user=kades)),
    )
    assert disposal.paper is not None
    assert disposal.paper.number_text.startswith("000.3.4/001/")
    values = str(disposal.paper.content["document"]["body"])
    assert "SN-1" in values
    assert "tidak diketahui" in values
    actions.undo_disposal(by=kades, disposal=disposal, reason="Salah aset")
    assert Paper.objects.get().state == PaperState.VOIDED
    assert kept_assets().get() == asset


def test_a_disposal_taken_back_can_be_made_again(register: Register, sekdes: User) -> None:
    asset = register()
    first = disposed(sekdes, asset)
    with pytest.raises(AssetRefused, match="alasannya"):
        actions.undo_disposal(by=sekdes, disposal=first, reason=" ")
    actions.undo_disposal(by=sekdes, disposal=first, reason="Salah aset")
    disposed(sekdes, asset)
    assert Disposal.base_objects.filter(asset=asset).count() == 2


def test_an_asset_under_repair_is_not_written_off(register: Register, sekdes: User) -> None:
    asset = register()
    actions.open_work_order(by=sekdes, asset=asset, trouble="Mati")
    with pytest.raises(AssetRefused, match="perbaikan"):
        disposed(sekdes, asset)


def test_outside_minutes_keep_number_and_picture(register: Register, sekdes: User) -> None:
    disposal = actions.dispose_asset(
        by=sekdes,
        asset=register(),
        reason=DisposalReason.GIVEN,
        words="Diberikan ke TPQ",
        minutes=outside_minutes(),
    )
    assert disposal.document_number == "BA/3/2026"
    assert disposal.document is not None
