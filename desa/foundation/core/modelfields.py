"""Columns for village values. Numbers of people are text; money is whole sen."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import formfields
from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.nik import LENGTH, Kk, Nik
from desa.foundation.core.values.phone import Phone
from desa.foundation.core.values.rupiah import LARGEST_SEN, Rupiah

E164_LENGTH = 16

Set = TypeVar("Set", contravariant=True)
Get = TypeVar("Get", covariant=True)

if TYPE_CHECKING:
    Column = models.Field
    TextColumn = models.CharField
else:
    # Only the type checker's stubs know fields as generic; while running the types are dropped.
    class _Subscriptable:
        def __class_getitem__(cls, types):
            return cls

    class Column(_Subscriptable, models.Field):
        pass

    class TextColumn(_Subscriptable, models.CharField):
        pass


class RupiahField(Column[Set, Get]):
    """Rupiah in Python, a whole number of sen in the database; bare numbers are refused."""

    description = _("Jumlah uang")
    if TYPE_CHECKING:
        _pyi_private_set_type: Rupiah
        _pyi_private_get_type: Rupiah
        _pyi_lookup_exact_type: Rupiah

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def from_db_value(
        self, value: int | None, expression: Any, connection: BaseDatabaseWrapper
    ) -> Rupiah | None:
        return None if value is None else Rupiah(int(value))

    def to_python(self, value: Any) -> Rupiah | None:
        """Text comes from a fixture and is sen; a bare number could be either and is refused."""
        if value is None or isinstance(value, Rupiah):
            return value
        if isinstance(value, str) and value.removeprefix("-").isdecimal():
            return Rupiah(int(value))
        raise ValidationError(_("Jumlah uang tidak terbaca."), code="invalid")

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if isinstance(value, Rupiah) and abs(value.sen) > LARGEST_SEN:
            raise ValidationError(_("Jumlah uang ini terlalu besar."), code="too_large")

    def get_prep_value(self, value: Any) -> int | None:
        if value is None:
            return None
        if not isinstance(value, Rupiah):
            raise TypeError(f"{self.name} wants a Rupiah, not {type(value).__name__}.")
        return value.sen

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return str(value.sen) if isinstance(value, Rupiah) else ""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": formfields.RupiahField, **kwargs})


class _NumberField(TextColumn[Set, Get]):
    """Text of a fixed form: `read` checks and normalises, `form_class` asks for it."""

    length: int
    form_class: type[formfields.ValueField]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "max_length": self.length})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def read(self, text: str) -> str:
        raise NotImplementedError

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        if value in self.empty_values:
            return
        try:
            stored = self.read(value)
        except ValueProblem as problem:
            raise validation_error(problem) from None
        if stored != value:  # rows hold one form only; typed forms are read by the form field
            raise ValidationError(_("Nomor ini belum dirapikan."), code="not_normal")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": self.form_class, **kwargs})


class NikField(_NumberField[Set, Get]):
    """16 digits."""

    description = _("NIK")
    length = LENGTH
    form_class = formfields.NikField

    def read(self, text: str) -> str:
        return Nik.parse(text).digits

    def to_python(self, value: Any) -> Any:
        return value.digits if isinstance(value, Nik) else super().to_python(value)


class KkField(_NumberField[Set, Get]):
    """16 digits."""

    description = _("Nomor KK")
    length = LENGTH
    form_class = formfields.KkField

    def read(self, text: str) -> str:
        return Kk.parse(text).digits

    def to_python(self, value: Any) -> Any:
        return value.digits if isinstance(value, Kk) else super().to_python(value)


class PhoneField(_NumberField[Set, Get]):
    """E.164: +6281234567890."""

    description = _("Nomor HP")
    length = E164_LENGTH
    form_class = formfields.PhoneField

    def read(self, text: str) -> str:
        return Phone.parse(text).e164

    def to_python(self, value: Any) -> Any:
        return value.e164 if isinstance(value, Phone) else super().to_python(value)
