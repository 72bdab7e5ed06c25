"""“Kartu ini salah”: taken from anyone, decided by the office."""

from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.actions.common import PASSER_BY, demand, demand_words
from desa.empowerment.marketplace.enums import MarketplacePermission, ReportReason
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.models import Card, CardReport
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.core.values.redaction import redact

MOST_OPEN = 20


@action
def report_card(*, card: Card, why: ReportReason, words: str = "") -> CardReport:
    """The same words about the same card are one report. Raises MarketplaceRefused in a flood."""
    text = redact(words.strip())[:300]
    mine = CardReport.objects.filter(card=card, closed_at__isnull=True)
    if earlier := mine.filter(why=why, words=text).first():
        return earlier
    if mine.count() >= MOST_OPEN:
        raise MarketplaceRefused(
            _("Kartu ini sudah banyak dilaporkan. Kantor desa sedang memeriksanya.")
        )
    report = CardReport(card=card, why=why, words=text, at=clock.now())
    report.full_clean()
    report.save(force_insert=True)
    record("marketplace.report.filed", report, PASSER_BY, why=why.value)
    return report


@action
def close_report(*, by: User, report: CardReport, outcome: str) -> CardReport:
    """With what came of it; closing it twice changes nothing."""
    demand(by, MarketplacePermission.VOUCH)
    current = CardReport.objects.select_for_update().get(pk=report.pk)
    if current.closed_at is not None:
        return current
    current.outcome, current.closed_at = demand_words(outcome), clock.now()
    current.closed_by_label = by.actor_label
    current.full_clean()
    current.save()
    record("marketplace.report.closed", current, by)
    return current
