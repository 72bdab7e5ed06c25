import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import database_url, email_url


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("DESA_DATABASE_URL", raising=False)
    return monkeypatch


def test_no_url_means_the_encrypted_file(url: pytest.MonkeyPatch) -> None:
    assert database_url("DESA_DATABASE_URL") is None


def test_url_names_user_host_port_and_database(url: pytest.MonkeyPatch) -> None:
    url.setenv("DESA_DATABASE_URL", "postgresql://desa:rahas%40ia@db.desa.id:5433/sumbergedang")
    setting = database_url("DESA_DATABASE_URL")
    assert setting is not None
    assert (setting["USER"], setting["PASSWORD"]) == ("desa", "rahas@ia")
    assert (setting["HOST"], setting["PORT"]) == ("db.desa.id", "5433")
    assert setting["NAME"] == "sumbergedang"
    assert setting["OPTIONS"] == {"pool": {"min_size": 1, "max_size": 10}}


def test_socket_folder_keeps_its_capitals_and_pool_can_be_off(url: pytest.MonkeyPatch) -> None:
    url.setenv("DESA_DATABASE_URL", "postgresql://desa@/desa?host=/run/PG&pool=off")
    setting = database_url("DESA_DATABASE_URL")
    assert setting is not None
    assert setting["HOST"] == "/run/PG"
    assert setting["OPTIONS"] == {}


@pytest.mark.parametrize(
    "wrong", ["mysql://desa@/desa", "postgresql://desa@host", "postgresql://desa@/desa?ssl=on"]
)
def test_anything_else_is_refused(url: pytest.MonkeyPatch, wrong: str) -> None:
    url.setenv("DESA_DATABASE_URL", wrong)
    with pytest.raises(ImproperlyConfigured, match="DESA_DATABASE_URL"):
        database_url("DESA_DATABASE_URL")


def test_without_an_address_no_mail_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESA_EMAIL_URL", raising=False)
    settings = email_url("DESA_EMAIL_URL")
    assert settings["EMAIL_FROM"] == ""
    assert settings["EMAIL_BACKEND"].endswith("dummy.EmailBackend")


def test_mail_address_names_server_user_and_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "DESA_EMAIL_URL", "smtp://desa:r%40hasia@surel.example?from=desa@contoh.example"
    )
    settings = email_url("DESA_EMAIL_URL")
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("surel.example", 587)
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("desa", "r@hasia")
    assert settings["EMAIL_FROM"] == "desa@contoh.example"
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (True, False)


def test_smtps_is_tls_from_the_start_and_off_is_for_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DESA_EMAIL_URL", "smtps://surel.example?from=a@b.example")
    settings = email_url("DESA_EMAIL_URL")
    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_SSL"]) == (465, True)
    monkeypatch.setenv("DESA_EMAIL_URL", "smtp://127.0.0.1:2525?from=a@b.example&tls=off")
    settings = email_url("DESA_EMAIL_URL")
    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"]) == (2525, False)


@pytest.mark.parametrize(
    "wrong",
    [
        "surel.example",
        "http://surel.example?from=a@b.example",
        "smtp://surel.example",
        "smtp://surel.example?from=desa",
        "smtp://surel.example?from=a@b.example&tls=mungkin",
        "smtp://surel.example?from=a@b.example&sandi=x",
    ],
)
def test_any_other_mail_address_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("DESA_EMAIL_URL", wrong)
    with pytest.raises(ImproperlyConfigured, match="DESA_EMAIL_URL"):
        email_url("DESA_EMAIL_URL")
