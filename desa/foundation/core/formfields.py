"""Form fields that read what people here write, and say in plain words what is wrong."""

import re
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.addresses import parse_rt_rw_number
from desa.foundation.core.values.dates import format_long, parse_date
from desa.foundation.core.values.errors import ValueProblem, mark
from desa.foundation.core.values.nik import Kk, Nik
from desa.foundation.core.values.phone import Phone
from desa.foundation.core.values.rupiah import Rupiah

_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")


class InlineRadio(forms.RadioSelect):
    """Short choices beside each other; the first one says what holds when nobody chooses."""

    inline = True


class InlineChecks(forms.CheckboxSelectMultiple):
    """Short things to tick, beside each other."""

    inline = True


class ValueField(forms.Field):
    """A text box whose text is read into a value.

    `hint` is the help text unless the form gives its own; `read` raises ValueProblem.
    """

    hint: ClassVar[Promise]
    input_attrs: ClassVar[dict[str, str]] = {}
    empty_value: Any = None

    def __init__(self, *, empty_value: Any = ..., **kwargs: Any) -> None:
        kwargs.pop("max_length", None)  # of the stored value; separators are typed too
        if empty_value is not ...:
            self.empty_value = empty_value
        super().__init__(**{**kwargs, "help_text": kwargs.get("help_text") or self.hint})

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return self.empty_value
        try:
            return self.read(text)
        except ValueProblem as problem:
            raise validation_error(problem) from None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"autocomplete": "off", **self.input_attrs}


class NikField(ValueField):
    """Gives the 16 digits as text."""

    hint = _("16 angka, seperti di KTP atau KK.")
    input_attrs = {"inputmode": "numeric"}
    empty_value = ""
    default_error_messages = {"required": _("NIK belum diisi.")}

    def read(self, text: str) -> str:
        return Nik.parse(text).digits


class KkField(ValueField):
    """Gives the 16 digits as text."""

    hint = _("16 angka, di bagian atas kartu keluarga.")
    input_attrs = {"inputmode": "numeric"}
    empty_value = ""
    default_error_messages = {"required": _("Nomor KK belum diisi.")}

    def read(self, text: str) -> str:
        return Kk.parse(text).digits


class PhoneField(ValueField):
    """Gives E.164 text."""

    hint = _("Misalnya 0812-3456-7890.")
    input_attrs = {"inputmode": "tel"}
    empty_value = ""
    default_error_messages = {"required": _("Nomor HP belum diisi.")}

    def read(self, text: str) -> str:
        return Phone.parse(text).e164

    def prepare_value(self, value: Any) -> Any:
        """A stored number is shown the way people read it; what was typed stays as typed."""
        try:
            return Phone(value or "").display
        except ValueProblem:
            return value


class RupiahField(ValueField):
    """Gives a Rupiah. A dot separates thousands; an unclear amount is asked about."""

    hint = _("Misalnya 1.250.000.")
    input_attrs = {"inputmode": "decimal"}
    default_error_messages = {"required": _("Jumlah uang belum diisi.")}

    def read(self, text: str) -> Rupiah:
        return Rupiah.parse(text)

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Rupiah) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Rupiah) else value


class IndonesianDateField(ValueField):
    """Gives a date. Day before month, months by name in Indonesian, never month first."""

    hint = _("Misalnya 17-08-1990 atau 17 Agustus 1990.")
    default_error_messages = {"required": _("Tanggal belum diisi.")}

    def read(self, text: str) -> date:
        return parse_date(text)

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, date) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return format_long(value) if isinstance(value, date) else value


class ClockField(ValueField):
    """Gives a time of day from 8, 8.30, 08.30 or 08:30."""

    hint = _("Misalnya 08.00.")
    input_attrs = {"inputmode": "decimal"}

    def read(self, text: str) -> time:
        match = _TIME.fullmatch(text)
        if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
            return time(int(match[1]), int(match[2] or 0))
        raise ValueProblem("time", mark("Jam ditulis seperti 08.00 atau 15.30."))

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, time) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H.%M}" if isinstance(value, time) else value


class RtRwField(ValueField):
    """One number, RT or RW. Gives three digits, or nothing when it is unknown (a dash)."""

    hint = _("Misalnya 003. Tulis - bila belum diketahui.")
    input_attrs = {"inputmode": "numeric"}
    empty_value = ""
    default_error_messages = {"required": _("Nomornya belum diisi.")}

    def read(self, text: str) -> str:
        return parse_rt_rw_number(text) or self.empty_value
