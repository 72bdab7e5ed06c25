"""The shelves of the market, from a csv, and the links to the village's other apps."""

from django.utils.translation import gettext as _t

from desa.empowerment.marketplace.actions.common import demand
from desa.empowerment.marketplace.engine.shipped import shipped_groups
from desa.empowerment.marketplace.enums import MarketplacePermission
from desa.empowerment.marketplace.exceptions import GroupsUnreadable
from desa.empowerment.marketplace.models import ProductGroup, VillageApp
from desa.empowerment.marketplace.rules.grouping import Group, read_groups
from desa.foundation.accounts.models import User
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.tenancy.scope import current_village


@action
def import_groups(*, by: User, content: bytes) -> int:
    """The whole list anew, or nothing of it; gives how many groups are on offer.

    One that is missing is no longer offered; its cards keep it. Raises GroupsUnreadable.
    """
    demand(by, MarketplacePermission.ARRANGE)
    groups, problems = read_groups(content)
    if problems:
        raise GroupsUnreadable([(line, _t(words)) for line, words in problems])
    _arrange(groups)
    record("marketplace.groups.imported", current_village(), by, groups=len(groups))
    return len(groups)


@action
def seed_groups(*, by: Actor) -> None:
    """The groups that ship, for a village that has none yet."""
    if ProductGroup.objects.exists():
        return
    groups = shipped_groups()
    _arrange(groups)
    record("marketplace.groups.imported", current_village(), by, groups=len(groups))


def _arrange(groups: list[Group]) -> None:
    ProductGroup.objects.exclude(code__in=[group.code for group in groups]).update(offered=False)
    for place, group in enumerate(groups, 1):
        row = ProductGroup.objects.filter(code=group.code).first() or ProductGroup(code=group.code)
        row.title, row.place, row.offered = group.title, place, True
        row.full_clean()
        row.save()


@action
def add_app(*, by: User, title: str, hint: str, url: str) -> VillageApp:
    """The same address again only changes its words."""
    demand(by, MarketplacePermission.ARRANGE)
    row = VillageApp.objects.filter(url=url).first() or VillageApp(url=url)
    row.title, row.hint = title.strip(), hint.strip()
    row.full_clean()
    row.save()
    record("marketplace.app.kept", row, by)
    return row


@action
def remove_app(*, by: User, app: VillageApp) -> None:
    demand(by, MarketplacePermission.ARRANGE)
    record("marketplace.app.removed", app, by)
    app.delete()
