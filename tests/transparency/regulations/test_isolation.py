"""Another village's regulations do not exist here, and nothing points to them."""

import pytest

from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.regulations.enums import RelationKind
from desa.transparency.regulations.measures import completeness, list_told
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.published import feed, regulation, regulation_map, shelf
from desa.transparency.regulations.queries import fulfilled, searched, today
from tests.transparency.regulations.samples import TEXT_PDF, perdes, recorded


@pytest.fixture
def theirs(village: Village) -> Regulation:
    with village_scope(village):
        base = perdes("1")
        recorded((RelationKind.IMPLEMENTS, base), content=TEXT_PDF, instruments=("sk-pokmas-g4s",))
        return base


def test_nothing_of_another_village_is_read(theirs: Regulation, other_village: Village) -> None:
    with village_scope(other_village):
        assert list(searched("")) == []
        assert shelf() == ()
        assert feed() == ()
        assert regulation(theirs.pk) is None
        assert regulation_map().entries == ()
        assert fulfilled() == set()
        assert list_told() is None
        assert completeness(today()).numerator == 0


def test_same_number_is_free_in_another_village(theirs: Regulation, other_village: Village) -> None:
    with village_scope(other_village):
        assert perdes("1").pk != theirs.pk


def test_tie_to_another_village_is_refused(theirs: Regulation, other_village: Village) -> None:
    with village_scope(other_village):
        with pytest.raises(ScopeError):
            recorded((RelationKind.IMPLEMENTS, theirs), number="2")
        assert Regulation.objects.count() == 0
