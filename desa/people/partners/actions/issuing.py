"""The numbered papers of a meeting."""

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.papers.actions import number_paper
from desa.foundation.papers.models import Paper
from desa.foundation.papers.queries import default_size, register_format
from desa.people.partners.actions.meetings import CANCELLED, unsealed
from desa.people.partners.enums import MeetingState
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Meeting
from desa.people.partners.queries.papers import invitation_words, record_words, signer

INVITATIONS, RECORDS = "undangan", "berita-acara"
CLASSIFICATION = {INVITATIONS: "005", RECORDS: "400.10.2"}
NOBODY = _("Belum ada yang diundang. Tulis dulu siapa saja yang diundang.")
NO_SIGNER = _("Tidak ada Kepala Desa atau Sekretaris Desa yang menjabat hari ini.")
NOT_HELD = _("Musyawarah ini belum berlangsung. Catat daftar hadir dan notulennya dulu.")
NO_MINUTES = _("Notulen belum ditulis. Tulis dulu pemimpin rapat, notulis, dan isi rapatnya.")


@action
def issue_invitation(*, by: Actor, meeting: Meeting) -> Paper:
    """One number for one text, however many addressees. Raises PartnersRefused."""
    current = unsealed(meeting)
    if current.invitation is not None:
        return current.invitation
    if not current.invitees.exists():
        raise PartnersRefused(NOBODY)
    current.invitation = _number(by, current, INVITATIONS)
    current.save(update_fields=["invitation"])
    record("partners.meeting.invitation_issued", current, by)
    return current.invitation


@action
def issue_record(*, by: Actor, meeting: Meeting) -> Paper:
    """The berita acara: from here on attendance and decisions stand as they are. Raises PartnersRefused."""
    current = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if current.state == MeetingState.CANCELLED:
        raise PartnersRefused(CANCELLED)
    if current.record_paper is not None:
        return current.record_paper
    if current.held_at is None:
        raise PartnersRefused(NOT_HELD)
    if not current.minutes or not current.chair:
        raise PartnersRefused(NO_MINUTES)
    current.record_paper = _number(by, current, RECORDS)
    current.save(update_fields=["record_paper"])
    record("partners.meeting.record_issued", current, by)
    return current.record_paper


def _number(by: Actor, meeting: Meeting, register: str) -> Paper:
    holder = signer()
    if holder is None:
        raise PartnersRefused(NO_SIGNER)
    words = invitation_words if register == INVITATIONS else record_words
    return number_paper(
        by=by,
        document=words(meeting, holder),
        register=register,
        register_format=register_format(register),
        classification=CLASSIFICATION[register],
        signer=holder,
        recorded_by=None,
        size=default_size(),
        kind_label="Undangan" if register == INVITATIONS else "Berita Acara",
        subject_name=meeting.title,
    )
