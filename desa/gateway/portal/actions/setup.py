"""The first run of a village: founded, its first officer entered, its usual standards in force."""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor
from desa.foundation.core.recovery import RecoveryCode
from desa.foundation.safekeeping.actions import make_recovery_codes
from desa.foundation.servicelevels.actions import propose_holidays
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.queries import founded_villages
from desa.foundation.tenancy.scope import village_scope
from desa.gateway.portal.exceptions import AlreadyFounded
from desa.services.letters.actions import publish_usual_standards


@dataclass(frozen=True)
class FirstOfficer:
    appointment: Appointment
    password: str


def set_up(
    *, by: Actor, identity: Identity, officer: FirstOfficer, codes: dict[str, RecoveryCode]
) -> User:
    """Gives the first officer's account. All or nothing; `codes` were shown and typed back.

    Raises AlreadyFounded, or ValidationError for a code, name or password that will not do.
    """
    with transaction.atomic():
        if founded_villages().exists():
            raise AlreadyFounded
        village = found_village(by=by, identity=identity)
        with village_scope(village):
            furnish(by=by, village=village)
            holder = appoint(by=by, appointment=officer.appointment)
            assert holder.membership is not None
            user = holder.membership.user
            _choose_password(user, officer.password)
        # Last: a failed write takes the village back, and the same codes can be typed again.
        make_recovery_codes(by=by, shown=codes)
    return user


def furnish(*, by: Actor, village: Village) -> None:
    """What every village starts with: standards of the letters, this year's and next year's holidays."""
    publish_usual_standards(by=by)
    year = clock.today(village).year
    for each in (year, year + 1):
        propose_holidays(by=by, year=each)


def _choose_password(user: User, password: str) -> None:
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
