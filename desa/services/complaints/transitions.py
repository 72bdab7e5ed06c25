"""From which state a complaint goes where, and whose word the step needs."""

from enum import StrEnum

from desa.services.complaints.enums import ComplaintState

S = ComplaintState


class Word(StrEnum):
    """OFFICE: the owner, or the sekdes who assigns. REPORTER: who filed it. CLOCK: time alone."""

    OFFICE = "office"
    REPORTER = "reporter"
    CLOCK = "clock"


TRANSITIONS: dict[tuple[ComplaintState, ComplaintState], Word] = {
    (S.RECEIVED, S.VERIFIED): Word.OFFICE,
    (S.RECEIVED, S.REFUSED): Word.OFFICE,
    (S.RECEIVED, S.FORWARDED): Word.OFFICE,
    (S.RECEIVED, S.MERGED): Word.OFFICE,
    (S.RECEIVED, S.SPAM): Word.OFFICE,
    (S.VERIFIED, S.IN_PROGRESS): Word.OFFICE,
    (S.VERIFIED, S.ANSWERED): Word.OFFICE,
    (S.VERIFIED, S.REFUSED): Word.OFFICE,
    (S.VERIFIED, S.FORWARDED): Word.OFFICE,
    (S.VERIFIED, S.MERGED): Word.OFFICE,
    (S.IN_PROGRESS, S.ANSWERED): Word.OFFICE,
    (S.IN_PROGRESS, S.FORWARDED): Word.OFFICE,
    (S.IN_PROGRESS, S.MERGED): Word.OFFICE,
    (S.ANSWERED, S.CONFIRMED): Word.REPORTER,
    (S.ANSWERED, S.IN_PROGRESS): Word.REPORTER,
    (S.ANSWERED, S.UNCONFIRMED): Word.CLOCK,
    (S.UNCONFIRMED, S.CONFIRMED): Word.REPORTER,
    (S.UNCONFIRMED, S.IN_PROGRESS): Word.REPORTER,
    (S.CONFIRMED, S.IN_PROGRESS): Word.REPORTER,
    (S.REFUSED, S.VERIFIED): Word.OFFICE,
    (S.SPAM, S.RECEIVED): Word.OFFICE,
}
OPEN = (S.RECEIVED, S.VERIFIED, S.IN_PROGRESS)
"""The office has something to do."""
UNFINISHED = (*OPEN, S.ANSWERED)
WITH_REASON = (S.REFUSED, S.FORWARDED, S.SPAM)
ASKED = (S.ANSWERED, S.UNCONFIRMED, S.CONFIRMED)
"""The reporter may say whether it is good, also after the case was closed."""


def is_possible(before: str, after: ComplaintState, word: Word) -> bool:
    return TRANSITIONS.get((ComplaintState(before), after)) is word


def office_steps(before: str) -> frozenset[ComplaintState]:
    """Where the office itself may bring it from here."""
    return frozenset(
        after
        for (start, after), word in TRANSITIONS.items()
        if start == before and word is Word.OFFICE
    )
