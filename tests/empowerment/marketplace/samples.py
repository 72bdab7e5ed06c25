"""Cards, sellers and pictures for tests; all of it is invented."""

from io import BytesIO
from typing import Any
from uuid import uuid4

from PIL import Image

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.actions import CardText
from desa.empowerment.marketplace.enums import Via
from desa.empowerment.marketplace.models import Card, ProductGroup
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import current_village
from tests.factories import official

PHONE, OTHER_PHONE = "0812-3456-7890", "0857-1111-2222"
DIGITS = ("81234567890", "812-3456-7890", "6281234567890")
"""The seller's number in every way in which a page could give it away."""
SITE = "https://sumbergedang.example"


def someone(office: Office) -> User:
    """The account of this office, made when it is not there yet."""
    village = current_village()
    rows = Membership.objects.filter(village=village, office=office).select_related("user")
    found = rows.first()
    return found.user if found else official(village, office)


def group(code: str = "jamu") -> ProductGroup:
    actions.seed_groups(by=someone(Office.SEKDES))
    return ProductGroup.objects.get(code=code)


def winog() -> Area:
    return Area.objects.get_or_create(kind=AreaKind.DUSUN, name="Winog", parent=None)[0]


def text(**parts: Any) -> CardText:
    values = {
        "title": "Jamu kunyit asam",
        "unit": "botol 300 ml",
        "seller_name": "Bu Siti",
        "hamlet": winog(),
        "hours": "setiap pagi",
        "about": "Segar, dari kunyit dan asam.",
        **parts,
    }
    if "group" not in values:
        values["group"] = group()
    return CardText(**values)


def made(*, phone: str = PHONE, price: int = 3000, by: Any = None, **parts: Any) -> Card:
    """A card that waits for its seller."""
    return actions.make_card(
        by=by or someone(Office.KADER),
        text=text(**parts),
        phone=phone,
        price=Rupiah.of(price),
        key=uuid4(),
    )


def shown(**parts: Any) -> Card:
    """A card whose seller agreed at the counter."""
    return actions.vouch_for_seller(
        by=someone(Office.OPERATOR), card=made(**parts), via=Via.COUNTER, words="Datang sendiri"
    )


def with_site(village: Village) -> Village:
    """The open village has an address of its own, so that links lead somewhere."""
    village.public_address = SITE
    village.save()
    return village


def code_in(notice: Notice) -> str:
    """The secret part of the link in a message."""
    return notice.text.split("/lapak/penjual/")[1].split("/")[0]


def link_for(card: Card) -> str:
    return code_in(actions.send_confirm_link(by=someone(Office.KADER), card=card))


def picture(side: int = 320) -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side), "orange").save(out, "JPEG")
    return out.getvalue()
