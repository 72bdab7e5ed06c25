"""The trail in plain sentences, without names of residents; and where and when the office helps."""

from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from desa.foundation.core.actions import SystemActor
from desa.foundation.core.measures import Measure, Reading, Unit
from desa.foundation.core.registry import presenters
from desa.foundation.core.values.numbers import format_number, format_percent
from desa.foundation.servicelevels import published as servicelevels
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import Look, TrailEvent

SYSTEM = SystemActor("").actor_kind
AT_THE_TERMINAL = ("./manage", "import_residents", "export_residents")


class _Facts(dict[str, object]):
    """An older event may not know every fact."""

    def __missing__(self, name: str) -> str:
        return "?"


@dataclass(frozen=True)
class Line:
    at: datetime
    actor: str
    sentence: str


def who(entry: TrailEvent | Look) -> str:
    """An official by name; the program itself not by the names of its parts."""
    if entry.actor_kind != SYSTEM:
        return entry.actor_label
    is_typed = entry.actor_label.startswith(AT_THE_TERMINAL)
    return _("Perintah di terminal") if is_typed else _("Sistem")


def line_of(event: TrailEvent) -> Line:
    """An event that has no words yet is shown by its name rather than left out."""
    words = presenters.find(event.name)
    sentence = str(words) % _Facts(event.facts) if words else event.name
    return Line(event.at, who(event), sentence)


def address_of(village: Village) -> str:
    parts = [
        village.address,
        f"Desa {village.name}",
        f"Kecamatan {village.kecamatan}",
        village.kabupaten,
    ]
    return ", ".join(part for part in parts if part) + "."


def office_line(village: Village) -> str:
    """Where and when the office helps; without the hours when the database fails, for the error page."""
    try:
        week = servicelevels.in_words(servicelevels.hours())
    except DatabaseError:
        week = ()
    hours = "; ".join(f"{days} {', '.join(windows)}" for days, windows in week)
    parts = [address_of(village)]
    if hours:
        parts.append(_("Buka %(hours)s.") % {"hours": hours})
    if village.phone:
        parts.append(_("Telepon %(phone)s.") % {"phone": village.phone})
    return "\n".join(parts)


@dataclass(frozen=True)
class SeenMeasure:
    """A measure with its figure in words; `figure` is empty while there is none."""

    name: str
    title: str
    figure: str
    counted: str
    reading: Reading


def seen_measure(measure: Measure, reading: Reading) -> SeenMeasure:
    title = str(measure.title) or measure.name
    figure = "" if reading.value is None else _figure(measure.unit, reading.value)
    return SeenMeasure(measure.name, title, figure, _counted(measure.unit, reading), reading)


def _figure(unit: Unit, value: float) -> str:
    language = get_language() or "id"
    if unit is Unit.SHARE:
        return format_percent(value * 100, 1, language)
    number = format_number(value, 0 if unit is Unit.COUNT else 1, language)
    words = {Unit.LEVEL: _("%(number)s dari 5"), Unit.DAYS: _("%(number)s hari")}
    return words.get(unit, "%(number)s") % {"number": number}


def _counted(unit: Unit, reading: Reading) -> str:
    """41 dari 44 of a share; of everything else how many rows."""
    if reading.denominator is None:
        return ""
    language = get_language() or "id"
    if unit is not Unit.SHARE or reading.numerator is None:
        return format_number(reading.denominator, 0, language)
    words = {
        "part": format_number(reading.numerator, 0, language),
        "whole": format_number(reading.denominator, 0, language),
    }
    return _("%(part)s dari %(whole)s") % words
