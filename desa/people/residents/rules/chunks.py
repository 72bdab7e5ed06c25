"""Cuts residents into chunks of whole families, small enough for one short write lock."""

from collections.abc import Iterable, Iterator

from desa.people.residents.rules.resident import Resident

CHUNK = 300


def chunks(residents: Iterable[Resident], size: int = CHUNK) -> Iterator[list[Resident]]:
    """Families keep the order in which they first appear; one larger than `size` is a chunk alone."""
    by_family: dict[str, list[Resident]] = {}
    for resident in residents:
        by_family.setdefault(resident.no_kk, []).append(resident)
    chunk: list[Resident] = []
    for members in by_family.values():
        if chunk and len(chunk) + len(members) > size:
            yield chunk
            chunk = []
        chunk = chunk + members
    if chunk:
        yield chunk
