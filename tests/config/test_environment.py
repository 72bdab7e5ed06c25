import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import database_url


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
