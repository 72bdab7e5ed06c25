"""What the village decides about questions, and why.

A question counts and is listed the moment it is sent: which figure, when, who answers, until when. Its
words appear when an official has released or answered it, with numbers of people covered. Shown at
once they would carry insults and floods onto the village's own site; shown never, silence would cost
nothing. So the words may wait, and the waiting is public: an official who dislikes a question cannot
make it vanish, because it stays on the list until the clock runs out and goes to the sekdes, then to
the kades. Only these two close one without an answer, never its owner alone, and the list says why.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.people.questions.permissions import IMPLEMENTERS

SERVICE = "pertanyaan"
WORKING_DAYS = 5
WITHOUT_HOURS = timedelta(days=7)
"""The promise while the village has not set its opening hours: five working days of a usual week."""

SECOND_STEP = timedelta(days=3)
"""After the sekdes was told, the kades is told."""

PHONE_KEPT = timedelta(days=30)
STANDARD_NAME = _("Jawaban atas pertanyaan")
STANDARD_NEEDS = _("Pertanyaan Anda. Tidak perlu nama, tidak perlu akun.")
STANDARD_PRODUCT = _("Jawaban terbuka dari perangkat yang melaksanakan")


@dataclass(frozen=True)
class Owner:
    office: Office
    label: str


def owner_of(office: str, label: str, held: frozenset[str]) -> Owner:
    """The implementer that the figure names; the sekdes for any other office, and for a vacant one.

    `held`: the offices that somebody holds today. Kaur keuangan keeps the money and does not carry
    activities out, so a question is never his.
    """
    if office in {str(known) for known in IMPLEMENTERS} and office in held:
        return Owner(Office(office), label or str(Office(office).label))
    return Owner(Office.SEKDES, str(Office.SEKDES.label))
