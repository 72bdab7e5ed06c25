"""Commands that run before Django, because they must work where no key lies yet.

Answers go to stdout, questions and refusals to stderr; exit code 0 = done, 1 = refused.
"""

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path

from desa.foundation.core.keys import read_key, write_key
from desa.foundation.core.recovery import (
    DamagedRecovery,
    MistypedCode,
    RecoveryCode,
    RecoveryProblem,
    WrongCode,
    unwrap,
)
from desa.foundation.safekeeping.engine.archive import (
    installation_of,
    plain_disk_errors,
    read_archive,
    recovery_of,
)
from desa.foundation.safekeeping.engine.entries import Manifest
from desa.foundation.safekeeping.engine.restoring import Place, refuse_filled, restore
from desa.foundation.safekeeping.exceptions import BackupProblem

REASONS: dict[type[RecoveryProblem], str] = {
    MistypedCode: "Kode pemulihan salah ketik: 8 kelompok berisi 4 huruf atau angka. Periksa, lalu ketik ulang. "
    "Tidak ada yang diubah. / The recovery code is mistyped (8 groups of 4). Nothing was changed.",
    WrongCode: "Kode ini bukan kode pemulihan data ini. Periksa lembar kode Kepala Desa atau Sekretaris Desa. "
    "Tidak ada yang diubah. / This code does not open this data. Nothing was changed.",
    DamagedRecovery: "Kunci terbungkus tidak ada atau rusak. Pakai salinan cadangan lain. Tidak ada yang diubah. "
    "/ The wrapped key is missing or damaged: use another backup. Nothing was changed.",
}
NO_CODE = (
    "Tidak ada kode pemulihan yang diketik. Ulangi, lalu ketik kode dari lembar Kepala Desa atau Sekretaris Desa. "
    "Tidak ada yang diubah. / No recovery code was typed. Nothing was changed."
)
ELSEWHERE = (
    "Cadangan ini dari pemasangan lain ({id}), jadi kunci di komputer ini tidak membukanya. Ketik salah satu kode "
    "pemulihan pemasangan itu. / Made by another installation: a recovery code of that one opens it."
)
NUMBERS = {"papers": "nomor surat terakhir / last numbers", "trail": "jejak terakhir / last events"}
HAS_KEY = (
    "Berkas kunci {path} sudah ada; tidak ada yang diubah. "
    "/ The key file exists already; nothing was changed."
)
NO_FOLDER = "Tidak ada data desa di {folder}. / There is no village data in {folder}."
COMMANDS: dict[str, Callable[[list[str], Place], int]] = {}


def run_early(argv: list[str], place: Place) -> int | None:
    """Run argv[0] when it is one of COMMANDS and give its exit code; None leaves it to Django."""
    if not argv or argv[0] not in COMMANDS:
        return None
    try:
        with plain_disk_errors():
            return COMMANDS[argv[0]](argv[1:], place)
    except BackupProblem as problem:
        _tell(str(problem))
    except RecoveryProblem as problem:
        _tell(REASONS[type(problem)])
    except KeyboardInterrupt:
        return 130
    return 1


def restore_main(argv: list[str], place: Place) -> int:
    """Put a backup into the empty data folder; asks for a recovery code."""
    options = _options("restore", argv, "file")
    refuse_filled(place.folder.root)
    recovery_of(options.file)
    manifest = restore(options.file, place, _ask(options))
    _tell(f"Dipulihkan ke {place.folder.root}. / Restored.")
    _answer(manifest, as_json=options.json)
    return 0


def check_backup_main(argv: list[str], place: Place) -> int:
    """Read a backup to its end; with the key of this installation, or else with a recovery code."""
    options = _options("check_backup", argv, "file")
    wrapped = recovery_of(options.file)
    if _is_ours(options.file, place) and not options.code_stdin:
        key = read_key(place.key_file)
    else:
        key = unwrap(wrapped, _ask(options))[1]
    manifest = read_archive(options.file, key)
    _answer(manifest, as_json=options.json)
    return 0 if not manifest.missing_files else 1


def _is_ours(file: Path, place: Place) -> bool:
    """Whether the key that lies here opens this file; says so when it is another installation's."""
    if not place.folder.exists() or not place.key_file.exists():
        return False
    made_by = installation_of(file)
    if made_by == place.folder.install()["id"]:
        return True
    _tell(ELSEWHERE.format(id=made_by))
    return False


def check_recovery_main(argv: list[str], place: Place) -> int:
    """Say whether a typed code opens this installation's key."""
    options = _options("check_recovery", argv)
    holder, key = unwrap(_wrapped(place), _ask(options))
    if place.key_file.exists() and read_key(place.key_file) != key:
        raise DamagedRecovery("the wrapped key is not the key in use")
    title = {"kades": "Kepala Desa", "sekdes": "Sekretaris Desa"}[holder]
    sys.stdout.write(f"Kode {title} cocok: membuka kunci data. / The code opens the key.\n")
    return 0


def recover_key_main(argv: list[str], place: Place) -> int:
    """Write the lost key file again, from a recovery code."""
    options = _options("recover_key", argv)
    wrapped = _wrapped(place)
    if place.key_file.exists():
        raise BackupProblem(HAS_KEY.format(path=place.key_file))
    write_key(place.key_file, unwrap(wrapped, _ask(options))[1])
    sys.stdout.write(f"{place.key_file}\n")
    return 0


COMMANDS.update(
    restore=restore_main,
    check_backup=check_backup_main,
    check_recovery=check_recovery_main,
    recover_key=recover_key_main,
)


def _options(command: str, argv: list[str], *files: str) -> argparse.Namespace:
    description = COMMANDS[command].__doc__
    parser = argparse.ArgumentParser(prog=f"./manage {command}", description=description)
    for name in files:
        parser.add_argument(name, type=Path)
        parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--code-stdin", action="store_true", help="baca kode dari stdin / read the code from stdin"
    )
    return parser.parse_args(argv)


def _ask(options: argparse.Namespace) -> RecoveryCode:
    """From the terminal without showing it, or one line of stdin."""
    try:
        if options.code_stdin or not sys.stdin.isatty():
            typed = sys.stdin.readline()
        else:
            typed = getpass.getpass("Kode pemulihan / Recovery code: ")
    except EOFError:
        typed = ""
    if not typed.strip():
        raise BackupProblem(NO_CODE)
    return RecoveryCode.parse(typed)


def _wrapped(place: Place) -> str:
    if not place.folder.exists():
        raise BackupProblem(NO_FOLDER.format(folder=place.folder.root))
    try:
        return place.folder.wrapped_keys.read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise DamagedRecovery(str(problem)) from problem


def _answer(manifest: Manifest, *, as_json: bool) -> None:
    """Counts and last numbers; no village data."""
    checks = {name: check.found for name, check in manifest.checks.items()}
    content = {
        "made_at": manifest.made_at,
        "rows": manifest.rows,
        "files": manifest.file_count,
        "missing_files": manifest.missing_files,
        "last_numbers": checks,
    }
    if as_json:
        sys.stdout.write(json.dumps(content) + "\n")
        return
    lines = [
        f"dibuat / made: {manifest.made_at}",
        f"baris / rows: {sum(manifest.rows.values())} ({len(manifest.rows)} tabel)",
        f"berkas / files: {manifest.file_count}, hilang / missing: {manifest.missing_files}",
        *(
            f"{NUMBERS.get(name, name)}: {' '.join(map(str, row))}"
            for name, rows in checks.items()
            for row in rows
        ),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
