"""Reads of the room: what an official reaches, classes, help, who can do what, who manages alone."""

from desa.empowerment.literacy.queries.assists import assist_by_code, confirmed_assists, hurried_of
from desa.empowerment.literacy.queries.classes import (
    classes,
    coming_classes,
    gain_of,
    held_classes,
    pairs_of,
)
from desa.empowerment.literacy.queries.competence import able_officials, matrix
from desa.empowerment.literacy.queries.independence import first_requests
from desa.empowerment.literacy.queries.reach import (
    Reach,
    active_cadres,
    hamlets,
    reach_of,
)
from desa.empowerment.literacy.queries.use import duty_holders, weeks_of

__all__ = [
    "Reach",
    "able_officials",
    "active_cadres",
    "assist_by_code",
    "classes",
    "coming_classes",
    "confirmed_assists",
    "duty_holders",
    "first_requests",
    "gain_of",
    "hamlets",
    "held_classes",
    "hurried_of",
    "matrix",
    "pairs_of",
    "reach_of",
    "weeks_of",
]
