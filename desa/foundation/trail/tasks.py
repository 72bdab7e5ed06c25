"""The trail's own rounds, in the scope of each village."""

from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.foundation.trail.actions import chain_looks, purge_looks, seal_head

ROUND = SystemActor("perawatan jejak")


def run_chain_looks(args: TaskArgs) -> None:
    while chain_looks(by=ROUND):
        pass


def run_keep_trail(args: TaskArgs) -> None:
    """Purge what is past its retention, then seal the day's head."""
    while purge_looks(by=ROUND):
        pass
    seal_head()
