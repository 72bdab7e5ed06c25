from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField, PhoneField
from desa.foundation.intake.forms import IdempotentForm
from desa.people.partners.actions import BasisFacts, DeliverableFacts, MemberFacts, PartnerFacts
from desa.people.partners.enums import BasisKind, DeliverableKind, PartnerKind
from desa.people.partners.forms.common import RoomForm
from desa.people.residents.models import Person
from desa.people.residents.queries import PersonHit

UNLISTED = "-"


class PartnerForm(RoomForm, IdempotentForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=PartnerKind.choices)
    name = forms.CharField(label=_("Nama mitra"), max_length=120)
    short = forms.CharField(
        label=_("Sebutan pendek"), max_length=30, required=False, help_text=_("Misalnya G4S.")
    )
    task = forms.CharField(
        label=_("Apa yang dikerjakan"),
        max_length=300,
        required=False,
        help_text=_("Satu kalimat. Semua orang membacanya."),
    )
    contact_name = forms.CharField(
        label=_("Nama penghubung"),
        max_length=100,
        required=False,
        help_text=_("Hanya untuk kantor."),
    )
    contact_phone = PhoneField(label=_("Nomor HP penghubung"), required=False)

    @property
    def facts(self) -> PartnerFacts:
        data = {name: value for name, value in self.cleaned_data.items() if name != "kirim_id"}
        return PartnerFacts(**data)


class BasisForm(RoomForm, IdempotentForm):
    kind = forms.ChoiceField(label=_("Jenis dasar"), choices=BasisKind.choices)
    number = forms.CharField(
        label=_("Nomor"), max_length=60, help_text=_("Seperti tertulis di suratnya.")
    )
    about = forms.CharField(label=_("Tentang"), max_length=200, required=False)
    signed_on = IndonesianDateField(label=_("Tanggal ditetapkan"))
    valid_from = IndonesianDateField(label=_("Berlaku sejak"))
    valid_to = IndonesianDateField(
        label=_("Berlaku sampai"),
        required=False,
        help_text=_("Kosongkan bila tanpa batas waktu."),
    )

    @property
    def facts(self) -> BasisFacts:
        data = {name: value for name, value in self.cleaned_data.items() if name != "kirim_id"}
        return BasisFacts(**data)


class MemberForm(RoomForm, IdempotentForm):
    """First the name; when the register knows such people, which of them."""

    name = forms.CharField(label=_("Nama"), max_length=100)
    role = forms.CharField(
        label=_("Jabatan"), max_length=60, help_text=_("Misalnya Ketua, Bendahara, Anggota.")
    )
    is_officer = forms.BooleanField(label=_("Pengurus: namanya tampil untuk umum"), required=False)
    since = IndonesianDateField(label=_("Sejak"))
    person = forms.ChoiceField(
        label=_("Warga yang mana?"), choices=[], required=False, widget=forms.RadioSelect
    )

    def offer(self, hits: list[PersonHit]) -> None:
        """The choices of the second round."""
        found = [
            (hit.public_id, f"{hit.name}, {hit.age or '-'} th, {hit.area_text}") for hit in hits
        ]
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            *found,
            (UNLISTED, _("Tidak ada di daftar warga ini")),
        ]

    def facts(self, person: Person | None) -> MemberFacts:
        data = self.cleaned_data
        return MemberFacts(data["name"], data["role"], data["since"], data["is_officer"], person)


class AccountForm(RoomForm):
    user = forms.ChoiceField(label=_("Akun pengurus"), choices=[])

    def offer(self, accounts: list[tuple[str, str]]) -> None:
        self.fields["user"].choices = accounts  # type: ignore[attr-defined]


class DeliverableForm(RoomForm, IdempotentForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=DeliverableKind.choices)
    title = forms.CharField(
        label=_("Yang diserahkan"),
        max_length=160,
        help_text=_("Misalnya: semua kata sandi, kode sumber, dan akun domain."),
    )
    due_on = IndonesianDateField(label=_("Paling lambat"))

    @property
    def facts(self) -> DeliverableFacts:
        data = self.cleaned_data
        return DeliverableFacts(data["kind"], data["title"], data["due_on"])
