"""Makes `.venv` and installs the locked wheels. Runs before anything is installed: stdlib only."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from tools.launch.refusal import Refusal, say

ROOT = Path(__file__).resolve().parents[2]
# What a set is enough for: the tools for developers come on top of the program's own wheels.
COVERS = {"app": ["app"], "dev": ["app", "dev"]}


def lock_hash(name: str, root: Path = ROOT) -> str:
    return hashlib.sha256((root / "requirements" / f"{name}.txt").read_bytes()).hexdigest()


class Environment:
    def __init__(self, folder: Path, root: Path = ROOT) -> None:
        self.folder = folder
        self.root = root

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.folder / "locks.json"

    def installed(self) -> dict[str, str]:
        try:
            return dict(json.loads(self.stamp.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def has(self, name: str) -> bool:
        return self.python.exists() and self.installed().get(name) == lock_hash(name, self.root)

    def ensure(self, name: str) -> None:
        """Install requirements/<name>.txt unless exactly this lock is installed already."""
        if self.has(name):
            return
        if not self.python.exists():
            self._make()
        say(f"Memasang pustaka ({name}) / Installing libraries ({name}) ...")
        self._install(name)
        stamps = self.installed() | {each: lock_hash(each, self.root) for each in COVERS[name]}
        self.stamp.write_text(json.dumps(stamps), encoding="utf-8")

    def _make(self) -> None:
        ensure_venv_module()
        say("Membuat .venv / Making .venv ...")
        _checked([sys.executable, "-m", "venv", "--clear", str(self.folder)])

    def _install(self, name: str) -> None:
        lock = self.root / "requirements" / f"{name}.txt"
        pip = [str(self.python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        _checked([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)])


def ensure_venv_module() -> None:
    """Debian splits `venv` into a package of its own: root gets it, others are told how."""
    if importlib.util.find_spec("ensurepip"):
        return
    ensure_packages({f"python3.{sys.version_info.minor}-venv": False})


def ensure_packages(present: dict[str, bool]) -> None:
    """Install the Debian packages that are not present; without root say which line to run."""
    missing = [name for name, there in present.items() if not there]
    if not missing:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        raise Refusal(
            f"Paket Debian belum ada. Jalankan sebagai root: {line}",
            f"Debian packages are missing. Run as root: {line}",
        )
    say(f"apt-get update && {line}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    _checked(["apt-get", "-q", "update"], quiet)
    _checked(line.split(), quiet)


def _checked(command: list[str], env: dict[str, str] | None = None) -> None:
    """Run with everything it says on stderr; a failure refuses to go on."""
    result = subprocess.run(command, env=env, stdout=sys.stderr, check=False)
    if result.returncode:
        text = " ".join(command)
        raise Refusal(
            f"Perintah ini gagal ({result.returncode}); alasannya di atas. Perbaiki lalu ulangi: {text}",
            f"This command failed ({result.returncode}); see above. Mend it and try again: {text}",
        )
