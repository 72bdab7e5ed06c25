"""The two recovery codes of a fresh folder, shown once; the set-up page makes those of ./run --kosong."""

import sys
from collections.abc import Mapping

from desa.foundation.core.folder import DataFolder
from desa.foundation.core.keys import read_key
from desa.foundation.core.recovery import write_recovery
from tools.launch.state import State

SHOWN_ONCE = (
    "Kode pemulihan, hanya ditampilkan sekali. Tulis di kertas, simpan di dua tempat. "
    "/ Recovery codes, shown once: write them down."
)
OF_EXAMPLE = (
    "Kode pemulihan desa contoh (contoh; tidak perlu disimpan). "
    "/ Recovery codes of the example village: no need to keep them."
)


def show_first_codes(folder: DataFolder, environ: Mapping[str, str]) -> None:
    """On stderr. Nothing for a folder that has codes, or was already in use without them."""
    if folder.wrapped_keys.exists() or State(folder.root).read():
        return
    codes = write_recovery(folder.wrapped_keys, read_key(folder.key_file(environ)))
    lines = [f"  {holder:7}{code}" for holder, code in codes.items()]
    heading = OF_EXAMPLE if folder.is_demo else SHOWN_ONCE
    sys.stderr.write("\n".join([heading, *lines]) + "\n")
