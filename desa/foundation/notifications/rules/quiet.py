"""When a message may be sent: nobody is woken for what can wait."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM, QUIET_UNTIL = time(21), time(6)


def not_before(moment: datetime, zone: str, *, urgent: bool) -> datetime:
    """The moment itself, or 06.00 of the morning that ends the quiet hours it lies in (village's clock)."""
    local = moment.astimezone(ZoneInfo(zone))
    if urgent or QUIET_UNTIL <= local.time() < QUIET_FROM:
        return moment
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return datetime.combine(day, QUIET_UNTIL, ZoneInfo(zone)).astimezone(moment.tzinfo)
