"""Another village's partners and meetings do not exist here, and nothing points to them."""

import pytest

from desa.foundation.core.measures import Standing
from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.people.partners import published, queries
from desa.people.partners.measures import active_partners, commitments, forum_level, spread
from desa.people.partners.models import Meeting, Partner
from tests.people.partners.samples import (
    TODAY,
    agreement,
    basis,
    decided,
    held,
    joint,
    partner,
    planned,
)


@pytest.fixture
def theirs(village: Village) -> tuple[Partner, Meeting]:
    with village_scope(village):
        one = partner()
        basis(one)
        agreement(one)
        joint(one)
        meeting = held()
        decided(meeting, of=one)
        return one, meeting


def test_nothing_of_another_village_is_read(
    theirs: tuple[Partner, Meeting], other_village: Village
) -> None:
    one, meeting = theirs
    with village_scope(other_village):
        assert published.groups() == ()
        assert published.meetings(10) == ()
        assert published.partner(one.pk) is None
        assert published.meeting(meeting.pk) is None
        assert queries.by_code(meeting.checkin_code) is None
        assert queries.expiring() == []
        assert queries.find_partners("Pokmas", 5) == []
        for read in (active_partners, forum_level, commitments, spread):
            assert read(TODAY).standing is Standing.NO_DATA


def test_same_name_is_free_in_another_village(
    theirs: tuple[Partner, Meeting], other_village: Village
) -> None:
    with village_scope(other_village):
        assert partner().pk != theirs[0].pk


def test_tie_to_another_village_is_refused(
    theirs: tuple[Partner, Meeting], other_village: Village
) -> None:
    one, meeting = theirs
    with village_scope(other_village):
        for tie in (
            lambda: basis(one),
            lambda: planned(one),
            lambda: decided(held(title="Lain"), of=one),
        ):
            with pytest.raises(ScopeError):
                tie()
        assert not meeting.decisions.exists()
