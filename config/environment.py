"""Strict reading of environment variables; each X may also come from a file named by X_FILE."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

URL_OPTIONS = {"host", "pool"}
POOL = {"min_size": 1, "max_size": 10}


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


def positive(name: str, *, default: float) -> float:
    value = text(name, str(default))
    try:
        number = float(value)
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise ImproperlyConfigured(
            f"{name} harus angka di atas 0, bukan {value!r}. / must be a number above 0."
        )
    return number


def database_url(name: str) -> dict[str, object] | None:
    """A Django database setting from a PostgreSQL URL, or None when empty.

    postgresql://user:password@host:port/name, or for a socket postgresql://user@/name?host=/run/folder.
    `pool=off` opens plain connections.
    """
    url = text(name)
    if not url:
        return None
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    if parts.scheme != "postgresql" or not parts.path.strip("/") or options.keys() - URL_OPTIONS:
        raise ImproperlyConfigured(
            f"{name} harus postgresql://pengguna@host/nama. / must be a postgresql URL."
        )
    pool = {} if options.get("pool") == "off" else {"pool": POOL}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.get("host") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": pool,
    }
