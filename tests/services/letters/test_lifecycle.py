"""A letter from the counter to the hand-over, and every step that is refused."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from desa.foundation.accounts.actions import end_term
from desa.foundation.accounts.enums import Office, Standing
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.core import clock
from desa.foundation.papers import published as papers
from desa.foundation.papers.actions import attach
from desa.foundation.papers.enums import PaperState
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.models import OpeningHours, Village
from desa.foundation.trail.models import TrailEvent
from desa.people.residents.enums import Status
from desa.people.residents.models import Person
from desa.services.letters.actions import (
    Application,
    approve_batch,
    approve_letter,
    cancel_letter,
    hand_over,
    refuse_letter,
    replace_letter,
    sign_on_the_spot,
    submit_letter,
    void_letter,
)
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.enums import Channel, Helper, LetterState
from desa.services.letters.exceptions import LetterRefused, NoSigner
from desa.services.letters.models import Letter
from desa.services.letters.queries import signed_on_the_spot
from tests.services.letters.conftest import (
    CLERK,
    TUESDAY,
    Submit,
    official,
    printed,
    register,
    user_of,
)
from tests.trailing import first_broken

pytestmark = pytest.mark.postgres


def test_promise_is_made_when_the_application_is_taken(submit: Submit) -> None:
    letter = submit()
    assert letter.case.promised_at == TUESDAY.replace(hour=15, minute=0)
    assert letter.paper is None
    assert len(letter.status_code) == 6


def test_helper_and_channel_are_stored(suwarni: Person, operator: User) -> None:
    application = Application(
        kind=kind_named("keterangan-domisili"),
        person=suwarni,
        answers={"keperluan": "melamar pekerjaan"},
        channel=Channel.ASSISTED,
        helper=Helper.IN_LAW,
        helper_name="Lestari",
        read_back=True,
    )
    letter = submit_letter(by=operator, application=application)
    assert (letter.channel, letter.helper, letter.helper_name, letter.read_back) == (
        "dibantu",
        "menantu",
        "Lestari",
        True,
    )


def test_unanswered_question_is_named(submit: Submit) -> None:
    with pytest.raises(LetterRefused, match="Untuk keperluan apa"):
        submit(keperluan="  ")


def test_village_without_hours_says_what_is_missing(submit: Submit, scope: Village) -> None:
    OpeningHours.objects.all().delete()
    with pytest.raises(LetterRefused, match="Jam layanan"):
        submit()
    assert not Letter.objects.exists()


def test_letter_for_a_person_who_died_is_refused(submit: Submit, suwarni: Person) -> None:
    suwarni.status = Status.DEAD
    suwarni.save()
    with pytest.raises(LetterRefused, match="Meninggal"):
        submit()


def test_approval_gives_the_number_and_freezes_the_facts(
    submit: Submit, kades: User, suwarni: Person
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    assert letter.paper is not None
    assert letter.paper.number == 1
    assert letter.paper.state == PaperState.NUMBERED
    assert letter.decided_by_label == "Hariyono"
    suwarni.name = "Nama Lain"
    suwarni.save()
    attach(paper_id=letter.paper.pk)
    assert "Suwarni" in str(Paper.objects.get(pk=letter.paper.pk).content)


def test_double_tap_approves_once(submit: Submit, kades: User) -> None:
    letter = submit()
    first, second = approve_letter(by=kades, letter=letter), approve_letter(by=kades, letter=letter)
    assert first.paper_id == second.paper_id
    assert Paper.objects.count() == 1


def test_batch_is_numbered_in_the_order_of_its_promises(submit: Submit, kades: User) -> None:
    sooner = submit()
    with clock.frozen(TUESDAY.replace(day=25)):
        later = submit()
        approved = approve_batch(by=kades, letters=[later, sooner])
    assert [letter.pk for letter in approved] == [sooner.pk, later.pk]
    assert [letter.paper.number for letter in approved if letter.paper] == [1, 2]


def test_batch_with_a_refused_letter_numbers_none(submit: Submit, kades: User) -> None:
    good, refused = submit(), submit()
    refuse_letter(by=kades, letter=refused, reason="KK belum diperbarui.")
    with pytest.raises(LetterRefused):
        approve_batch(by=kades, letters=[good, refused])
    assert not Paper.objects.exists()


def test_only_the_kades_or_who_acts_for_him_approves(
    submit: Submit, operator: User, sekdes: User
) -> None:
    letter = submit()
    for user in (operator, sekdes):
        with pytest.raises(PermissionDenied):
            approve_letter(by=user, letter=letter)


def test_plh_signs_with_the_right_title(submit: Submit, scope: Village) -> None:
    acting = official(Office.KADES, "Endang", Standing.PLH)
    letter = approve_letter(by=user_of(acting), letter=submit())
    assert letter.paper is not None
    assert letter.paper.signer_title == "Plh. Kepala Desa Sumbergedang"


def test_kades_whose_term_ended_cannot_approve(submit: Submit, scope: Village) -> None:
    holder = official(Office.KADES, "Hariyono")
    end_term(by=CLERK, holder=holder, last_day=(TUESDAY - timedelta(days=1)).date())
    with pytest.raises(PermissionDenied):
        approve_letter(by=user_of(holder), letter=submit())


def test_kades_who_is_not_entered_as_officeholder_is_told_so(submit: Submit, kades: User) -> None:
    Officeholder.objects.all().delete()
    with pytest.raises(NoSigner):
        approve_letter(by=kades, letter=submit())


def test_signed_on_the_spot_stores_signer_and_recorder(
    submit: Submit, operator: User, kades: User
) -> None:
    holder = Officeholder.objects.get(office=Office.KADES)
    letter = sign_on_the_spot(by=operator, letter=submit(), signer=holder)
    assert letter.paper is not None
    assert (letter.paper.signer_id, letter.paper.recorded_by_label) == (holder.pk, "Dewi")
    assert letter.decided_by_label == "Hariyono"


def test_signing_on_the_spot_is_not_told_as_an_approval(
    submit: Submit, operator: User, kades: User
) -> None:
    holder = Officeholder.objects.get(office=Office.KADES)
    approved = approve_letter(by=kades, letter=submit())
    spot = sign_on_the_spot(by=operator, letter=submit(), signer=holder)
    words = "Diberi nomor oleh Dewi, ditandatangani di tempat oleh Hariyono"
    assert (approved.decision_words, spot.decision_words) == ("Disetujui Hariyono", words)
    assert not TrailEvent.objects.filter(name="letters.letter.approved", target_id=spot.pk).exists()
    assert TrailEvent.objects.filter(
        name="letters.letter.signed_on_the_spot", target_id=spot.pk
    ).exists()


def test_kades_sees_what_was_signed_on_the_spot_for_seven_days(
    submit: Submit, operator: User, kades: User
) -> None:
    holder = Officeholder.objects.get(office=Office.KADES)
    approve_letter(by=kades, letter=submit())
    spot = sign_on_the_spot(by=operator, letter=submit(), signer=holder)
    submit()
    assert [letter.pk for letter in signed_on_the_spot()] == [spot.pk]
    with clock.frozen(TUESDAY + timedelta(days=8)):
        assert not signed_on_the_spot().exists()


def test_official_who_left_office_cannot_sign_on_the_spot(
    submit: Submit, operator: User, scope: Village
) -> None:
    former = official(Office.KADES, "Lama")
    end_term(by=CLERK, holder=former, last_day=(TUESDAY - timedelta(days=1)).date())
    with pytest.raises(LetterRefused, match="tidak menjabat"):
        sign_on_the_spot(by=operator, letter=submit(), signer=former)


def test_sekdes_signs_on_behalf_of_the_kades(submit: Submit, operator: User, sekdes: User) -> None:
    holder = Officeholder.objects.get(office=Office.SEKDES)
    letter = sign_on_the_spot(by=operator, letter=submit(), signer=holder)
    assert letter.paper is not None
    assert letter.paper.signer_title == "a.n. Kepala Desa Sumbergedang, Sekretaris Desa"


def test_refusal_needs_a_reason_and_ends_the_clock(submit: Submit, kades: User) -> None:
    letter = submit()
    with pytest.raises(LetterRefused, match="alasan"):
        refuse_letter(by=kades, letter=letter, reason=" ")
    refused = refuse_letter(by=kades, letter=letter, reason="KK belum diperbarui.")
    assert refused.state == LetterState.REFUSED
    assert refused.case.closed_at == TUESDAY
    with pytest.raises(LetterRefused):
        approve_letter(by=kades, letter=refused)


def test_cancelled_application_cannot_be_approved(
    submit: Submit, operator: User, kades: User
) -> None:
    letter = cancel_letter(by=operator, letter=submit(), reason="Salah orang.")
    with pytest.raises(LetterRefused, match="Dibatalkan"):
        approve_letter(by=kades, letter=letter)


def test_hand_over_happens_once_and_only_after_approval(
    submit: Submit, operator: User, kades: User
) -> None:
    letter = submit()
    with pytest.raises(LetterRefused):
        hand_over(by=operator, letter=letter, received_by="Suwarni")
    printed(letter, kades)
    first = hand_over(by=operator, letter=letter, received_by="Lestari")
    second = hand_over(by=operator, letter=letter, received_by="Orang lain")
    assert (first.received_by, second.received_by) == ("Lestari", "Lestari")


def test_letter_without_its_print_file_is_not_handed_over(
    submit: Submit, operator: User, kades: User
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    with pytest.raises(LetterRefused, match="Berkas cetaknya belum jadi"):
        hand_over(by=operator, letter=letter, received_by="Suwarni")
    letter.refresh_from_db()
    assert (letter.state, letter.received_by) == (LetterState.APPROVED, "")


def test_voided_letter_says_so_to_whoever_checks_it(submit: Submit, kades: User) -> None:
    letter = approve_letter(by=kades, letter=submit())
    void_letter(by=kades, letter=letter, reason="Nama usaha keliru.")
    assert letter.paper is not None
    found = papers.verify(letter.paper.verify_code)
    assert found is not None
    assert not found.is_valid
    with pytest.raises(LetterRefused):
        void_letter(by=kades, letter=letter, reason="Lagi.")


def test_number_of_a_voided_letter_is_never_used_again(submit: Submit, kades: User) -> None:
    void_letter(by=kades, letter=approve_letter(by=kades, letter=submit()), reason="Keliru.")
    following = approve_letter(by=kades, letter=submit())
    assert following.paper is not None
    assert following.paper.number == 2


def test_replacement_is_named_on_the_old_paper(submit: Submit, kades: User) -> None:
    old, new = (approve_letter(by=kades, letter=submit()) for _ in range(2))
    replace_letter(by=kades, letter=old, replacement=new, reason="Tanggal lahir keliru.")
    assert old.paper is not None
    assert new.paper is not None
    found = papers.verify(old.paper.verify_code)
    assert found is not None
    assert found.replaced_by_number == new.paper.number_text


def test_letter_of_someone_else_cannot_replace(submit: Submit, kades: User, operator: User) -> None:
    old = approve_letter(by=kades, letter=submit())
    other = register("Nur Hidayah", "3514997006980005", "3514990101100002")
    application = Application(
        kind_named("keterangan-domisili"), other, {"keperluan": "melamar pekerjaan"}
    )
    new = approve_letter(by=kades, letter=submit_letter(by=operator, application=application))
    with pytest.raises(LetterRefused, match="orang yang sama"):
        replace_letter(by=kades, letter=old, replacement=new, reason="Keliru.")


def test_operator_may_not_void(submit: Submit, kades: User, operator: User) -> None:
    letter = approve_letter(by=kades, letter=submit())
    with pytest.raises(PermissionDenied):
        void_letter(by=operator, letter=letter, reason="Coba.")


def test_every_step_is_in_the_trail(submit: Submit, kades: User, operator: User) -> None:
    letter = submit()
    printed(letter, kades)
    hand_over(by=operator, letter=letter, received_by="Suwarni")
    names = (
        TrailEvent.objects.filter(target_id=letter.pk)
        .order_by("sequence")
        .values_list("name", flat=True)
    )
    assert list(names) == [
        "letters.letter.submitted",
        "letters.letter.approved",
        "letters.letter.handed_over",
    ]
    assert first_broken() is None


def test_trail_holds_no_name_and_no_answer(submit: Submit, kades: User) -> None:
    approve_letter(by=kades, letter=submit())
    written = str(
        list(TrailEvent.objects.filter(name__startswith="letters.").values_list("facts", flat=True))
    )
    assert "Suwarni" not in written
    assert "rumah sakit" not in written


def test_status_codes_are_not_repeated(submit: Submit) -> None:
    codes = {submit().status_code for _ in range(30)}
    assert len(codes) == 30
    assert Letter.objects.count() == 30
