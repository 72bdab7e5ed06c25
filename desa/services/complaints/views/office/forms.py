"""Forms of the office: taking a complaint down, and every step with its reason."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core.formfields import InlineChecks, InlineRadio, PhoneField
from desa.foundation.intake.forms import IdempotentForm
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.actions import Report
from desa.services.complaints.engine.catalogue import categories, shipped
from desa.services.complaints.enums import About, Channel, PhotoShowing, Wish
from desa.services.complaints.models import Complaint
from desa.services.complaints.models.complaint import LONGEST_TEXT
from desa.services.complaints.policies import SUPERVISED
from desa.services.complaints.presenters import place_words
from desa.services.complaints.rules.conflict import owners_to_choose
from desa.services.complaints.rules.squares import SQUARES

NO_REASON = _("Tulis alasannya, agar pelapor tahu.")
AreaChoices = list[tuple[str, str]]


def current_areas() -> QuerySet[Area]:
    rows = Area.objects.filter(valid_to__isnull=True).exclude(kind=AreaKind.RW)
    return rows.select_related("parent__parent")


def area_choices() -> AreaChoices:
    """Every dusun followed by its RT."""
    named = sorted((place_words(area), str(area.pk)) for area in current_areas())
    return [("", str(_("Tidak tahu atau seluruh desa"))), *((pk, words) for words, pk in named)]


def category_choices() -> list[tuple[str, str]]:
    return [(item.slug, shipped(item.name)) for item in categories().values()]


def officials() -> QuerySet[User]:
    """Accounts with an office in this village."""
    return User.objects.filter(memberships__village=current_village()).distinct().order_by("name")


class OfficialField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An official by name, when the reporter named one."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Pejabat yang dimaksud"),
            queryset=User.objects.none(),
            required=False,
            empty_label=_("Tidak disebut namanya"),
            help_text=_("Orang ini tidak akan bisa membaca laporan ini."),
        )


class PasteForm(forms.Form):
    chat = forms.CharField(
        label=_("Percakapan WhatsApp"),
        max_length=20_000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Salin dari WhatsApp, lalu tempel di sini. Tanggal dan nama dibuang sendiri."),
        error_messages={"required": _("Tempel dulu percakapannya.")},
    )


class CounterForm(IdempotentForm):
    """What the official takes down for someone at the counter, on the phone or from a chat."""

    text = forms.CharField(
        label=_("Apa yang terjadi?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Isi laporan masih kosong. Tulis apa yang terjadi.")},
    )
    category = forms.ChoiceField(label=_("Jenis"))
    area = forms.ChoiceField(label=_("Di mana?"), required=False)
    landmark = forms.CharField(
        label=_("Patokan tempat"),
        required=False,
        max_length=120,
        help_text=_("Misalnya dekat musala. Jangan tulis rumah siapa."),
    )
    channel = forms.ChoiceField(
        label=_("Datang lewat"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        initial=Channel.COUNTER,
        widget=InlineRadio,
    )
    about = forms.ChoiceField(label=_("Tentang siapa?"), choices=About.choices, required=False)
    named = OfficialField()
    name = forms.CharField(
        label=_("Nama pelapor"),
        required=False,
        max_length=100,
        help_text=_("Nama disimpan terpisah dan tidak pernah ditampilkan."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    phone = PhoneField(label=_("Nomor HP pelapor"), required=False)
    wish = forms.ChoiceField(label=_("Cara dihubungi"), choices=Wish.choices, required=False)
    private = forms.BooleanField(
        label=_("Pelapor minta laporan ini tidak ditampilkan"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "category", category_choices())
        _choices(self, "area", area_choices())
        _official(self)

    def clean_area(self) -> Area | None:
        chosen = self.cleaned_data["area"]
        return current_areas().filter(pk=chosen).first() if chosen else None

    def report(self) -> Report:
        data = self.cleaned_data
        return Report(
            category=data["category"],
            text=data["text"],
            channel=Channel(data["channel"]),
            area=data["area"],
            landmark=data["landmark"],
            about=About(data["about"]),
            about_users=[data["named"]] if data["named"] else [],
            private=data["private"],
            name=data["name"],
            phone=data["phone"],
            wish=Wish(data["wish"]),
        )


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _official(form: forms.Form) -> None:
    field = form.fields["named"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = officials()


class StepForm(forms.Form):
    """One step of one complaint; the step's own fields are added by the subclasses."""

    def __init__(self, complaint: Complaint, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.complaint = complaint


class NothingForm(StepForm):
    """A step that needs no words."""


class NoteForm(StepForm):
    words = forms.CharField(
        label=_("Catatan untuk pelapor"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )


class WordsForm(StepForm):
    words = forms.CharField(
        label=_("Apa yang dikerjakan?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Dibaca pelapor dan umum. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis apa yang dikerjakan.")},
    )


class AnswerForm(StepForm):
    answer = forms.CharField(
        label=_("Tanggapan"),
        max_length=600,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Apa hasilnya? Pelapor lalu ditanya apakah sudah beres."),
        error_messages={"required": _("Tulis tanggapannya.")},
    )


class ReasonForm(StepForm):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": NO_REASON},
    )


class PauseForm(ReasonForm):
    reason = forms.CharField(
        label=_("Menunggu apa?"),
        max_length=200,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Dibaca umum. Misalnya: menunggu foto dari pelapor."),
        error_messages={"required": NO_REASON},
    )


class ForwardForm(ReasonForm):
    where = forms.CharField(
        label=_("Dialihkan ke"),
        max_length=120,
        help_text=_("Misalnya Dinas PU Kabupaten atau Inspektorat."),
        error_messages={"required": _("Tulis ke mana laporan ini dialihkan.")},
    )
    outside_number = forms.CharField(
        label=_("Nomor laporan di sana"), required=False, max_length=60
    )
    field_order = ["where", "outside_number", "reason"]


class GiveForm(ReasonForm):
    office = forms.ChoiceField(label=_("Penanggung jawab baru"))
    field_order = ["office", "reason"]

    def __init__(self, complaint: Complaint, *args: Any, **kwargs: Any) -> None:
        super().__init__(complaint, *args, **kwargs)
        supervised = complaint.category in SUPERVISED
        able = owners_to_choose(complaint.about_whom, supervised=supervised)
        _choices(
            self,
            "office",
            [
                (office.value, str(office.label))
                for office in Office
                if office in able and office != complaint.owner_office
            ],
        )

    def clean_office(self) -> Office:
        return Office(self.cleaned_data["office"])


class AboutForm(StepForm):
    about = forms.ChoiceField(label=_("Tentang siapa?"), choices=About.choices[1:])
    named = OfficialField()

    def __init__(self, complaint: Complaint, *args: Any, **kwargs: Any) -> None:
        super().__init__(complaint, *args, **kwargs)
        _official(self)

    def clean_about(self) -> About:
        return About(self.cleaned_data["about"])


class JoinForm(StepForm):
    """`joinable`: those that this official may see and that are still open."""

    into = forms.CharField(
        label=_("Nomor laporan yang jalan terus"),
        max_length=20,
        help_text=_("Misalnya PGD-2026-0007. Kedua pelapor tetap ditanya."),
        error_messages={"required": _("Tulis nomor laporannya.")},
    )


class SummaryForm(StepForm):
    summary = forms.CharField(
        label=_("Ringkasan untuk umum"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Satu kalimat tanpa nama dan tanpa rumah siapa. Kosongkan untuk menariknya kembali."
        ),
    )

    def __init__(self, complaint: Complaint, *args: Any, **kwargs: Any) -> None:
        super().__init__(complaint, *args, **kwargs)
        self.initial.setdefault("summary", complaint.summary)


class ReporterSaysForm(StepForm):
    good = forms.ChoiceField(
        label=_("Kata pelapor"),
        choices=[("ya", _("Sudah")), ("tidak", _("Belum"))],
        widget=InlineRadio,
        error_messages={"required": _("Pilih sudah atau belum.")},
    )
    words = forms.CharField(
        label=_("Persisnya apa yang dikatakan?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Tulis kata-kata pelapor.")},
    )

    def clean_good(self) -> bool:
        return bool(self.cleaned_data["good"] == "ya")


class ShowPhotoForm(forms.Form):
    """What the public sees of a picture; `squares` are named as on a map, A1 at the top left."""

    showing = forms.ChoiceField(
        label=_("Untuk umum"), choices=PhotoShowing.choices, required=False, widget=InlineRadio
    )
    squares = forms.MultipleChoiceField(
        label=_("Kotak yang dikaburkan"),
        choices=[(name, name) for name in SQUARES],
        required=False,
        widget=InlineChecks,
        help_text=_(
            "Foto dibagi 4 kolom (A sampai D) dan 4 baris. A1 di kiri atas, D4 di kanan bawah."
        ),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("showing") == PhotoShowing.BLURRED and not data.get("squares"):
            self.add_error("squares", _("Pilih kotak yang memuat wajah atau alamat."))
        return data


class AfterPhotoForm(forms.Form):
    photo = forms.FileField(
        label=_("Foto sesudah dikerjakan"), error_messages={"required": _("Pilih fotonya dulu.")}
    )
    caption = forms.CharField(label=_("Keterangan foto"), required=False, max_length=160)
