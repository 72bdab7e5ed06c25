"""Strict reading of environment variables; each X may also come from a file named by X_FILE."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def boolean(name: str, *, default: bool) -> bool:
    value = text(name, "true" if default else "false")
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(
            f"{name} harus true atau false, bukan {value!r}. / must be true or false."
        )
    return value == "true"


def database_url(name: str) -> dict[str, object] | None:
    """A Django database setting from postgresql://user:password@host:port/name, or None when empty."""
    url = text(name)
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme != "postgresql" or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"{name} harus postgresql://pengguna@host/nama. / must be a postgresql URL."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 10}},
    }
