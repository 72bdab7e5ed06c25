"""Task cards name real screens that the offices of the card may open."""

import pytest
from django.urls import resolve, reverse
from django.utils import translation

from desa.empowerment.literacy.engine.catalogue import card_named, card_title, cards, function_named
from desa.empowerment.literacy.exceptions import UnknownItem
from desa.empowerment.literacy.presenters.sheets import card_sheet
from desa.empowerment.literacy.rules.catalogue import Card
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import offices_with
from desa.foundation.core.http.access import PUBLIC, SIGNED_IN, requirement_of
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.paper import pages

CARDS = list(cards().values())


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_card_leads_every_of_its_offices_to_screens_that_open(card: Card) -> None:
    assert len(card.steps) >= 3
    for step in card.steps:
        if step.screen:
            needed = requirement_of(resolve(reverse(step.screen)).func)
            assert needed is not None
            free = needed in {PUBLIC, SIGNED_IN}
            offices = {Office(office) for office in card.offices}
            assert free or offices <= offices_with(needed), (step.screen, offices)


def test_operator_has_six_cards_to_begin_with() -> None:
    """J12 step 2."""
    assert sum(Office.OPERATOR in card.offices for card in CARDS) >= 6


@pytest.mark.parametrize("office", [Office.KADES, Office.KADER, Office.POKMAS, Office.SEKDES])
def test_office_that_works_here_has_a_card(office: Office) -> None:
    assert any(office in card.offices for card in CARDS)


def test_title_follows_the_language_of_the_page() -> None:
    card = card_named("buat-surat")
    with translation.override("en"):
        assert card_title(card) == card.title_en
    with translation.override("id"):
        assert card_title(card) == card.title


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownItem):
        card_named("memasak")
    with pytest.raises(UnknownItem):
        function_named("memasak")


@pytest.mark.django_db
@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_card_fits_one_page(scope: Village, card: Card) -> None:
    (page,) = pages(card_sheet(card))
    assert card.title in page
    assert "Macet?" in page
