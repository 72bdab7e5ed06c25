"""The words of a letter for one person, and the office's lists."""

from collections.abc import Mapping
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.accounts.queries import current_officeholders
from desa.foundation.core import clock
from desa.foundation.core.registry import Askable, SearchHit
from desa.foundation.papers.queries import (
    document_of,
    emblem_digest,
    letterhead,
    place_and_date,
    signature_of,
)
from desa.foundation.papers.rules.document import Document
from desa.foundation.papers.rules.markup import parse_body
from desa.foundation.servicelevels.models import ServiceStandard
from desa.foundation.servicelevels.queries import standard_for
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.models import Person
from desa.people.residents.queries import letter_facts
from desa.services.letters.engine.catalogue import kinds, shipped
from desa.services.letters.enums import LetterState
from desa.services.letters.exceptions import NoSigner
from desa.services.letters.models import Letter
from desa.services.letters.rules.kinds import LetterKind, blanks_filled

REGISTER = "surat-keterangan"
SENT = "letters.make"
SHOWN_TO_KADES = timedelta(days=7)
MAY_SIGN = (Office.KADES, Office.SEKDES)


def signers() -> list[Officeholder]:
    """Who may sign letters today, the kades (also Plh., Plt., Pj.) first."""
    holders = list(current_officeholders(*MAY_SIGN).select_related("membership"))
    return sorted(
        holders,
        key=lambda holder: (MAY_SIGN.index(Office(holder.office)), -holder.term_from.toordinal()),
    )


def signer_for(user: User) -> Officeholder:
    """The office in which this user approves. Raises NoSigner."""
    for holder in signers():
        if (
            holder.office == Office.KADES
            and holder.membership
            and holder.membership.user_id == user.pk
        ):
            return holder
    raise NoSigner


def preview_signer(user: User) -> Officeholder:
    """Who would sign if this user approved; someone to show when they may not. Raises NoSigner."""
    try:
        return signer_for(user)
    except NoSigner:
        return usual_signer()


def usual_signer() -> Officeholder:
    """Whom the preview names. Raises NoSigner when no kades is entered."""
    for holder in signers():
        if holder.office == Office.KADES:
            return holder
    raise NoSigner


def compose(
    kind: LetterKind, person: Person, answers: Mapping[str, str], signer: Officeholder
) -> Document:
    """The very paper: what is printed if this letter were approved now."""
    signature = signature_of(signer, on_behalf=signer.office != Office.KADES)
    values = {**person_values(person), **blanks_filled(kind, answers)}
    values["jabatan_penanda_tangan"] = " ".join(signature.capacity).removeprefix("a.n. ")
    return Document(
        letterhead=letterhead(),
        title=kind.name.upper(),
        body=parse_body(kind.body, values),
        place_and_date=place_and_date(),
        signature=signature,
        emblem=emblem_digest(),
    )


def words_of(letter: Letter) -> Document:
    """What its paper says: as frozen with the number, else as it would read now. Raises NoSigner."""
    if letter.paper is not None:
        return document_of(letter.paper)
    return compose(letter.kind_data, letter.person, letter.answers, usual_signer())


def person_values(person: Person) -> dict[str, str]:
    """The register's facts, with the two that letters write in one line."""
    facts, village = letter_facts(person), current_village()
    birth = [facts["tempat_lahir"], facts["tanggal_lahir"]]
    address = [facts["alamat"], f"Desa {village.name}"]
    return {
        **facts,
        "tempat_tanggal_lahir": ", ".join(part for part in birth if part),
        "alamat_lengkap": ", ".join(part for part in address if part),
        "desa": village.name,
        "kecamatan": village.kecamatan,
        "kabupaten": village.kabupaten.removeprefix("Kabupaten "),
    }


def letters() -> QuerySet[Letter]:
    return Letter.objects.select_related("person", "paper", "case").order_by("-created_at")


def waiting_for_approval() -> QuerySet[Letter]:
    """The one promised earliest first."""
    return letters().filter(state=LetterState.SUBMITTED).order_by("case__promised_at", "created_at")


def signed_on_the_spot() -> QuerySet[Letter]:
    """Numbered at the counter in the last days, without the kades' own tap: he reads them afterwards."""
    since = clock.now() - SHOWN_TO_KADES
    return letters().filter(decided_at__gte=since, paper__recorded_by_id__isnull=False)


def count_waiting() -> int:
    return Letter.objects.filter(state=LetterState.SUBMITTED).count()


def by_status_code(code: str) -> Letter | None:
    return letters().filter(status_code=code).first()


def valid_letters_of(person: Person) -> QuerySet[Letter]:
    """The person's numbered letters that are neither voided nor replaced."""
    return letters().filter(
        person=person, state__in=[LetterState.APPROVED, LetterState.HANDED_OVER]
    )


def open_twin(person: Person, kind: LetterKind) -> Letter | None:
    """A letter of this kind that was taken for this person today and is not handed over yet."""
    village = current_village()
    today = clock.today(village)
    mine = open_letters().filter(person=person, kind=kind.slug)
    same_day = (row for row in mine if clock.local(row.created_at, village).date() == today)
    return next(same_day, None)


def finished_letters() -> QuerySet[Letter]:
    """Those that are done with, the newest first."""
    return letters().exclude(state__in=[LetterState.SUBMITTED, LetterState.APPROVED])


def queue() -> list[Letter]:
    """The newest open letters, for the side of the counter."""
    return list(open_letters()[:8])


def find_letters(words: str, limit: int) -> list[SearchHit]:
    """For the office's one search box: letters whose number holds these words."""
    if "/" not in words:
        return []
    found = letters().filter(paper__number_text__icontains=words.strip())[:limit]
    return [
        SearchHit(
            title=letter.paper.number_text if letter.paper else "",
            detail=f"{shipped(letter.kind_data.public_name)} · {letter.person.name}",
            url=reverse("letters:detail", args=[letter.pk]),
            kind=str(_("Surat")),
        )
        for letter in found
    ]


def open_letters() -> QuerySet[Letter]:
    """What the counter still has to do something about."""
    return letters().filter(state__in=[LetterState.SUBMITTED, LetterState.APPROVED])


def askable_standard(slug: str) -> Askable | None:
    """The promise of one kind of letter, as anyone may ask about it."""
    if slug not in kinds():
        return None
    try:
        standard = standard_for(slug)
    except ServiceStandard.DoesNotExist:
        return None
    title = ngettext(
        "Janji %(name)s: %(days)s hari kerja",
        "Janji %(name)s: %(days)s hari kerja",
        standard.working_days,
    ) % {"name": standard.name, "days": standard.working_days}
    url = reverse("letters:service", args=[slug])
    return Askable(title, url, Office.KASI_PELAYANAN, str(Office.KASI_PELAYANAN.label))


def search_standards(words: str, limit: int) -> list[tuple[str, Askable]]:
    found = ((slug, askable_standard(slug)) for slug in kinds())
    shown = [(slug, item) for slug, item in found if item and words.lower() in item.title.lower()]
    return shown[:limit]
