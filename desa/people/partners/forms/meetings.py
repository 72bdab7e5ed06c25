from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from desa.foundation.accounts.enums import Office
from desa.foundation.core.formfields import ClockField, IndonesianDateField, InlineRadio
from desa.foundation.core.values.names import plain
from desa.foundation.intake.forms import IdempotentForm
from desa.people.partners.actions import DecisionFacts, MeetingFacts, Minutes
from desa.people.partners.enums import Element, Gender, Level, MeetingKind
from desa.people.partners.forms.common import REASON, RoomForm, partner_choices
from desa.people.partners.models import Partner
from desa.people.partners.queries import dusun
from desa.people.partners.rules.sheet import MOST_LINES, Line, Problem, Words, name_key, read

PROBLEMS: dict[str, Any] = {
    "no_name": _("Baris %(number)s (%(text)s): namanya tidak ada."),
    "no_gender": _("Baris %(number)s (%(text)s): tulis L atau P."),
    "two_names": _(
        "Baris %(number)s (%(text)s): bagian yang tidak dikenal. Pisahkan dengan titik koma."
    ),
    "too_long": _("Baris %(number)s (%(text)s): namanya terlalu panjang."),
    "twice": _("Baris %(number)s (%(text)s): nama ini dua kali. Beri pembeda, misalnya RT-nya."),
}
ANY = ("", _("Tidak disebut"))


def dusun_choices() -> list[tuple[str, Any]]:
    return [ANY, *((row.name, row.name) for row in dusun())]


class MeetingForm(RoomForm, IdempotentForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=MeetingKind.choices)
    title = forms.CharField(
        label=_("Acara"), max_length=160, help_text=_("Misalnya: Penetapan RKPDes 2027.")
    )
    day = IndonesianDateField(label=_("Tanggal"))
    hour = ClockField(label=_("Jam mulai"))
    place = forms.CharField(label=_("Tempat"), max_length=120)
    agenda = forms.CharField(
        label=_("Susunan acara"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    is_digital = forms.BooleanField(label=_("Membahas desa digital"), required=False)

    @property
    def facts(self) -> MeetingFacts:
        data = {name: value for name, value in self.cleaned_data.items() if name != "kirim_id"}
        return MeetingFacts(**data)


class InviteForm(RoomForm):
    names = forms.CharField(
        label=_("Siapa yang diundang"),
        help_text=_("Satu baris satu nama atau jabatan. Misalnya: Ketua RT 003/RW 001."),
        widget=forms.Textarea({"rows": 12}),
        error_messages={"required": _("Tulis paling sedikit satu nama.")},
    )

    @property
    def lines(self) -> list[str]:
        return str(self.cleaned_data["names"]).splitlines()


class ListForm(RoomForm):
    """The signed list, typed back: what holds for all lines stands above them once."""

    element = forms.ChoiceField(
        label=_("Unsur bila tidak ditulis"), choices=Element.choices, initial=Element.RESIDENT
    )
    dusun = forms.ChoiceField(
        label=_("Dusun bila tidak ditulis"), choices=dusun_choices, required=False
    )
    names = forms.CharField(
        label=_("Yang hadir"),
        help_text=_(
            "Satu baris satu orang: nama; L atau P; unsur; dusun. Contoh: Siti Aminah; P; PKK; Sendi"
        ),
        widget=forms.Textarea({"rows": 12}),
        error_messages={"required": _("Tulis paling sedikit satu nama.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        text = data.get("names", "")
        if len(text.splitlines()) > MOST_LINES:
            self.add_error("names", _("Paling banyak 500 baris sekali kirim."))
            return data
        words = Words(element_words(), {plain(row.name): row.name for row in dusun()})
        lines, problems = read(
            text, words, element=data.get("element", ""), dusun=data.get("dusun", "")
        )
        for problem in (*problems, *_twice(lines)):
            self.add_error("names", PROBLEMS[problem.code] % vars(problem))
        data["lines"] = lines
        return data

    @property
    def lines(self) -> list[Line]:
        return list(self.cleaned_data["lines"])


def _twice(lines: list[Line]) -> list[Problem]:
    seen: set[tuple[str, str]] = set()
    found = []
    for number, line in enumerate(lines, start=1):
        key = (name_key(line.name), line.gender)
        if key in seen:
            found.append(Problem(number, "twice", line.name))
        seen.add(key)
    return found


def element_words() -> dict[str, str]:
    """Written as its key, as its whole name, or as one side of the stroke in it; lists are in Indonesian."""
    found: dict[str, str] = {}
    with override("id"):
        for known in Element:
            label = str(known.label)
            for written in (known.value, label, *label.split("/")):
                found[plain(written)] = known.value
    return found


class CheckInForm(RoomForm):
    """By the participant, on their own phone."""

    name = forms.CharField(label=_("Nama Anda"), max_length=100)
    gender = forms.ChoiceField(
        label=_("Laki-laki atau perempuan?"), choices=Gender.choices, widget=InlineRadio
    )
    dusun = forms.ChoiceField(label=_("Dusun"), choices=dusun_choices, required=False)
    element = forms.ChoiceField(
        label=_("Anda hadir sebagai"), choices=Element.choices, initial=Element.RESIDENT
    )

    @property
    def line(self) -> Line:
        data = self.cleaned_data
        return Line(" ".join(data["name"].split()), data["gender"], data["element"], data["dusun"])


class MinutesForm(RoomForm):
    chair = forms.CharField(label=_("Pemimpin rapat"), max_length=100)
    minutes_by = forms.CharField(label=_("Notulis"), max_length=100)
    minutes = forms.CharField(
        label=_("Notulen"),
        max_length=10000,
        widget=forms.Textarea({"rows": 12}),
        help_text=_("Apa yang dibahas, siapa bertanya apa, apa jawabannya."),
    )
    level = forms.TypedChoiceField(
        label=_("Sejauh mana warga ikut memutuskan?"),
        choices=[("", _("Belum dinilai")), *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    level_evidence = forms.CharField(
        label=_("Apa buktinya?"),
        max_length=300,
        required=False,
        help_text=_("Misalnya: 7 dari 12 usul warga masuk daftar, lihat notulen butir 4."),
    )

    @property
    def facts(self) -> Minutes:
        return Minutes(**self.cleaned_data)


def owner_choices() -> list[tuple[Any, Any]]:
    offices = [(f"office:{office.value}", office.label) for office in Office]
    partners = [(f"partner:{pk}", name) for pk, name in partner_choices()]
    return [(_("Jabatan"), offices), (_("Mitra"), partners)]


class DecisionForm(RoomForm, IdempotentForm):
    text = forms.CharField(
        label=_("Keputusan"),
        max_length=300,
        help_text=_("Apa yang akan dikerjakan. Semua orang membacanya."),
    )
    owner = forms.ChoiceField(label=_("Penanggung jawab"), choices=owner_choices)
    due_on = IndonesianDateField(label=_("Paling lambat"))

    @property
    def facts(self) -> DecisionFacts:
        kind, _colon, key = self.cleaned_data["owner"].partition(":")
        partner = Partner.objects.get(pk=key) if kind == "partner" else None
        office = key if kind == "office" else ""
        data = self.cleaned_data
        return DecisionFacts(data["text"], data["due_on"], office, partner)


class MoveForm(RoomForm):
    to = IndonesianDateField(label=_("Menjadi tanggal"))
    reason = forms.CharField(label=_("Alasan"), max_length=300, error_messages={"required": REASON})


class MeetingPhotoForm(RoomForm):
    TOLD = ("caption", "is_shown")
    photo = forms.FileField(label=_("Foto"))
    caption = forms.CharField(label=_("Keterangan"), max_length=120)
    is_shown = forms.BooleanField(
        label=_("Sudah dilihat, semua orang di foto boleh tampil untuk umum"), required=False
    )
