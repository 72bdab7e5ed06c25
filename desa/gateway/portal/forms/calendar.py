"""When the office is open: a week of hours, and the days it is closed."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.formfields import ClockField, IndonesianDateField
from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.servicelevels.published import DayHours
from desa.foundation.tenancy.actions import set_hours
from desa.foundation.tenancy.scope import current_village

Window = tuple[int, time, time]
PARTS = {
    "opens": _("Buka"),
    "rest": _("Mulai istirahat"),
    "resumes": _("Selesai istirahat"),
    "closes": _("Tutup"),
}
LONGEST_PERIOD = timedelta(days=120)


def _initial(hours: Sequence[DayHours]) -> dict[str, time]:
    found: dict[str, time] = {}
    for weekday in range(7):
        day = [row for row in hours if row.weekday == weekday]
        if day:
            found |= {f"{weekday}_opens": day[0].opens, f"{weekday}_closes": day[-1].closes}
        if len(day) > 1:
            found |= {f"{weekday}_rest": day[0].closes, f"{weekday}_resumes": day[1].opens}
    return found


class HoursForm(forms.Form):
    """A weekday left empty is closed."""

    valid_from = IndonesianDateField(label=_("Berlaku mulai"))
    valid_to = IndonesianDateField(
        label=_("Sampai"),
        help_text=_(
            "Isi hanya untuk masa khusus seperti bulan puasa; sesudahnya jam biasa kembali."
        ),
        required=False,
    )

    def __init__(self, hours: Sequence[DayHours], data: Any = None) -> None:
        today = clock.today(current_village())
        super().__init__(data, initial={"valid_from": today, **_initial(hours)})
        self.today = today
        for weekday in range(7):
            for part, label in PARTS.items():
                field = ClockField(label=f"{WEEKDAYS[weekday]}: {label}", required=False)
                field.help_text = ""
                field.widget.attrs["aria-label"] = field.label
                self.fields[f"{weekday}_{part}"] = field

    def days(self) -> Iterator[tuple[str, list[tuple[Any, BoundField]]]]:
        """Weekday, and its four boxes with their short labels."""
        for weekday in range(7):
            boxes = [(label, self[f"{weekday}_{part}"]) for part, label in PARTS.items()]
            yield str(WEEKDAYS[weekday]), boxes

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._check_dates(data.get("valid_from"), data.get("valid_to"))
        windows = [window for weekday in range(7) for window in self._windows(weekday, data)]
        if not windows and not self.errors:
            self.add_error(None, _("Isi jam buka paling sedikit satu hari."))
        return {**data, "windows": windows}

    def _check_dates(self, begins: date | None, ends: date | None) -> None:
        if begins and begins < self.today:
            self.add_error(
                "valid_from", _("Pilih hari ini atau sesudahnya; janji lama tidak diubah.")
            )
        if begins and ends and not begins <= ends <= begins + LONGEST_PERIOD:
            self.add_error(
                "valid_to", _("Masa khusus berakhir sesudah mulai, paling lama 120 hari.")
            )

    def _windows(self, weekday: int, data: dict[str, Any]) -> list[Window]:
        times = [data.get(f"{weekday}_{part}") for part in PARTS]
        opens, rest, resumes, closes = times
        written, words = [each for each in times if each], {"day": WEEKDAYS[weekday]}
        if any(f"{weekday}_{part}" in self.errors for part in PARTS) or not written:
            return []
        if not (opens and closes) or bool(rest) != bool(resumes):
            self.add_error(
                f"{weekday}_opens",
                _("%(day)s: isi buka dan tutup, juga kedua jam istirahat.") % words,
            )
            return []
        if written != sorted(set(written)):
            self.add_error(
                f"{weekday}_opens", _("%(day)s: urutan jamnya terbalik. Periksa lagi.") % words
            )
            return []
        if rest and resumes:
            return [(weekday, opens, rest), (weekday, resumes, closes)]
        return [(weekday, opens, closes)]

    def decide(self, by: User) -> bool:
        """False when other hours begin that day; the form then says so."""
        data = self.cleaned_data
        try:
            set_hours(
                by=by,
                valid_from=data["valid_from"],
                valid_to=data["valid_to"],
                windows=data["windows"],
            )
        except ValueProblem as problem:
            self.add_error("valid_from", validation_error(problem))
            return False
        return True


def listed_years() -> range:
    """The years whose holidays are shown and may be entered."""
    this_year = clock.today(current_village()).year
    return range(this_year - 1, this_year + 3)


class HolidayForm(forms.Form):
    day = IndonesianDateField(label=_("Tanggal libur"))
    name = forms.CharField(
        label=_("Nama hari libur"), help_text=_("Misalnya: Bersih Desa."), max_length=120
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day.year not in listed_years():
            raise ValidationError(_("Tahun ini tidak ada di daftar. Periksa tahunnya."))
        return day
