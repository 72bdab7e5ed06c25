"""After the yes: the line of the budget, photos of the work, and the word of those who wished it."""

from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions.common import (
    demand,
    demand_open,
    locked,
    move,
    settle,
)
from desa.empowerment.planning.enums import Act, PlanningPermission, ProposalState
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import AuthorWord, Proposal, ProposalPhoto
from desa.empowerment.planning.queries import words_on
from desa.empowerment.planning.transitions import ASKED, WORKED_ON
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.registry import figure_names
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.scope import current_village

MOST_IDEAS = 3
BIDANG = ("1", "2", "3", "4", "5")


@action
def link_budget(*, by: Actor, proposal: Proposal, year: int, code: str) -> Proposal:
    """Name the kegiatan of the APBDes that pays for it; a code that a published budget lacks is refused."""
    demand(by, PlanningPermission.HANDLE)
    current = locked(proposal)
    demand_open(current.round, Act.CARRY_OUT)
    if current.state not in WORKED_ON:
        raise ProposalRefused(_("Hanya usulan yang diterima punya baris anggaran."))
    if _is_missing(year, code):
        said = _("Kegiatan %(code)s tidak ada di APBDes %(year)s yang sudah terbit.")
        raise ProposalRefused(said % {"code": code, "year": year})
    current.budget_year, current.budget_code = year, code
    settle(current)
    record("planning.proposal.linked", current, by, number=current.public_number)
    return current


def _is_missing(year: int, code: str) -> bool:
    """Only a year whose budget is published can miss a code."""
    names = figure_names.find("apbdes")
    if names is None or not current_village().has_room(names.room):
        return False
    is_published = any(names.find(year, bidang) for bidang in BIDANG)
    return is_published and names.find(year, code) is None


@action
def add_progress(
    *, by: Actor, proposal: Proposal, file: StoredFile, percent: int, caption: str = ""
) -> ProposalPhoto:
    """A photo of the work. At 100 the proposers are asked whether it is good. Raises ProposalRefused."""
    demand(by, PlanningPermission.HANDLE)
    current = locked(proposal)
    demand_open(current.round, Act.CARRY_OUT)
    if current.state == ProposalState.ACCEPTED:
        move(current, ProposalState.RUNNING)
    if current.state != ProposalState.RUNNING:
        raise ProposalRefused(_("Foto kemajuan hanya untuk usulan yang sedang dikerjakan."))
    photo = ProposalPhoto(
        proposal=current,
        file=file,
        percent=percent,
        caption=caption.strip(),
        shown=True,
        added_at=clock.now(),
    )
    photo.full_clean()
    photo.save()
    if percent == 100:
        move(current, ProposalState.DONE)
    settle(current)
    record("planning.proposal.progressed", current, by, percent=percent)
    return photo


@action
def add_idea_photo(*, by: Actor, proposal: Proposal, file: StoredFile) -> ProposalPhoto:
    """A photo of the place from the proposer; nobody outside sees it until the office shows it."""
    current = locked(proposal)
    if current.state != ProposalState.RECEIVED:
        raise ProposalRefused(_("Usulan ini sudah diputuskan, jadi fotonya tidak bisa ditambah."))
    if current.photos.filter(percent__isnull=True).count() >= MOST_IDEAS:
        raise ProposalRefused(_("Paling banyak 3 foto untuk satu usulan."))
    photo, is_new = ProposalPhoto.objects.get_or_create(
        proposal=current, file=file, defaults={"added_at": clock.now()}
    )
    if is_new:
        record("planning.photo.added", current, by, number=current.public_number)
    return photo


@action
def show_photo(*, by: Actor, photo: ProposalPhoto, shown: bool) -> ProposalPhoto:
    demand(by, PlanningPermission.HANDLE)
    current = ProposalPhoto.objects.select_for_update().get(pk=photo.pk)
    current.shown = shown
    current.save(update_fields=["shown"])
    record("planning.photo.decided", current, by, shown=shown)
    return current


@action
def author_says(*, by: Actor, proposal: Proposal, good: bool, words: str = "") -> Proposal:
    """`proposal` is the proposer's own, perhaps merged; one BELUM sends the work back. Raises ProposalRefused."""
    main = locked(proposal.merged_into or proposal)
    if main.state not in ASKED:
        raise ProposalRefused(_("Pekerjaan ini belum selesai, jadi belum ditanyakan."))
    AuthorWord.objects.update_or_create(
        proposal=proposal,
        turn=main.reopened,
        defaults={"good": good, "words": words.strip()[:300], "at": clock.now()},
    )
    said = words_on(main)
    if False in said:
        move(main, ProposalState.RUNNING)
        main.reopened += 1
    elif main.state == ProposalState.DONE:
        move(main, ProposalState.CONFIRMED)
    settle(main)
    record("planning.proposal.author_said", main, by, number=main.public_number)
    return main
