"""From which state a card goes where, and whose word the step needs."""

from enum import StrEnum

from desa.empowerment.marketplace.enums import CardState

S = CardState


class Word(StrEnum):
    """SELLER: their link, or what the office writes down from them. CLOCK: silence alone."""

    SELLER = "seller"
    EDITOR = "editor"
    OFFICE = "office"
    CLOCK = "clock"


TRANSITIONS: dict[tuple[CardState, CardState], frozenset[Word]] = {
    (S.WAITING, S.SHOWN): frozenset({Word.SELLER}),
    (S.WAITING, S.ENDED): frozenset({Word.SELLER, Word.OFFICE}),
    (S.SHOWN, S.ASLEEP): frozenset({Word.SELLER, Word.CLOCK}),
    (S.SHOWN, S.ENDED): frozenset({Word.OFFICE}),
    (S.ASLEEP, S.SHOWN): frozenset({Word.SELLER}),
    (S.ASLEEP, S.ENDED): frozenset({Word.OFFICE}),
    (S.ENDED, S.WAITING): frozenset({Word.EDITOR}),
}


def is_possible(before: str, after: CardState, word: Word) -> bool:
    return word in TRANSITIONS.get((CardState(before), after), frozenset())
