from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField
from desa.foundation.files.exceptions import PhotoRefused
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Partner

REASON = _("Alasannya belum ditulis. Orang lain membacanya.")


class RoomForm(forms.Form):
    """Takes what an action refused, at the field where it was asked."""

    def take_problem(self, problem: PartnersRefused | ValidationError | PhotoRefused) -> None:
        if isinstance(problem, PartnersRefused):
            self._at(problem.field, [str(problem.message)])
        elif isinstance(problem, PhotoRefused):
            self._at("photo", [str(problem)])
        else:
            for name, words in _by_field(problem):
                self._at(name, words)

    def _at(self, name: str, words: list[str]) -> None:
        for text in words:
            self.add_error(name if name in self.fields else None, text)


def _by_field(problem: ValidationError) -> list[tuple[str, list[str]]]:
    if hasattr(problem, "error_dict"):
        return list(problem.message_dict.items())
    return [("", problem.messages)]


class ReasonForm(RoomForm):
    reason = forms.CharField(label=_("Alasan"), max_length=300, error_messages={"required": REASON})


class EndForm(ReasonForm):
    on = IndonesianDateField(label=_("Tidak berlaku lagi sejak"))

    field_order = ["on", "reason"]


class DayForm(RoomForm):
    on = IndonesianDateField(label=_("Hari terakhir"))


class ProofForm(RoomForm):
    """Something is done: when, and what shows it."""

    on = IndonesianDateField(label=_("Selesai tanggal"))
    evidence = forms.CharField(
        label=_("Buktinya"),
        max_length=300,
        help_text=_(
            "Misalnya: berita acara serah terima, foto di lokasi, atau siapa yang memeriksa."
        ),
        error_messages={"required": _("Tulis apa yang menunjukkan ini selesai.")},
    )


class PhotoProofForm(ProofForm):
    PROOF = ("on", "evidence")
    photo = forms.FileField(label=_("Foto bukti"), required=False)


def partner_choices() -> list[tuple[str, str]]:
    return [(str(row.pk), row.name) for row in Partner.objects.all()]
