"""Villages keep apart, and whatever is merged into whatever, nobody is lost."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from desa.empowerment.planning import actions
from desa.empowerment.planning.enums import ProposalState
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Proposal, Proposer
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.empowerment.planning.samples import (
    ASSESSING,
    CLERK,
    CULVERT,
    MERGING,
    hamlet,
    on,
    proposed,
    year_of_proposals,
)


def test_proposals_of_another_village_do_not_exist(
    village: Village, other_village: Village
) -> None:
    with village_scope(village):
        made = proposed(year_of_proposals())
    with village_scope(other_village):
        assert not Proposal.objects.exists()
        assert proposed(year_of_proposals()).number == 1
        with on(*ASSESSING), pytest.raises(Proposal.DoesNotExist):
            actions.edit_proposal(by=CLERK, proposal=made, idea=CULVERT)


def test_dusun_of_another_village_is_refused(village: Village, other_village: Village) -> None:
    with village_scope(village):
        foreign = hamlet("Winog")
    with village_scope(other_village), pytest.raises(Exception, match=r"village|desa"):
        proposed(year_of_proposals(), area=foreign)


class MergingKeepsEveryone(TestCase):
    """Whatever is merged into whatever in which order: nobody is lost, and nothing runs in a circle."""

    @given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8))
    def test_every_proposal_leads_to_one_that_stands(self, pairs: list[tuple[int, int]]) -> None:
        village = Village.objects.create(
            code="35.14.99.2001", name="C", kecamatan="C", kabupaten="C", provinsi="C"
        )
        with village_scope(village):
            year = year_of_proposals()
            made = [proposed(year, f"Lampu jalan nomor {n}", name=f"Orang {n}") for n in range(5)]
            for source, into in pairs:
                with on(*MERGING), contextlib.suppress(ProposalRefused):
                    actions.merge_proposals(by=CLERK, proposal=made[source], into=made[into])
            assert Proposer.objects.count() == 5
            for row in Proposal.objects.select_related("merged_into"):
                main = row.merged_into or row
                assert main.state == ProposalState.RECEIVED
                assert (row.state == ProposalState.MERGED) == (row.merged_into_id is not None)
