"""Process slots for ids: a locked file per slot in the data folder, free again when we die."""

import fcntl
import os
from pathlib import Path

from desa.foundation.core.ids import SLOTS

_held: list[int] = []


def claim_slot(folder: Path) -> int:
    """Lock the first free slot file; the lock lives as long as the process."""
    folder.mkdir(parents=True, exist_ok=True)
    for slot in range(SLOTS):
        handle = os.open(folder / f"{slot:04d}", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            continue
        _held.append(handle)
        return slot
    raise RuntimeError(f"all {SLOTS} process slots are taken")
