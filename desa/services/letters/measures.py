"""What the letters of the last twelve months say: LIT3, both parts of TRU3, and TRU5 (indicators.md 1)."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.core.waiting import Waiting, percentile
from desa.foundation.servicelevels.queries import work_calendar
from desa.foundation.servicelevels.rules.working_time import working_minutes
from desa.foundation.tenancy.scope import current_village
from desa.services.letters.enums import LetterState
from desa.services.letters.models import Letter

ROOM = "letters"
WINDOW = timedelta(days=365)
LEAST_MINUTES = 1.0


def _moment(until: date) -> datetime:
    """The end of that day on the village's clock."""
    return datetime.combine(until + timedelta(days=1), time(), ZoneInfo(current_village().timezone))


def _letters(moment: datetime) -> list[Letter]:
    """Asked for in the year before; what the resident called off is nobody's promise."""
    rows = Letter.objects.filter(created_at__gte=moment - WINDOW, created_at__lt=moment)
    kept = rows.exclude(state=LetterState.CANCELLED).select_related("case")
    return list(kept.order_by("created_at", "pk"))


def _row(letter: Letter, value: float, note: str, *, still: bool = False) -> Evidence:
    return Evidence(
        label=letter.public_id,
        value=value,
        url=reverse("letters:detail", args=[letter.pk]),
        on=letter.created_at.astimezone(ZoneInfo(current_village().timezone)).date(),
        note=note,
        open=still,
    )


def read_alone(until: date) -> Reading:
    """LIT3: every channel there is goes over the counter, so no letter is finished by the resident alone."""
    rows = tuple(
        _row(letter, 0.0, str(letter.get_channel_display())) for letter in _letters(_moment(until))
    )
    return share(rows, empty=_("Belum ada permohonan surat dalam 12 bulan terakhir."))


def read_on_time(until: date) -> Reading:
    """TRU3.tepat: of the promises that fell due, those kept; what is still open is late."""
    moment = _moment(until)
    rows = tuple(
        _row(letter, float(_kept(letter, moment)), letter.kind_data.name)
        for letter in _letters(moment)
        if letter.case.promised_at < moment or _kept(letter, moment)
    )
    return share(rows, empty=_("Belum ada janji layanan yang jatuh tempo."))


def _kept(letter: Letter, moment: datetime) -> bool:
    closed = letter.case.closed_at
    return closed is not None and closed < moment and closed <= letter.case.promised_at


def read_spread(until: date) -> Reading:
    """TRU3.sebaran: P90 beside P50 of the gross working time, pauses included, with open letters kept."""
    moment, calendar = _moment(until), work_calendar()
    cases, rows = [], []
    for letter in _letters(moment):
        closed = letter.case.closed_at
        ended = closed is not None and closed < moment
        end = closed if closed is not None and ended else moment
        taken = max(LEAST_MINUTES, working_minutes(calendar, letter.case.opened_at, end))
        cases.append(Waiting(taken, ended))
        words = _("selesai") if ended else _("belum selesai")
        rows.append(_row(letter, taken, words, still=not ended))
    return _ratio(cases, tuple(rows))


def _ratio(cases: list[Waiting], rows: tuple[Evidence, ...]) -> Reading:
    if not cases:
        words = _("Belum ada permohonan surat dalam 12 bulan terakhir.")
        return Reading(Standing.NO_DATA, why=words)
    middle, slow = percentile(cases, 0.5), percentile(cases, 0.9)
    if middle is None or slow is None:
        words = _("Belum cukup surat yang selesai untuk menghitungnya.")
        return Reading(Standing.NO_DATA, evidence=rows, why=words)
    return Reading(Standing.MEASURED, slow / middle, denominator=len(cases), evidence=rows)


def read_return(until: date) -> Reading:
    """TRU5 needs a first digital request; no channel offers one yet."""
    words = _("Belum ada permohonan digital pertama: surat diminta di loket.")
    return Reading(Standing.NO_DATA, why=words)


MEASURES = (
    Measure(
        "LIT3",
        ROOM,
        Unit.SHARE,
        read_alone,
        title=gettext_lazy("Surat yang diselesaikan warga sendiri secara digital"),
    ),
    Measure(
        "TRU3",
        ROOM,
        Unit.SHARE,
        read_on_time,
        part="tepat",
        title=gettext_lazy("Surat yang selesai tepat janji"),
    ),
    Measure(
        "TRU3",
        ROOM,
        Unit.RATIO,
        read_spread,
        part="sebaran",
        title=gettext_lazy("Surat yang paling lama dibanding surat yang biasa"),
    ),
    Measure(
        "TRU5",
        ROOM,
        Unit.SHARE,
        read_return,
        title=gettext_lazy("Warga yang kembali memakai cara digital"),
    ),
)
