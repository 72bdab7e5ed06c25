"""The use cases of a letter. Each is one transaction; files are made after it, never inside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.intake.actions import once
from desa.foundation.papers.actions import number_paper
from desa.foundation.papers.actions import replace as replace_paper
from desa.foundation.papers.actions import void as void_paper
from desa.foundation.papers.queries import default_size, register_format
from desa.foundation.servicelevels.actions import close_case, open_case, publish_standard
from desa.foundation.servicelevels.models import ServiceCase, ServiceStandard
from desa.foundation.servicelevels.queries import standards_in_force
from desa.foundation.servicelevels.rules.working_time import NeverOpen
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Status
from desa.people.residents.models import Person
from desa.services.letters.engine.catalogue import kinds
from desa.services.letters.enums import Channel, Helper, LetterPermission, LetterState
from desa.services.letters.exceptions import LetterRefused
from desa.services.letters.models import Letter
from desa.services.letters.queries import REGISTER, SENT, compose, signer_for, signers
from desa.services.letters.rules.kinds import FREE, LetterKind
from desa.services.letters.transitions import TRANSITIONS, is_possible


@dataclass(frozen=True)
class Application:
    """What the counter took down: for whom, which letter, and how the person came."""

    kind: LetterKind
    person: Person
    answers: dict[str, str]
    channel: Channel = Channel.COUNTER
    helper: Helper = Helper.NONE
    helper_name: str = ""
    seen: list[str] = field(default_factory=list)
    read_back: bool = False


@action
def submit_letter(*, by: Actor, application: Application) -> Letter:
    """Take an application; the promise to the resident is made now. Raises LetterRefused."""
    kind = application.kind
    _check_answers(kind, application.answers)
    if application.person.status != Status.ALIVE:
        state = application.person.get_status_display()
        raise LetterRefused(
            _("Warga ini tercatat “%(state)s”. Perbaiki dulu data warga.") % {"state": state}
        )
    letter = Letter(
        kind=kind.slug,
        person=application.person,
        answers={name: application.answers.get(name, "").strip() for name in kind.questions},
        channel=application.channel,
        helper=application.helper,
        helper_name=application.helper_name,
        seen=application.seen,
        read_back=application.read_back,
        case=_promise(kind),
        created_at=clock.now(),
        created_by_label=by.actor_label,
    )
    letter.full_clean()
    letter.save()
    record("letters.letter.submitted", letter, by, kind=kind.slug, channel=letter.channel)
    return letter


@action
def take_application(
    *, by: User, application: Application, key: UUID, signer: Officeholder | None = None
) -> Letter:
    """One letter for each form, however often it is sent; with its number at once when the signer is present."""

    def make() -> Letter:
        letter = submit_letter(by=by, application=application)
        return sign_on_the_spot(by=by, letter=letter, signer=signer) if signer else letter

    letter_id, _new = once(key=key, purpose=SENT, by=by, make=make)
    return Letter.objects.get(pk=letter_id)


def _promise(kind: LetterKind) -> ServiceCase:
    try:
        return open_case(service=kind.slug)
    except (ServiceStandard.DoesNotExist, NeverOpen):
        raise LetterRefused(
            _("Jam layanan atau standar layanan belum diisi. Isi dulu di Pengaturan.")
        ) from None


def _check_answers(kind: LetterKind, answers: dict[str, str]) -> None:
    for item in kind.fields:
        if item.required and not answers.get(item.name, "").strip():
            raise LetterRefused(_("Isian “%(label)s” masih kosong.") % {"label": item.label})


@action
def approve_letter(*, by: User, letter: Letter) -> Letter:
    """Approve as the kades (or who acts for him) and give the number. An approved letter stays as it is.

    Raises PermissionDenied, NoSigner, or LetterRefused for a letter that was refused or cancelled meanwhile.
    """
    current = _locked(letter)
    if current.paper is not None:
        return current
    _step(current, LetterState.APPROVED, by)
    return _number(current, by, signer_for(by), recorded_by=None)


@action
def approve_batch(*, by: User, letters: Sequence[Letter]) -> list[Letter]:
    """All or none, in the order in which they are promised."""
    ordered = sorted(letters, key=lambda letter: (letter.case.promised_at, letter.pk))
    _lock_all(letters)
    return [approve_letter(by=by, letter=letter) for letter in ordered]


def _lock_all(letters: Sequence[Letter]) -> None:
    """Before the first number: who holds the register's lock must not wait for a letter's."""
    keys = [letter.pk for letter in letters]
    list(Letter.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


@action
def sign_on_the_spot(*, by: User, letter: Letter, signer: Officeholder) -> Letter:
    """The official is present and signs the print at the counter; `by` records whom. Raises LetterRefused."""
    current = _locked(letter)
    if current.paper is not None:
        return current
    _demand(by, LetterPermission.LETTER_MAKE)
    if signer.pk not in {holder.pk for holder in signers()}:
        raise LetterRefused(_("Pejabat ini tidak menjabat hari ini. Pilih pejabat lain."))
    _demand_possible(current, LetterState.APPROVED)
    return _number(current, by, signer, recorded_by=by)


def _number(letter: Letter, by: User, signer: Officeholder, recorded_by: User | None) -> Letter:
    kind = letter.kind_data
    letter.paper = number_paper(
        by=by,
        document=compose(kind, letter.person, letter.answers, signer),
        register=REGISTER,
        register_format=register_format(REGISTER),
        classification=kind.classification,
        signer=signer,
        recorded_by=recorded_by,
        size=default_size(),
        kind_label=kind.name,
        subject_name=letter.person.name,
    )
    _decide(letter, LetterState.APPROVED, signer.name if recorded_by else by.actor_label)
    close_case(case=letter.case)
    happened = "signed_on_the_spot" if letter.on_the_spot else "approved"
    record(f"letters.letter.{happened}", letter, by, signer=signer.pk)
    return letter


@action
def refuse_letter(*, by: User, letter: Letter, reason: str) -> Letter:
    """Say no, with the reason the applicant will read. Raises LetterRefused."""
    current = _locked(letter)
    _step(current, LetterState.REFUSED, by)
    current.reason = _reason(reason)
    _decide(current, LetterState.REFUSED, by.actor_label)
    close_case(case=current.case)
    record("letters.letter.refused", current, by)
    return current


@action
def cancel_letter(*, by: User, letter: Letter, reason: str) -> Letter:
    """Taken back before a decision: a mistake at the counter, or the resident no longer needs it."""
    current = _locked(letter)
    _step(current, LetterState.CANCELLED, by)
    current.reason = _reason(reason)
    _decide(current, LetterState.CANCELLED, by.actor_label)
    close_case(case=current.case)
    record("letters.letter.cancelled", current, by)
    return current


@action
def hand_over(*, by: User, letter: Letter, received_by: str) -> Letter:
    """The print is signed and stamped and given to `received_by`. Handing over twice changes nothing.

    Raises LetterRefused, also while there is no file to print.
    """
    current = _locked(letter)
    if current.state == LetterState.HANDED_OVER:
        return current
    _step(current, LetterState.HANDED_OVER, by)
    if current.paper is None or current.paper.print_file_id is None:
        raise LetterRefused(_("Berkas cetaknya belum jadi, jadi belum ada yang diserahkan."))
    current.state = LetterState.HANDED_OVER
    current.handed_over_at, current.handed_over_by_label = clock.now(), by.actor_label
    current.received_by = received_by.strip()
    current.full_clean()
    current.save()
    record("letters.letter.handed_over", current, by)
    return current


@action
def void_letter(*, by: User, letter: Letter, reason: str) -> Letter:
    """The number stays used; whoever checks the paper reads that it was withdrawn. Raises LetterRefused."""
    current = _locked(letter)
    _step(current, LetterState.VOIDED, by)
    assert current.paper is not None
    current.reason = _reason(reason)
    void_paper(by=by, paper=current.paper, reason=current.reason)
    current.state = LetterState.VOIDED
    current.save(update_fields=["state", "reason"])
    record("letters.letter.voided", current, by)
    return current


@action
def replace_letter(*, by: User, letter: Letter, replacement: Letter, reason: str) -> Letter:
    """A corrected letter of the same person takes the place of this one. Raises LetterRefused."""
    current = _locked(letter)
    _step(current, LetterState.REPLACED, by)
    if replacement.paper is None or replacement.person_id != current.person_id:
        raise LetterRefused(_("Surat pengganti harus sudah bernomor dan untuk orang yang sama."))
    assert current.paper is not None
    current.reason = _reason(reason)
    replace_paper(by=by, paper=current.paper, replacement=replacement.paper, reason=current.reason)
    current.state = LetterState.REPLACED
    current.save(update_fields=["state", "reason"])
    record("letters.letter.replaced", current, by, replacement=replacement.pk)
    return current


def _locked(letter: Letter) -> Letter:
    """Without its relations: PostgreSQL would join them as they were before it waited for the lock."""
    return Letter.objects.select_for_update().get(pk=letter.pk)


def _step(letter: Letter, after: LetterState, by: User) -> None:
    _demand_possible(letter, after)
    _demand(by, TRANSITIONS[LetterState(letter.state), after])


def _demand_possible(letter: Letter, after: LetterState) -> None:
    if not is_possible(letter.state, after):
        state = letter.get_state_display()
        raise LetterRefused(
            _("Langkah ini tidak bisa: surat sudah “%(state)s”.") % {"state": state}
        )


def _demand(by: User, permission: LetterPermission) -> None:
    if not has_permission(by, permission):
        raise PermissionDenied(permission)


def _decide(letter: Letter, state: LetterState, label: str) -> None:
    letter.state, letter.decided_at, letter.decided_by_label = state, clock.now(), label
    letter.full_clean()
    letter.save()


def _reason(text: str) -> str:
    if not text.strip():
        raise LetterRefused(_("Tulis alasannya, agar warga tahu."))
    return text.strip()


@action
def publish_usual_standards(*, by: Actor) -> None:
    """Put the standard that ships with each kind in force, where the village has none of its own."""
    known = {standard.service for standard in standards_in_force()}
    for kind in kinds().values():
        if kind.slug not in known:
            standard = ServiceStandard(
                service=kind.slug,
                name=kind.public_name,
                product=kind.product,
                requirements=list(kind.requirements),
                working_days=kind.working_days,
                cost=FREE,
                basis=kind.basis,
                valid_from=clock.today(current_village()),
            )
            publish_standard(by=by, standard=standard)
