from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from desa.foundation.tenancy.models import Village
from tests.house.plain import not_plain, published_faults
from tests.house.tree import DESA, ROOT


def _published() -> list[ModuleType]:
    places = [*DESA.glob("*/*/published.py"), *DESA.glob("*/*/published/*.py")]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in places]
    return [import_module(name.removesuffix(".__init__")) for name in sorted(names)]


class Kind(Enum):
    WET = "wet"


@dataclass(frozen=True)
class Figure:
    label: str
    kinds: tuple[Kind, ...]
    value: int | None


@dataclass
class Changing:
    label: str


@dataclass(frozen=True)
class Leaking:
    village: Village


@pytest.mark.parametrize("module", _published(), ids=lambda module: module.__name__)
def test_rooms_publish_plain_values(module: ModuleType) -> None:
    assert published_faults(module) == []


@pytest.mark.parametrize("hint", [str, Kind, Figure, tuple[Figure, ...], Figure | None])
def test_plain_values_may_be_published(hint: Any) -> None:
    assert list(not_plain(hint, "f")) == []


@pytest.mark.parametrize(
    "hint", [Village, Changing, Leaking, list[str], dict[str, int], float, object, Any]
)
def test_guard_notices_a_value_that_is_not_plain(hint: Any) -> None:
    assert len(list(not_plain(hint, "f"))) == 1


def test_guard_notices_a_function_that_publishes_rows() -> None:
    def village() -> Village:
        raise NotImplementedError

    def untyped():  # type: ignore[no-untyped-def]
        raise NotImplementedError

    module = ModuleType("planted")
    for function in (village, untyped):
        function.__module__ = "planted"
        setattr(module, function.__name__, function)
    assert published_faults(module) == ["planted.village: Village", "planted.untyped: object"]
