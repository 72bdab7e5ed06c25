"""What stands on the printed sheets. They hold no name: who wants one on paper writes it there."""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from desa.empowerment.literacy.engine.papers import typeset
from desa.empowerment.literacy.enums import Help, PracticeTask
from desa.empowerment.literacy.models import LearningClass
from desa.empowerment.literacy.rules.catalogue import Card
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_time, format_weekday
from desa.foundation.tenancy.scope import current_village

MARK = "CONTOH"
SPARE_ROWS = 2
HELP_ROWS = 12


def class_sheet(learning_class: LearningClass) -> bytes:
    """Tasks in large type to lay before the learners, and the sheet on which the trainer marks them."""
    with translation.override(settings.LANGUAGE_CODE):
        return _typeset("class", _class_values(learning_class))


def _class_values(learning_class: LearningClass) -> dict[str, Any]:
    village = current_village()
    begins = clock.local(learning_class.starts_at, village)
    listed = learning_class.participants.filter(withdrawn_at__isnull=True)
    people = [
        [str(item.number), item.get_age_band_display(), item.get_sex_display()] for item in listed
    ]
    free = max(learning_class.seats - len(people), 0) + SPARE_ROWS
    following = max((item.number for item in learning_class.participants.all()), default=0) + 1
    people += [[str(following + place), "", ""] for place in range(free)]
    return {
        "title": _("Kelas: %(kind)s") % {"kind": learning_class.get_kind_display()},
        "facts": [
            f"{format_weekday(begins.date())}, {format_time(begins, village.timezone)}",
            f"{learning_class.place}, Dusun {learning_class.dusun.name}",
        ],
        "tasks": [str(task.label) for task in PracticeTask],
        "people": people,
        "practice": _address("/belajar/latihan/"),
        "consent": CONSENT,
    }


CONSENT = (
    "Sebelum dan sesudah kelas Anda mencoba empat tugas dengan data contoh. Kami mencatat bisa sendiri (1) "
    "atau belum (0), supaya tahu kelas ini berguna atau tidak. Nama tidak ditampilkan. Tidak mau dicatat? "
    "Anda tetap boleh ikut. Sesudah setuju pun boleh ditarik kapan saja: angkanya dihapus."
)


def assist_sheet() -> bytes:
    """For residents without a phone: what was helped, and a thumb or the RT beside it."""
    with translation.override(settings.LANGUAGE_CODE):
        values = {
            "title": "Lembar pendampingan kader",
            "helps": [str(item.label) for item in Help],
            "rows": HELP_ROWS,
        }
        return _typeset("assists", values)


def card_sheet(card: Card) -> bytes:
    with translation.override(settings.LANGUAGE_CODE):
        values = {
            "title": card.title,
            "offices": ", ".join(str(Office(office).label) for office in card.offices),
            "minutes": card.minutes,
            "steps": [step.text for step in card.steps],
            "done": card.done,
            "stuck": card.stuck,
        }
        return _typeset("card", values)


def _address(path: str) -> str:
    """ "" while nobody can reach the village's site from outside."""
    address = current_village().public_address
    return f"{address}{path}" if address else ""


def _typeset(name: str, values: dict[str, Any]) -> bytes:
    shared = {"village": current_village().name, "mark": MARK if settings.DEMO else ""}
    return typeset(name, {**shared, **values}, timestamp=int(clock.now().timestamp()))
