"""The village's data folder: what lies where, which mode it was made in, where its key is."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEMO, REAL = "contoh", "nyata"


@dataclass(frozen=True)
class DataFolder:
    root: Path

    @property
    def database(self) -> Path:
        return self.root / "desa.db"

    @property
    def files(self) -> Path:
        return self.root / "files"

    @property
    def uploads(self) -> Path:
        """Parts of files that are still arriving; no backup needs them."""
        return self.root / "uploads"

    @property
    def install_file(self) -> Path:
        return self.root / "install.json"

    @property
    def wrapped_keys(self) -> Path:
        """The working key, wrapped once by each recovery code."""
        return self.root / "recovery.json"

    def exists(self) -> bool:
        return self.install_file.exists()

    def install(self) -> dict[str, str]:
        return dict(json.loads(self.install_file.read_text(encoding="utf-8")))

    @property
    def is_demo(self) -> bool:
        return self.exists() and self.install()["mode"] == DEMO

    def create(self, mode: str) -> None:
        """Fix the mode when the folder is made; a village's folder never becomes a demo or back."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        content = {"id": secrets.token_hex(8), "mode": mode}
        self.install_file.write_text(json.dumps(content), encoding="utf-8")

    def key_file(self, environ: Mapping[str, str]) -> Path:
        """DESA_KEY, or a file named after this installation in the user's state folder."""
        if given := environ.get("DESA_KEY"):
            return Path(given)
        state = environ.get("XDG_STATE_HOME") or str(Path.home() / ".local/state")
        name = self.install()["id"] if self.exists() else "unknown"
        return Path(state) / "desa" / f"{name}.key"
