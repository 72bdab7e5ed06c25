"""Forms of the public pages and of taking proposals down."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions import Attendance, Idea
from desa.empowerment.planning.actions.proposing import SHORTEST
from desa.empowerment.planning.enums import Channel, Origin, Sex
from desa.empowerment.planning.models.proposal import LONGEST_STORY, LONGEST_TITLE
from desa.empowerment.planning.queries import dusun
from desa.foundation.core import clock
from desa.foundation.core.formfields import IndonesianDateField, PhoneField
from desa.foundation.intake.forms import IdempotentForm
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

SHORT = _("Usulannya terlalu pendek. Tulis apa yang diinginkan dan di mana.")
MOST_BENEFITS = 100_000
ROWS = 8


class PlaceField(forms.ChoiceField):
    """A dusun or one of its RT; gives the area, None for the whole village."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_places, required=False, **kwargs)

    def clean(self, value: Any) -> Area | None:
        chosen = super().clean(value)
        return Area.objects.get(pk=int(chosen)) if chosen else None

    def prepare_value(self, value: Any) -> Any:
        return str(value.pk) if isinstance(value, Area) else value


def _places() -> list[Any]:
    rows = Area.objects.filter(kind=AreaKind.RT, valid_to__isnull=True)
    inner: dict[int, list[tuple[str, str]]] = {}
    for row in rows.select_related("parent__parent").order_by("name"):
        top = row.parent
        while top is not None and top.kind != AreaKind.DUSUN:
            top = top.parent
        if top is not None:
            inner.setdefault(top.pk, []).append((str(row.pk), f"RT {row.name}, {top.name}"))
    groups: list[Any] = [("", _("Seluruh desa"))]
    for area in dusun():
        whole = (str(area.pk), _("Dusun %(name)s, seluruhnya") % {"name": area.name})
        groups.append((area.name, [whole, *inner.get(area.pk, [])]))
    return groups


class IdeaForm(forms.Form):
    title = forms.CharField(
        label=_("Apa yang Anda usulkan?"),
        help_text=_("Satu usulan saja, dengan tempatnya. Contoh: Lampu jalan dekat musala Winog"),
        min_length=SHORTEST,
        max_length=LONGEST_TITLE,
        error_messages={"min_length": SHORT, "required": _("Usulannya masih kosong.")},
    )
    area = PlaceField(label=_("Di mana?"))
    story = forms.CharField(
        label=_("Mengapa perlu?"),
        help_text=_("Boleh kosong. Jangan tulis NIK atau nama orang."),
        required=False,
        max_length=LONGEST_STORY,
        widget=forms.Textarea({"rows": 4}),
    )
    benefits = forms.IntegerField(
        label=_("Kira-kira berapa orang mendapat manfaat?"),
        help_text=_("Boleh kosong."),
        required=False,
        min_value=1,
        max_value=MOST_BENEFITS,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    origin = forms.ChoiceField(
        label=_("Usulan siapa?"), choices=Origin.choices, initial=Origin.RESIDENTS
    )

    def idea(self, channel: Channel) -> Idea:
        data = self.cleaned_data
        return Idea(
            title=data["title"],
            channel=channel,
            area=data["area"],
            story=data["story"],
            landmark=data.get("landmark", ""),
            benefits=data["benefits"],
            origin=Origin(data["origin"]),
            name=data.get("name", ""),
            phone=data.get("phone", ""),
            sex=Sex(data.get("sex", "")),
            disabled=True if data.get("disabled") else None,
        )


class PublicIdeaForm(IdeaForm):
    """`situs` is for programs; a person who fills it in is told, not thrown away."""

    phone = PhoneField(
        label=_("Nomor HP"),
        required=False,
        help_text=_("Boleh kosong. Hanya untuk memberi tahu Anda. Tidak pernah ditampilkan."),
    )
    sex = forms.ChoiceField(
        label=_("Anda"),
        help_text=_("Boleh dilewati. Hanya untuk menghitung suara perempuan dan laki-laki."),
        choices=Sex.choices,
        required=False,
    )
    disabled = forms.BooleanField(label=_("Saya penyandang disabilitas"), required=False)
    situs = forms.CharField(required=False, max_length=200)

    def clean_situs(self) -> str:
        if self.cleaned_data["situs"]:
            raise forms.ValidationError(_("Kosongkan kotak terakhir, lalu kirim lagi."))
        return ""


class SendIdeaForm(IdempotentForm, PublicIdeaForm):
    """The same once more, with the key of this sending; shown as the summary."""


class CounterForm(IdempotentForm, IdeaForm):
    landmark = forms.CharField(
        label=_("Patokan tempat"),
        help_text=_("Boleh kosong. Misalnya: perbatasan dengan Dusun Rajeg."),
        required=False,
        max_length=120,
    )
    name = forms.CharField(
        label=_("Nama pengusul"),
        help_text=_("Boleh kosong. Disimpan terpisah, tidak ditampilkan."),
        required=False,
        max_length=100,
    )
    phone = PhoneField(label=_("Nomor HP pengusul"), required=False)
    sex = forms.ChoiceField(label=_("Pengusul"), choices=Sex.choices, required=False)
    disabled = forms.BooleanField(label=_("Pengusul penyandang disabilitas"), required=False)


class EditForm(IdeaForm):
    landmark = forms.CharField(label=_("Patokan tempat"), required=False, max_length=120)


class Heads(forms.IntegerField):
    """A count of people, empty for none."""

    def __init__(self, label: Any) -> None:
        box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": "4"})
        super().__init__(label=label, required=False, min_value=0, max_value=5000, widget=box)

    def clean(self, value: Any) -> int:
        return int(super().clean(value) or 0)


class MeetingForm(IdempotentForm):
    """The head of a sheet: where, when, who came."""

    area = forms.ModelChoiceField(
        label=_("Dusun"),
        queryset=Area.objects.none(),
        empty_label=_("Pilih dusun"),
        error_messages={"required": _("Pilih dulu dusunnya.")},
    )
    held_on = IndonesianDateField(label=_("Tanggal musyawarah"))
    women_young = Heads(_("Perempuan, sampai 30 tahun"))
    women_adult = Heads(_("Perempuan, 31 sampai 59 tahun"))
    women_elder = Heads(_("Perempuan, 60 tahun ke atas"))
    men_young = Heads(_("Laki-laki, sampai 30 tahun"))
    men_adult = Heads(_("Laki-laki, 31 sampai 59 tahun"))
    men_elder = Heads(_("Laki-laki, 60 tahun ke atas"))
    disabled = Heads(_("Di antaranya penyandang disabilitas"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = dusun()

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > clock.today(current_village()):
            raise forms.ValidationError(_("Tanggal ini belum tiba."))
        return day

    @property
    def attendance(self) -> Attendance:
        names = Attendance.__dataclass_fields__
        return Attendance(**{name: self.cleaned_data[name] for name in names})


class RowForm(forms.Form):
    """One line of the sheet; a line without a title is left out."""

    title = forms.CharField(
        label=_("Usulan"),
        required=False,
        min_length=SHORTEST,
        max_length=LONGEST_TITLE,
        error_messages={"min_length": SHORT},
    )
    place = forms.CharField(label=_("Tempat atau patokan"), required=False, max_length=120)
    origin = forms.ChoiceField(
        label=_("Dari kelompok"), choices=Origin.choices, initial=Origin.RESIDENTS, required=False
    )
    benefits = forms.IntegerField(
        label=_("Manfaat (orang)"),
        required=False,
        min_value=1,
        max_value=MOST_BENEFITS,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    @property
    def idea(self) -> Idea | None:
        data = self.cleaned_data
        if not data.get("title"):
            return None
        origin = Origin(data["origin"] or Origin.RESIDENTS)
        return Idea(
            data["title"],
            Channel.MEETING,
            landmark=data["place"],
            origin=origin,
            benefits=data["benefits"],
        )


Rows = forms.formset_factory(RowForm, extra=ROWS, max_num=ROWS, absolute_max=ROWS)


class WordForm(forms.Form):
    """The two buttons under finished work, and what is still wrong."""

    jawaban = forms.ChoiceField(choices=[("sudah", ""), ("belum", "")])
    alasan = forms.CharField(required=False, max_length=300)
