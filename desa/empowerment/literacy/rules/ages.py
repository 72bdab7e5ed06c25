"""Age bands. Nobody younger than 13 is counted: the indicator is about residents of 13 and over."""

from datetime import date

from desa.empowerment.literacy.enums import AgeBand
from desa.foundation.core.values.dates import age_on

YOUNGEST = 13
ENDS = ((18, AgeBand.TEENS), (34, AgeBand.YOUNG), (54, AgeBand.MIDDLE))


def band_of(age: int) -> AgeBand | None:
    """None for a child under 13."""
    if age < YOUNGEST:
        return None
    return next((band for last, band in ENDS if age <= last), AgeBand.ELDER)


def band_on(birth: date, day: date) -> AgeBand | None:
    return band_of(age_on(birth, day))
