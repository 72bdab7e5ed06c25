"""./manage COMMAND: a management command inside the prepared environment.

stdout holds only the command's answer. A fresh folder becomes a real village's, with key and tables, except by
commands that only read or keep what is there.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from config import early
from desa.foundation.core.folder import REAL, DataFolder
from tools.launch.codes import show_first_codes
from tools.launch.options import data_path, split_data_option
from tools.launch.prepare import Failed, django_environment, prepare, prepare_folder
from tools.launch.refusal import Refusal, show

NEEDS_A_VILLAGE = frozenset(
    {
        "",
        "help",
        "version",
        "backup",
        "demo_links",
        "export_residents",
        "make_recovery_codes",
        "run_job",
    }
    | {"readiness_export", "setup_code", "verify_measurements", "verify_trail", "worker"}
)


def check_village(command: list[str], data: Path) -> None:
    """What reads or safeguards makes no new installation: it was meant for another folder."""
    name = command[0] if command and not command[0].startswith("-") else ""
    if name not in NEEDS_A_VILLAGE or DataFolder(data).exists():
        return
    raise Refusal(
        f"Belum ada desa di folder {data}; pakai --data FOLDER. Tidak ada yang dibuat.",
        f"There is no village in {data}: name its folder with --data FOLDER. Nothing was made.",
    )


def main(arguments: list[str]) -> NoReturn:
    option, command = split_data_option(arguments)
    data = data_path(option, os.environ)
    os.environ["DESA_DATA"] = str(data)
    done = early.run(command)  # a restore wants the folder empty, recover_key wants no key yet
    if done is not None:
        sys.exit(done)
    try:
        check_village(command, data)
        show_first_codes(prepare_folder(data, REAL, any_mode=True), os.environ)
        prepare(data)
    except Refusal as refusal:
        sys.exit(show(refusal))
    except Failed as failed:
        sys.exit(failed.code)
    environment = django_environment(data, os.environ)
    os.execve(sys.executable, [sys.executable, "-P", "-m", "django", *command], environment)


if __name__ == "__main__":
    main(sys.argv[1:])
