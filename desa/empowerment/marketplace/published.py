"""What anyone may know of the market. The number of a seller comes from order() alone, never with a card."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from desa.empowerment.marketplace import queries
from desa.empowerment.marketplace.enums import Stock
from desa.empowerment.marketplace.models import Card, ProductGroup, VillageApp
from desa.empowerment.marketplace.rules.ordering import order_text, pieces
from desa.foundation.core import clock
from desa.foundation.core.ids import parse_public_id
from desa.foundation.core.values.phone import Phone
from desa.foundation.tenancy.scope import current_village

PAGE_SIZE = 24


@dataclass(frozen=True)
class PublishedChoice:
    """A product group or a dusun to filter by."""

    code: str
    name: str


@dataclass(frozen=True)
class PublishedApp:
    title: str
    hint: str
    url: str


@dataclass(frozen=True)
class PublishedCard:
    """`price` as it is shown."""

    id: int
    title: str
    unit: str
    price: str
    group: str
    hamlet: str
    seller: str
    hours: str
    stock: Stock
    stock_label: str
    has_photo: bool


@dataclass(frozen=True)
class PublishedPrice:
    since: date
    price: str


@dataclass(frozen=True)
class PublishedDetail:
    """`heard_on`: the day of the seller's last word."""

    card: PublishedCard
    about: str
    heard_on: date
    prices: tuple[PublishedPrice, ...]


@dataclass(frozen=True)
class PublishedMarket:
    cards: tuple[PublishedCard, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True)
class PublishedOrder:
    """Only for the one who pressed: the number, and the WhatsApp link with the words of the order."""

    card: PublishedCard
    number: str
    text: str
    link: str
    call: str


def groups() -> tuple[PublishedChoice, ...]:
    """Those of which something is shown."""
    used = queries.public_cards().values("group")
    rows = ProductGroup.objects.filter(pk__in=used)
    return tuple(PublishedChoice(row.code, row.title) for row in rows)


def hamlets() -> tuple[PublishedChoice, ...]:
    return tuple(PublishedChoice(row.public_id, row.name) for row in queries.hamlets())


def apps() -> tuple[PublishedApp, ...]:
    return tuple(PublishedApp(row.title, row.hint, row.url) for row in VillageApp.objects.all())


def market(group: str = "", hamlet: str = "", page: str = "") -> PublishedMarket:
    """One page of what is on sale; a group or dusun that does not exist has nothing."""
    rows = queries.public_cards().select_related("group", "hamlet")
    rows = rows.filter(group__code=group) if group else rows
    rows = rows.filter(hamlet_id=_id(hamlet)) if hamlet else rows
    count = rows.count()
    pages = max(1, -(-count // PAGE_SIZE))
    here = min(max(int(page), 1), pages) if page.isascii() and page.isdecimal() else 1
    start = (here - 1) * PAGE_SIZE
    found = rows.order_by("group__place", "title", "id")[start : start + PAGE_SIZE]
    return PublishedMarket(tuple(_card(row) for row in found), count, here, pages)


def card(card_id: int) -> PublishedDetail | None:
    row = _row(card_id)
    if row is None or row.heard_at is None:
        return None
    village = current_village()
    prices = tuple(
        PublishedPrice(clock.local(line.at, village).date(), str(line.price))
        for line in row.prices.all()[:12]
    )
    heard_on = clock.local(row.heard_at, village).date()
    return PublishedDetail(_card(row), row.about, heard_on, prices)


def order(card_id: int, count: str) -> PublishedOrder | None:
    """`count` as it was typed."""
    row = _row(card_id)
    if row is None:
        return None
    phone = Phone(row.phone)
    text = order_text(
        seller=row.seller_name,
        product=row.title,
        unit=row.unit,
        count=pieces(count),
        price=row.price,
        village=current_village().name,
    )
    link = f"https://wa.me/{phone.wa_digits}?text={quote(text)}"
    return PublishedOrder(_card(row), phone.display, text, link, f"tel:{phone.e164}")


def _row(card_id: int) -> Card | None:
    return queries.public_cards().select_related("group", "hamlet").filter(pk=card_id).first()


def _id(text: str) -> int:
    try:
        return parse_public_id(text)
    except ValueError:
        return 0


def _card(row: Card) -> PublishedCard:
    return PublishedCard(
        id=row.pk,
        title=row.title,
        unit=row.unit,
        price=str(row.price),
        group=row.group.title,
        hamlet=row.hamlet.name if row.hamlet else "",
        seller=row.seller_name,
        hours=row.hours,
        stock=Stock(row.stock),
        stock_label=str(Stock(row.stock).label),
        has_photo=row.preview_id is not None,
    )
