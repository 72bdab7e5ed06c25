"""Strict reading of environment variables; each X may also come from a file named by X_FILE."""

import os
from pathlib import Path
from typing import Any
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


NO_MAIL: dict[str, Any] = {
    "EMAIL_FROM": "",
    "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
    "EMAIL_HOST": "",
    "EMAIL_PORT": 0,
    "EMAIL_HOST_USER": "",
    "EMAIL_HOST_PASSWORD": "",
    "EMAIL_USE_TLS": False,
    "EMAIL_USE_SSL": False,
}
MAIL_SCHEMES = {"smtp": 587, "smtps": 465}


def email_url(name: str) -> dict[str, Any]:
    """Django's mail settings from an address, or those of "no mail server" when empty.

    smtp://user:password@host:587?from=desa@contoh.example speaks STARTTLS, smtps:// TLS from the start.
    `tls=off` is for a server on this very machine.
    """
    url = text(name)
    if not url:
        return dict(NO_MAIL)
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    sender, tls = options.get("from", ""), options.get("tls", "on")
    is_read = parts.scheme in MAIL_SCHEMES and parts.hostname and "@" in sender
    if not is_read or options.keys() - {"from", "tls"} or tls not in {"on", "off"}:
        raise ImproperlyConfigured(
            f"{name} harus smtp://pengguna:sandi@host:587?from=desa@contoh.example. "
            "/ must be an smtp or smtps URL with ?from="
        )
    return {
        "EMAIL_FROM": sender,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_SCHEMES[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp" and tls == "on",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
