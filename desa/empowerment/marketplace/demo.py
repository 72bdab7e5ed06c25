"""The market of desa contoh: the fourteen groups of Sumbergedang, with sellers and prices that are invented."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.actions import CardText
from desa.empowerment.marketplace.enums import Answer, ReportReason, Stock, Via
from desa.empowerment.marketplace.models import Card, ProductGroup
from desa.empowerment.marketplace.queries import today
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.rules import MEDIA_TYPE
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

PHOTOS = Path(__file__).resolve().parent / "data" / "photos"
DAILY, MORNING = "setiap hari 06.00 sampai 20.00", "setiap pagi, sampai habis"


@dataclass(frozen=True)
class Sold:
    """`earlier`: a price of two months ago; `walk`: what became of the card."""

    group: str
    title: str
    unit: str
    price: int
    seller: str
    hamlet: str
    about: str
    hours: str = DAILY
    earlier: int = 0
    walk: str = ""


SOLD = (
    Sold("jamu", "Jamu kunyit asam", "botol 300 ml", 3500, "Bu Siti", "Winog",
         "Segar, dari kunyit, asam jawa, dan gula aren. Enak diminum dingin.", MORNING, 3000),
    Sold("jamu", "Jamu beras kencur", "botol 300 ml", 3500, "Bu Siti", "Winog",
         "Manis dan hangat, tanpa pewarna.", MORNING, 3000),
    Sold("jamu", "Jamu gendong keliling", "gelas", 2000, "Mbah Rukmini", "Klampok",
         "Keliling Klampok dan Sukun, pukul 06.00 sampai 09.00.", MORNING),
    Sold("jamu-kunyit", "Jamu manjakani kunyit", "botol 250 ml", 12000, "Bu Yatmi", "Rajeg",
         "Buatan sendiri, dipesan sehari sebelumnya.", walk="pesan"),
    Sold("madu", "Madu hutan", "botol 350 ml", 65000, "Pak Darto", "Tengger",
         "Panen sendiri di lereng. Boleh dicicipi dulu."),
    Sold("madu", "Madu klanceng", "botol 100 ml", 45000, "Pak Darto", "Tengger",
         "Rasa asam segar, dari lebah kecil.", walk="habis"),
    Sold("keripik-pisang", "Keripik pisang raja manis", "bungkus 200 g", 10000, "Bu Lilik", "Sukun",
         "Tipis dan renyah, digoreng tiap Rabu.", earlier=9000),
    Sold("keripik-pisang", "Keripik pisang cokelat", "bungkus 150 g", 12000, "Bu Lilik", "Sukun",
         "Cokelat bubuk, tidak terlalu manis."),
    Sold("keripik-talas", "Keripik talas asin", "bungkus 200 g", 11000, "Bu Endang", "Pandansili",
         "Talas dari kebun sendiri."),
    Sold("keripik-talas", "Keripik talas balado", "bungkus 200 g", 12000, "Bu Endang", "Pandansili",
         "Pedas manis."),
    Sold("keripik-tempe", "Keripik tempe daun jeruk", "bungkus 250 g", 10000, "Mas Agus", "Kedondong",
         "Tempe buatan sendiri, renyah dua minggu.", earlier=9500),
    Sold("keripik-tempe", "Keripik tempe pedas", "bungkus 250 g", 11000, "Mas Agus", "Kedondong",
         "Cabai rawit, untuk yang suka pedas."),
    Sold("kerupuk-pasir", "Kerupuk pasir warna", "kaleng kecil", 20000, "Pak Sugeng", "Ngampir",
         "Digoreng dengan pasir, tanpa minyak."),
    Sold("kerupuk-pasir", "Kerupuk upil pasir", "bungkus 100 g", 3000, "Pak Sugeng", "Ngampir",
         "Untuk teman rujak dan soto."),
    Sold("kerupuk-puli", "Kerupuk puli gendar", "bungkus 200 g", 8000, "Bu Katmini", "Buluresik",
         "Dari beras sendiri, dijemur dua hari."),
    Sold("kerupuk-puli", "Kerupuk puli mentah", "kilogram", 24000, "Bu Katmini", "Buluresik",
         "Tinggal goreng.", walk="pesan"),
    Sold("rempeyek", "Rempeyek kacang", "toples 400 g", 30000, "Bu Sumarni", "Klurahan",
         "Kacangnya banyak.", earlier=28000),
    Sold("rempeyek", "Rempeyek teri", "bungkus 150 g", 10000, "Bu Sumarni", "Klurahan",
         "Teri kecil, gurih.", walk="tidur"),
    Sold("bumbu-pecel", "Bumbu pecel pedas", "bungkus 200 g", 12000, "Bu Wiji", "Jatiroso",
         "Kacang sangrai, tahan sebulan."),
    Sold("bumbu-pecel", "Bumbu pecel sedang", "kilogram", 55000, "Bu Wiji", "Jatiroso",
         "Untuk warung. Dipesan dua hari sebelumnya.", walk="pesan"),
    Sold("camilan", "Stik bawang", "bungkus 250 g", 10000, "Mbak Fitri", "Sendi", "Renyah, ada yang pedas."),
    Sold("camilan", "Kacang bawang", "toples 500 g", 35000, "Mbak Fitri", "Sendi", "Untuk hajatan dan Lebaran."),
    Sold("jajanan", "Onde-onde wijen", "10 buah", 15000, "Bu Ngatini", "Kemisik",
         "Isi kacang hijau, hangat tiap pagi.", MORNING),
    Sold("jajanan", "Lemper ayam", "buah", 2500, "Bu Ngatini", "Kemisik",
         "Pesanan rapat dan pengajian, paling sedikit 20.", MORNING),
    Sold("jajanan", "Klepon dan cenil", "bungkus", 5000, "Bu Painah", "Rajeg", "Parutan kelapa segar.", MORNING,
         walk="ditanya"),
    Sold("boneka", "Boneka kain flanel", "buah", 25000, "Mbak Rina", "Klampok", "Bisa pesan nama dan warna."),
    Sold("boneka", "Gantungan kunci boneka", "buah", 7000, "Mbak Rina", "Klampok",
         "Untuk suvenir, 50 buah seminggu.", walk="pesan"),
    Sold("sepatu-sandal", "Sandal kulit pria", "pasang", 75000, "Pak Har", "Winog",
         "Ukuran 38 sampai 44, jahit tangan.", walk="ganti"),
    Sold("sepatu-sandal", "Sepatu kerja wanita", "pasang", 120000, "Pak Har", "Winog",
         "Bisa diukur di rumah.", walk="lapor"),
    Sold("camilan", "Sambel kacang kemasan", "botol 250 ml", 15000, "Pak Joko", "Sukun",
         "Baru mulai, menunggu persetujuan.", walk="menunggu"),
)  # fmt: skip
APPS = (
    ("Go4Sumbergedang", "Pesan antar makanan dan ojek, buatan Pokmas Go4Sumbergedang",
     "https://play.google.com/store/apps/details?id=com.go4sumbergedang.go4"),
    ("Go4Sumbergedang Toko", "Untuk pemilik toko dan warung",
     "https://play.google.com/store/apps/details?id=com.go4sumbergedang.toko"),
)  # fmt: skip


def make_demo(_seed: int) -> None:
    operator = _official(Office.OPERATOR)
    actions.seed_groups(by=operator)
    for title, hint, url in APPS:
        actions.add_app(by=operator, title=title, hint=hint, url=url)
    groups = {group.code: group for group in ProductGroup.objects.all()}
    hamlets = {area.name: area for area in Area.objects.filter(kind=AreaKind.DUSUN)}
    made = [
        _card(place, sold, operator, groups[sold.group], hamlets.get(sold.hamlet))
        for place, sold in enumerate(SOLD)
    ]
    _photos(made)
    _bazaar(operator, made)


def _official(office: Office) -> User:
    rows = Membership.objects.select_related("user")
    return rows.get(village=current_village(), office=office).user


def _card(place: int, sold: Sold, operator: User, group: ProductGroup, hamlet: Area | None) -> Card:
    now = clock.now()
    begun = now - timedelta(days=70 - place)
    stock = {"pesan": Stock.TO_ORDER, "habis": Stock.OUT}.get(sold.walk, Stock.READY)
    text = CardText(
        title=sold.title,
        unit=sold.unit,
        group=group,
        seller_name=sold.seller,
        hamlet=hamlet,
        hours=sold.hours,
        about=sold.about,
        stock=stock,
    )
    price, phone = Rupiah.of(sold.earlier or sold.price), f"0812000{SELLERS[sold.seller]:04}"
    with clock.frozen(begun):
        key = UUID(int=7_000 + place)
        card = actions.make_card(by=operator, text=text, phone=phone, price=price, key=key)
        if sold.walk == "menunggu":
            return card
        words = "Datang dan melihat kartunya di layar"
        actions.vouch_for_seller(by=operator, card=card, via=Via.COUNTER, words=words)
    _later(sold, card, operator, 9 + place % 12)
    return card


SELLERS = {name: place for place, name in enumerate(dict.fromkeys(each.seller for each in SOLD))}


def _later(sold: Sold, card: Card, operator: User, days: int) -> None:
    """What happened since: the seller was heard, asked, silent, or somebody wanted something."""
    now = clock.now()
    asleep, asked = sold.walk == "tidur", sold.walk == "ditanya"
    with clock.frozen(now - timedelta(days=46 if asleep else 33 if asked else days)):
        actions.hear_seller(by=operator, card=card, still=True, via=Via.CHAT)
        if sold.earlier:
            actions.set_price(by=operator, card=card, price=Rupiah.of(sold.price), via=Via.CHAT)
    if asleep:
        with clock.frozen(now - timedelta(days=16)):
            actions.ask_still(card=card)
        actions.put_to_sleep(card=card)
    elif asked:
        actions.ask_still(card=card)
    elif sold.walk == "ganti":
        reason = "Katanya HP lama rusak"
        actions.request_number(by=operator, card=card, phone="0812000-9990", reason=reason)
    elif sold.walk == "lapor":
        actions.report_card(card=card, why=ReportReason.NUMBER, words="Nomornya tidak aktif")


def _photos(cards: list[Card]) -> None:
    """One drawing for each group, our own and already small: no child process has to open it."""
    for card in cards:
        path = PHOTOS / f"{card.group.code}.jpg"
        content = path.read_bytes()
        digest = put_content(content)
        file = register_file(digest=digest, size=len(content), media_type=MEDIA_TYPE)
        Card.objects.filter(pk=card.pk).update(photo=file, preview=file)


def _bazaar(operator: User, cards: list[Card]) -> None:
    day = today() + timedelta(days=18)
    title, where = "Bazar Kecamatan Pandaan (contoh)", "Lapangan Pandaan"
    bazaar = actions.plan_bazaar(by=operator, title=title, day=day, where=where)
    for place, card in enumerate(cards[:6]):
        actions.invite(by=operator, bazaar=bazaar, card=card)
        if place < 3:
            invitation = bazaar.invitations.get(card=card)
            answer = Answer.YES if place != 1 else Answer.NO
            actions.answer_invitation(by=operator, invitation=invitation, answer=answer)
