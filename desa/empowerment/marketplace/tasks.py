"""The daily round over the village's cards."""

from desa.empowerment.marketplace.actions import ask_still, put_to_sleep, seed_groups
from desa.empowerment.marketplace.queries import due_cards, silent_cards
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs

AT_ONCE = 500


def run_round(args: TaskArgs) -> None:
    """Repeatable: what was done in an earlier round is found done."""
    seed_groups(by=SystemActor("Kelompok bawaan"))
    for card in silent_cards()[:AT_ONCE]:
        put_to_sleep(card=card)
    for card in due_cards()[:AT_ONCE]:
        ask_still(card=card)
