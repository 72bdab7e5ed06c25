"""All settings, all from the environment, strict: a wrong value stops the start and says which one.

DESA_DATA          folder of the village's data (default ./data)
DESA_KEY           file of the working key (default: the user's state folder, by installation)
DESA_DATABASE_URL  postgresql://user@host/name; empty = the encrypted SQLite file in DESA_DATA
DESA_HOSTS         host names this server answers to, separated by commas
DESA_HTTPS         true behind TLS or a TLS proxy: secure cookies
DESA_PROXY         true when every request comes through one proxy, which says who asked
DESA_JOB_LEASE     seconds after which the job of a worker that died is taken over (default 60)
DESA_EMAIL_URL     smtp://user:password@host:587?from=desa@contoh.example; empty = no e-mail is sent
DESA_BACKUP_DIR    folder for the nightly backup (a second disk); empty = no nightly backup
DESA_DEBUG         true only for developers
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config.environment import boolean, database_url, email_url, positive, text
from desa.foundation.core.folder import DataFolder
from desa.foundation.core.keys import read_key

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(text("DESA_DATA", str(BASE_DIR / "data"))).resolve()
FOLDER = DataFolder(DATA_DIR)
KEY_FILE = FOLDER.key_file(os.environ)
try:
    WORKING_KEY = read_key(KEY_FILE)
except (OSError, ValueError) as problem:
    raise ImproperlyConfigured(
        f"Kunci data tidak terbaca ({KEY_FILE}): {problem}. Jalankan ./run atau ./manage, atau isi DESA_KEY. "
        f"/ The data key cannot be read: use ./run or ./manage, or set DESA_KEY."
    ) from problem
DEMO = FOLDER.is_demo
# The demo prints its loopback address on papers, so that their QR shows.
DEMO_ADDRESS = text("DESA_DEMO_ADDRESS", "http://127.0.0.1:8000") if DEMO else ""
BACKUP_DIR = Path(_backups).resolve() if (_backups := text("DESA_BACKUP_DIR")) else None

DEBUG = boolean("DESA_DEBUG", default=False)
HTTPS = boolean("DESA_HTTPS", default=False)
BEHIND_PROXY = boolean("DESA_PROXY", default=False)
SECRET_KEY = WORKING_KEY.derive("django").hex()
ALLOWED_HOSTS = [
    host for host in text("DESA_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host
]

ROOMS = [
    "desa.foundation.core",
    "desa.foundation.tenancy",
    "desa.foundation.trail",
    "desa.foundation.files",
    "desa.foundation.jobs",
    "desa.foundation.intake",
    "desa.foundation.sheets",
    "desa.foundation.notifications",
    "desa.foundation.accounts",
    "desa.foundation.papers",
    "desa.foundation.safekeeping",
    "desa.foundation.servicelevels",
    "desa.people.residents",
    "desa.people.partners",
    "desa.people.questions",
    "desa.services.letters",
    "desa.services.complaints",
    "desa.transparency.budgets",
    "desa.transparency.regulations",
    "desa.transparency.publishing",
    "desa.infrastructure.assets",
    "desa.infrastructure.connectivity",
    "desa.empowerment.planning",
    "desa.empowerment.literacy",
    "desa.empowerment.marketplace",
    "desa.insight.surveys",
    "desa.insight.readiness",
    "desa.gateway.portal",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    *ROOMS,
]

MIDDLEWARE = [
    "desa.foundation.core.http.headers.SecurityHeaders",
    "desa.foundation.core.http.headers.BehindHttps",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "desa.foundation.safekeeping.middleware.Healthz",
    "desa.foundation.core.http.finished.FinishedPages",
    "desa.foundation.core.http.language.PathLanguage",
    "desa.foundation.tenancy.middleware.VillageScope",
    "desa.gateway.portal.middleware.FirstRun",
    "desa.foundation.core.http.readonly.ReadonlyGet",
    "desa.foundation.core.http.sessions.OfficeSession",
    "desa.foundation.core.http.origin.OriginCheck",
    "django.middleware.csrf.CsrfViewMiddleware",
    "desa.foundation.accounts.middleware.Access",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "desa.foundation.core.display.page_context",
                "desa.foundation.tenancy.context.village",
                "desa.foundation.accounts.context.account",
                "desa.gateway.portal.context.navigation",
            ],
        },
    }
]

_postgres = database_url("DESA_DATABASE_URL")
DATABASES = {
    "default": _postgres
    or {
        "ENGINE": "desa.foundation.core.sqlcipher",
        "NAME": FOLDER.database,
        "TEST": {"NAME": FOLDER.root / "test.db"},
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "key": WORKING_KEY.derive("database"),
            "transaction_mode": "IMMEDIATE",
            "timeout": 0,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;",
        },
    }
}
AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["desa.foundation.accounts.engine.hashing.CheapArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SESSION_COOKIE_NAME = "kantor"
SESSION_COOKIE_PATH = "/"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "kantor-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "desa.foundation.core.http.errors.csrf_failed"

FORM_RENDERER = "desa.foundation.core.rendering.UiRenderer"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("Inggris"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
APPEND_SLASH = False

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Uploads stay in memory and go to the reading child through a pipe: nothing is spooled in clear.
FILE_UPLOAD_HANDLERS = ["desa.foundation.core.http.uploads.BoundedUpload"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

_mail = email_url("DESA_EMAIL_URL")
EMAIL_FROM: str = _mail["EMAIL_FROM"]
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = (
    _mail[name] for name in ("EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT")
)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20

JOB_LEASE_SECONDS = positive("DESA_JOB_LEASE", default=60)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"masked": {"()": "desa.foundation.core.logs.MaskedFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "masked"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
