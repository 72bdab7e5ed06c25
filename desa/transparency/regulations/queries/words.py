"""States and ties of regulations in the words that pages show."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.transparency.regulations.enums import RelationKind
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.queries.register import with_states
from desa.transparency.regulations.rules.states import State

STATES: dict[State, Promise] = {
    State.NOT_YET: _("Belum berlaku"),
    State.IN_FORCE: _("Berlaku"),
    State.AMENDED: _("Berlaku, sudah diubah"),
    State.REVOKED: _("Dicabut"),
    State.EXPIRED: _("Habis masa berlaku"),
}
CHIPS: dict[State, str] = {
    State.NOT_YET: "wait",
    State.IN_FORCE: "ok",
    State.AMENDED: "run",
    State.REVOKED: "no",
    State.EXPIRED: "idle",
}
OWN_WORDS: dict[RelationKind, Promise] = {
    RelationKind.AMENDS: _("Mengubah"),
    RelationKind.REVOKES: _("Mencabut"),
    RelationKind.IMPLEMENTS: _("Melaksanakan"),
    RelationKind.RESTS_ON: _("Berdasarkan"),
}
THEIR_WORDS: dict[RelationKind, Promise] = {
    RelationKind.AMENDS: _("Diubah dengan"),
    RelationKind.REVOKES: _("Dicabut dengan"),
    RelationKind.IMPLEMENTS: _("Dilaksanakan dengan"),
    RelationKind.RESTS_ON: _("Menjadi dasar"),
}


@dataclass(frozen=True)
class ShownTie:
    word: Promise
    other: Regulation
    state: State


def ties_of(regulation: Regulation) -> list[ShownTie]:
    """What it does to others, then what others do to it; removed ones are left out."""
    own = regulation.relations.filter(target__removed_at__isnull=True).select_related("target")
    foreign = regulation.pointed_at_by.filter(regulation__removed_at__isnull=True)
    pairs = [(OWN_WORDS[RelationKind(tie.kind)], tie.target) for tie in own]
    pairs += [
        (THEIR_WORDS[RelationKind(tie.kind)], tie.regulation)
        for tie in foreign.select_related("regulation")
    ]
    states = dict(with_states(other for _word, other in pairs))
    return [ShownTie(word, other, states[other]) for word, other in pairs]
