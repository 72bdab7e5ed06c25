from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.actions import ClassPlan, Entry, Seat
from desa.empowerment.literacy.enums import (
    PAPER,
    AgeBand,
    ClassKind,
    ConfirmedVia,
    Help,
    Moment,
    PracticeTask,
)
from desa.empowerment.literacy.models import Cadre, Participant
from desa.empowerment.literacy.models.learning import MOST_SEATS
from desa.empowerment.literacy.queries import Reach, hamlets
from desa.empowerment.literacy.queries.competence import officials_on
from desa.empowerment.literacy.rules.catalogue import Critical
from desa.empowerment.literacy.rules.gain import read_marks
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.formfields import (
    ClockField,
    IndonesianDateField,
    InlineChecks,
    InlineRadio,
)
from desa.foundation.intake.forms import IdempotentForm
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Sex

PICK_AGE = _("Pilih kira-kira umurnya.")
PICK_CADRE = _("Pilih kadernya.")


class AssistForm(IdempotentForm):
    """One screen: who by age, what, and for the office which cadre; a cadre's own is known."""

    age_band = forms.ChoiceField(
        label=_("Umur warga yang dibantu"),
        choices=AgeBand.choices,
        widget=InlineRadio,
        error_messages={"required": PICK_AGE},
    )
    helps = forms.MultipleChoiceField(
        label=_("Yang dibantu"),
        choices=Help.choices,
        widget=InlineChecks,
        error_messages={"required": _("Pilih sedikitnya satu hal yang dibantu.")},
    )
    cadre = forms.ModelChoiceField(
        label=_("Kader yang membantu"),
        queryset=Cadre.objects.none(),
        error_messages={"required": PICK_CADRE, "invalid_choice": PICK_CADRE},
    )

    def __init__(self, data: Any = None, *, reach: Reach) -> None:
        super().__init__(data)
        self.own = reach.cadre
        if reach.cadre:
            del self.fields["cadre"]
        else:
            self._cadres.queryset = reach.cadres()

    @property
    def _cadres(self) -> "forms.ModelChoiceField[Cadre]":
        field = self.fields["cadre"]
        assert isinstance(field, forms.ModelChoiceField)
        return field

    def entry(self) -> Entry:
        data = self.cleaned_data
        helps = tuple(Help(name) for name in data["helps"])
        return Entry(self.own or data["cadre"], AgeBand(data["age_band"]), helps)


class PaperForm(forms.Form):
    via = forms.ChoiceField(
        label=_("Siapa yang membenarkan di lembar?"),
        choices=[(via.value, via.label) for via in PAPER],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih siapa yang membenarkan.")},
    )

    @property
    def chosen(self) -> ConfirmedVia:
        return ConfirmedVia(self.cleaned_data["via"])


class FindForm(forms.Form):
    """Words of a name; by POST, for they may be a NIK."""

    words = forms.CharField(
        label=_("Cari nama warga"),
        help_text=_("Tulis nama dan dusunnya, misalnya “suwar sendi”."),
        min_length=3,
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": _("Tulis sepotong namanya."),
            "min_length": _("Tulis sedikitnya tiga huruf."),
        },
    )


class ClassForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kelas tentang apa?"), choices=ClassKind.choices, widget=forms.RadioSelect
    )
    trainer = forms.ModelChoiceField(
        label=_("Pengajar"),
        queryset=Cadre.objects.none(),
        error_messages={"required": PICK_CADRE, "invalid_choice": PICK_CADRE},
    )
    place = forms.CharField(
        label=_("Tempat"), help_text=_("Misalnya serambi musala."), max_length=120
    )
    day = IndonesianDateField(label=_("Tanggal"))
    hour = ClockField(label=_("Jam mulai"))
    seats = forms.IntegerField(
        label=_("Kursi"),
        help_text=_("Paling baik delapan orang."),
        initial=8,
        min_value=1,
        max_value=MOST_SEATS,
    )

    def __init__(self, data: Any = None, *, reach: Reach) -> None:
        super().__init__(data, initial={"trainer": reach.cadre})
        field = self.fields["trainer"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = reach.cadres()

    def plan(self) -> ClassPlan:
        data = self.cleaned_data
        zone = ZoneInfo(current_village().timezone)
        return ClassPlan(
            kind=ClassKind(data["kind"]),
            dusun=data["trainer"].dusun,
            place=data["place"],
            starts_at=datetime.combine(data["day"], data["hour"], zone),
            trainer=data["trainer"],
            seats=data["seats"],
        )


class SeatForm(forms.Form):
    """Somebody who gives no name, or whose age the register does not know."""

    age_band = forms.ChoiceField(
        label=_("Umur"), choices=AgeBand.choices, widget=InlineRadio,
        error_messages={"required": PICK_AGE},
    )  # fmt: skip
    sex = forms.TypedChoiceField(
        label=_("Jenis kelamin"), choices=Sex.choices, coerce=int, widget=InlineRadio
    )
    agreed = forms.BooleanField(
        label=_("Setuju hasil tugasnya dicatat, sesudah dibacakan"), required=False
    )

    def seat(self) -> Seat:
        data = self.cleaned_data
        return Seat(None, AgeBand(data["age_band"]), Sex(data["sex"]), data["agreed"])


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Mengapa dibatalkan?"),
        help_text=_("Semua orang membacanya."),
        max_length=200,
    )


class MarksForm(forms.Form):
    """Two boxes for each participant, as the sheet has them: four figures 0 or 1, or empty."""

    def __init__(
        self,
        data: Any = None,
        *,
        people: Iterable[Participant],
        marks: dict[tuple[int, str], str] | None = None,
    ) -> None:
        super().__init__(data)
        self.people = [person for person in people if person.may_be_tested]
        for person in self.people:
            for moment in Moment:
                first = (marks or {}).get((person.pk, moment), "")
                self.fields[_box(person, moment)] = _marks_field(person, moment, first)

    def clean(self) -> dict[str, Any]:
        for name in list(self.fields):
            try:
                self.cleaned_data[name] = read_marks(
                    self.cleaned_data.get(name, ""), len(PracticeTask)
                )
            except ValueError:
                text = _("Tulis empat angka 0 atau 1, misalnya 0110.")
                self.add_error(name, text)
        return self.cleaned_data

    def marks(self) -> dict[int, dict[Moment, tuple[bool, ...] | None]]:
        return {
            person.pk: {moment: self.cleaned_data[_box(person, moment)] for moment in Moment}
            for person in self.people
        }

    def rows(self) -> list[tuple[Participant, forms.BoundField, forms.BoundField]]:
        return [
            (person, self[_box(person, Moment.BEFORE)], self[_box(person, Moment.AFTER)])
            for person in self.people
        ]


def _box(person: Participant, moment: Moment) -> str:
    return f"n{person.number}_{moment}"


def _marks_field(person: Participant, moment: Moment, first: str) -> forms.CharField:
    label = _("Nomor %(number)s, %(moment)s")
    return forms.CharField(
        label=label % {"number": person.number, "moment": moment.label.lower()},
        initial=first,
        required=False,
        max_length=12,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": "6"}),
    )


class CadreForm(forms.Form):
    name = forms.CharField(label=_("Nama kader"), max_length=100)
    dusun = forms.ModelChoiceField(label=_("Dusun"), queryset=Cadre.objects.none())
    user = forms.ModelChoiceField(
        label=_("Akun"),
        queryset=User.objects.none(),
        required=False,
        help_text=_("Kosongkan bila kader ini tidak memakai sistem; kantor yang mencatat."),
    )
    since = IndonesianDateField(label=_("Bertugas sejak"))

    def __init__(self, data: Any = None) -> None:
        today = clock.today(current_village())
        super().__init__(data, initial={"since": today})
        dusun, user = self.fields["dusun"], self.fields["user"]
        assert isinstance(dusun, forms.ModelChoiceField)
        assert isinstance(user, forms.ModelChoiceField)
        dusun.queryset = hamlets()
        known = [official.pk for official in officials_on(today)]
        user.queryset = User.objects.filter(pk__in=known).order_by("name")


class ObservationForm(forms.Form):
    official = forms.ModelChoiceField(
        label=_("Siapa yang Anda amati?"), queryset=User.objects.none()
    )
    on = IndonesianDateField(label=_("Tanggal"))
    done = forms.TypedMultipleChoiceField(
        label=_("Yang dilakukan sendiri, tanpa dibantu"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, function: Critical, by: User) -> None:
        today = clock.today(current_village())
        super().__init__(data, initial={"on": today})
        official, done = self.fields["official"], self.fields["done"]
        assert isinstance(official, forms.ModelChoiceField)
        assert isinstance(done, forms.TypedMultipleChoiceField)
        others = [one.pk for one in officials_on(today) if one.pk != by.pk]
        official.queryset = User.objects.filter(pk__in=others).order_by("name")
        done.choices = list(enumerate(function.tasks))


class PracticeForm(forms.Form):
    """Made-up data for the third task; nothing of it is kept."""

    name = forms.CharField(label=_("Nama contoh"), max_length=60)
    business = forms.CharField(label=_("Usaha contoh"), max_length=60)
    since = forms.CharField(label=_("Sejak tahun berapa"), max_length=10)
