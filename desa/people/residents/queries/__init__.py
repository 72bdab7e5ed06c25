"""Reads for other rooms: search, facts for letters, families, places."""

from desa.people.residents.queries.facts import letter_facts
from desa.people.residents.queries.people import (
    current_place,
    current_places,
    head_of,
    person_by_nik,
)
from desa.people.residents.queries.places import places
from desa.people.residents.queries.register import register_lines
from desa.people.residents.queries.search import PersonHit, search

__all__ = [
    "PersonHit",
    "current_place",
    "current_places",
    "head_of",
    "letter_facts",
    "person_by_nik",
    "places",
    "register_lines",
    "search",
]
