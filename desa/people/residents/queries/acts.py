"""What other rooms offer to do for a resident."""

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core.registry import PersonAct, person_acts
from desa.foundation.tenancy.scope import current_village


def acts_for(user: User) -> list[PersonAct]:
    """Those of rooms that are switched on, which this user's office may do."""
    village = current_village()
    return [
        act
        for act in person_acts
        if village.has_room(act.room) and has_permission(user, act.permission)
    ]
