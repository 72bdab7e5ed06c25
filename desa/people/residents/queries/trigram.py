"""Ids of the people whose search text holds some words: FTS5 on SQLite, pg_trgm on PostgreSQL.

Raw SQL because neither is in the ORM; every statement names the open village.
"""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection

from desa.foundation.tenancy.scope import current_village
from desa.people.residents.rules.searching import SHORTEST_TRIGRAM

MOST = 200
Parts = tuple[str, str, list[str | int]]  # FROM, condition, parameters

_LIVES_IN = (
    " AND EXISTS (SELECT 1 FROM residents_residence r WHERE r.person_id = {key}"
    " AND r.valid_to IS NULL AND r.area_id IN ({areas}))"
)


class Adapter(Protocol):
    def containing(self, words: Sequence[str]) -> Parts: ...
    def beginning(self, word: str) -> Parts: ...
    def resembling(self, words: Sequence[str]) -> Parts: ...


class Fts5:
    source = "residents_search s CROSS JOIN residents_person p ON p.id = s.rowid"

    def containing(self, words: Sequence[str]) -> Parts:
        match = " AND ".join(f'"{word}"' for word in words)
        return self.source, "s.residents_search MATCH %s", [match]

    def beginning(self, word: str) -> Parts:
        # A range instead of LIKE: SQLite's LIKE does not use the index.
        return (
            "residents_person p",
            "p.search_text >= %s AND p.search_text < %s",
            [word, word + "{"],
        )

    def resembling(self, words: Sequence[str]) -> Parts:
        match = " OR ".join(f'"{piece}"' for piece in _pieces(words))
        return self.source, "s.residents_search MATCH %s ORDER BY s.rank", [match]


class PgTrgm:
    source = "residents_person p"

    def containing(self, words: Sequence[str]) -> Parts:
        return (
            self.source,
            " AND ".join("p.search_text LIKE %s" for _word in words),
            [f"%{word}%" for word in words],
        )

    def beginning(self, word: str) -> Parts:
        return self.source, "p.search_text LIKE %s", [f"{word}%"]

    def resembling(self, words: Sequence[str]) -> Parts:
        pieces = _pieces(words)
        any_piece = " OR ".join("p.search_text LIKE %s" for _piece in pieces)
        condition = f"({any_piece}) ORDER BY p.search_text <->> %s"
        return self.source, condition, [*(f"%{piece}%" for piece in pieces), " ".join(words)]


def _pieces(words: Sequence[str]) -> list[str]:
    """Every three letters that follow each other: a misspelt word keeps most of them."""
    return sorted({word[at : at + 3] for word in words for at in range(len(word) - 2)})


def adapter() -> Adapter:
    return PgTrgm() if connection.vendor == "postgresql" else Fts5()


def containing(words: Sequence[str], areas: Sequence[int] | None = None) -> list[int]:
    """At most 200 ids; `areas` (when given) keeps those who live in one of them now."""
    long = [word for word in words if len(word) >= SHORTEST_TRIGRAM]
    if long:
        return _ids(adapter().containing(long), areas)
    if words:
        return _ids(adapter().beginning(words[0]), areas)
    return _ids(_living_in(areas or ()), None)


def resembling(words: Sequence[str]) -> list[int]:
    """At most 200 ids of people whose words share the most letters with these."""
    long = [word for word in words if len(word) >= SHORTEST_TRIGRAM]
    return _ids(adapter().resembling(long), None) if long else []


def _living_in(areas: Sequence[int]) -> Parts:
    """Starts from the residences: far fewer than all people."""
    source = "residents_residence r JOIN residents_person p ON p.id = r.person_id"
    return source, f"r.valid_to IS NULL AND r.area_id IN ({_marks(areas)})", list(areas)


def _marks(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _ids(parts: Parts, areas: Sequence[int] | None) -> list[int]:
    source, condition, params = parts
    # By the index's own rowid SQLite asks where someone lives before it fetches the wide row.
    key = "s.rowid" if source == Fts5.source else "p.id"
    lives_in = _LIVES_IN.format(key=key, areas=_marks(areas)) if areas is not None else ""
    sql = (
        f"SELECT p.id FROM {source} WHERE p.village_id = %s AND p.removed_at IS NULL"  # noqa: S608
        f"{lives_in} AND {condition} LIMIT {MOST}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [current_village().pk, *(areas or ()), *params])
        return [row[0] for row in cursor.fetchall()]
