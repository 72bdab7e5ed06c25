import os
import platform
from pathlib import Path

from sqlcipher3 import dbapi2


def describe_machine() -> dict[str, str | int]:
    """What a number depends on, so that two results can be compared or not."""
    return {
        "cpu": _field("/proc/cpuinfo", "model name"),
        "cores": len(os.sched_getaffinity(0)),
        "memory_mb": int(_field("/proc/meminfo", "MemTotal").split()[0]) // 1024,
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": dbapi2.sqlite_version,
    }


def _field(path: str, name: str) -> str:
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        label, _colon, value = line.partition(":")
        if label.strip() == name:
            return value.strip()
    return "0"
