"""Reads for other rooms and for the pages of this one."""

from desa.infrastructure.connectivity.queries.states import Standing, standings

__all__ = ["Standing", "standings"]
