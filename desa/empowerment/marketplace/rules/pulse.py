"""When a card is asked "masih jual?", and when silence puts it to sleep. Days are the village's own."""

from datetime import date, timedelta

ASK_AFTER = timedelta(days=30)
PATIENCE = timedelta(days=14)


def asks_on(heard_on: date) -> date:
    """The day on which the seller is asked again, counted from their last word."""
    return heard_on + ASK_AFTER


def sleeps_on(asked_on: date) -> date:
    """The first day on which silence has lasted its 14 days."""
    return asked_on + PATIENCE


def is_due(heard_on: date, asked_on: date | None, today: date) -> bool:
    """One question at a time: an open one is not repeated."""
    return asked_on is None and today >= asks_on(heard_on)


def falls_asleep(asked_on: date | None, today: date) -> bool:
    return asked_on is not None and today >= sleeps_on(asked_on)
