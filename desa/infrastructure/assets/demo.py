"""Assets of desa contoh: about forty, some broken, lost, without a price or past their life. All invented."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, Officeholder, User
from desa.foundation.accounts.queries import current_officeholders
from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.enums import Cause, Condition, DisposalReason, Origin, Use
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.queries.figures import need_of
from desa.infrastructure.assets.queries.register import kept_assets

WORKS, BROKEN, LOST, UNSEEN = (
    Condition.WORKS,
    Condition.BROKEN,
    Condition.MISSING,
    Condition.UNKNOWN,
)
NEEDED = Rupiah.of(18_400_000)
"""A year, of J9; the demo's internet subscription is what makes the sum come out so."""


@dataclass(frozen=True)
class Thing:
    """`age` in years, -1 unknown; `price` in thousands, 0 unknown."""

    kind: str
    name: str
    age: int
    price: int
    dusun: str = ""
    place: str = ""
    found: Condition = WORKS
    use: Use = Use.IN_USE
    origin: Origin = Origin.VILLAGE


THINGS = (
    Thing("sambungan", "Internet serat optik kantor", 2, 1_000, place="ruang server"),
    Thing("router", "Router MikroTik hEX", 3, 1_050, place="ruang server"),
    Thing("router", "Router lama TP-Link", 7, 450, place="gudang", found=BROKEN),
    Thing("titik-wifi", "Wi-Fi Balai Dusun Rajeg", 2, 850, "Rajeg", "dinding depan", BROKEN),
    Thing("titik-wifi", "Wi-Fi Balai Dusun Winog", 2, 850, "Winog", "dinding depan"),
    Thing("titik-wifi", "Wi-Fi pos ronda Klampok", 4, 600, "Klampok", "atap pos", origin=Origin.CSR),
    Thing("titik-wifi", "Wi-Fi musala Sukun", 4, 600, "Sukun", "serambi", origin=Origin.DUES),
    Thing("titik-wifi", "Wi-Fi lapangan Tengger", 5, 600, "Tengger", "tiang lampu", BROKEN),
    Thing("titik-wifi", "Wi-Fi kantor desa", 1, 900, place="ruang pelayanan"),
    Thing("titik-wifi", "Wi-Fi cadangan", 1, 900, place="lemari kaur TU", use=Use.SPARE),
    Thing("radio", "Radio kantor ke Rajeg", 2, 1_100, place="atap kantor"),
    Thing("radio", "Radio Rajeg", 2, 1_100, "Rajeg", "tiang balai dusun"),
    Thing("radio", "Radio kantor ke Winog", 3, 0, place="atap kantor"),
    Thing("switch", "Switch 8 lubang", 4, 300, place="ruang server"),
    Thing("switch", "Switch 5 lubang", 6, 0, "Winog", "balai dusun"),
    Thing("tiang", "Tiang pipa 9 meter", 5, 3_000, place="belakang kantor"),
    Thing("tiang", "Tiang Balai Dusun Rajeg", 2, 2_400, "Rajeg", "halaman"),
    Thing("kabel", "Kabel LAN gedung kantor", 6, 1_500, place="gedung kantor"),
    Thing("ups", "UPS 650 VA loket", 3, 750, place="loket"),
    Thing("ups", "UPS 1200 VA server", 5, 1_200, place="ruang server", found=BROKEN),
    Thing("pelindung-listrik", "Penahan petir antena", 4, 350, place="atap kantor"),
    Thing("genset", "Genset 2 kVA", 8, 4_200, place="gudang", origin=Origin.GRANT),
    Thing("komputer", "Komputer loket", 4, 4_500, place="loket"),
    Thing("komputer", "Komputer kaur keuangan", 6, 4_200, place="ruang kaur"),
    Thing("komputer", "Komputer kasi pemerintahan", 8, 3_800, place="ruang kasi", found=BROKEN),
    Thing("ponsel", "Tablet perpustakaan", -1, 0, place="perpustakaan", found=UNSEEN),
    Thing("laptop", "Laptop sekretaris desa", 2, 6_500, place="ruang sekdes"),
    Thing("laptop", "Laptop musyawarah", 5, 5_000, place="balai desa"),
    Thing("laptop", "Laptop Karang Taruna", 4, 4_500, place="sekretariat", found=LOST, origin=Origin.GRANT),
    Thing("komputer-mini", "Server desa", 1, 3_200, place="ruang server"),
    Thing("disk-cadangan", "Disk cadangan kantor", 1, 700, place="lemari besi"),
    Thing("disk-cadangan", "Disk cadangan rumah sekdes", 1, 700, place="di luar kantor", use=Use.OFF_SITE),
    Thing("printer", "Printer loket", 3, 1_900, place="loket"),
    Thing("printer", "Printer kaur TU", 5, 1_700, place="ruang kaur", found=BROKEN),
    Thing("pemindai", "Pemindai dokumen", 6, 1_200, place="loket"),
    Thing("kamera", "CCTV halaman", 3, 450, place="halaman kantor", origin=Origin.CSR),
    Thing("kamera", "CCTV perempatan", 3, 450, "Winog", "perempatan", BROKEN, origin=Origin.CSR),
    Thing("layar", "Proyektor balai desa", 7, 3_900, place="balai desa"),
    Thing("ponsel", "HP layanan WhatsApp", 2, 1_600, place="loket"),
    Thing("lain", "Mesin absen sidik jari", 6, 0, place="pintu masuk", found=UNSEEN),
)  # fmt: skip
BURNT = Thing("router", "Router Balai Dusun Sendi", 6, 500, "Sendi", "rak", BROKEN)


def make_demo(_seed: int) -> None:
    clerk, sekdes = _official(Office.OPERATOR), _official(Office.SEKDES)
    dusun = {area.name: area for area in Area.objects.filter(kind=AreaKind.DUSUN)}
    holders = {row.office: row for row in current_officeholders(*Office)}
    with clock.frozen(_ago(200)):
        made = {thing.name: _register(thing, clerk, dusun, holders) for thing in (*THINGS, BURNT)}
    _repairs(made, sekdes)
    _care(made, clerk)
    _dispose(made[BURNT.name], sekdes)
    _subscribe(made[THINGS[0].name], clerk)
    _budget(_official(Office.KAUR_KEUANGAN))


def _ago(days: int, hour: int = 9) -> datetime:
    zone = ZoneInfo(current_village().timezone)
    day = clock.today(current_village()) - timedelta(days=days)
    return datetime.combine(day, time(hour, 5), zone)


def _official(office: Office) -> User:
    rows = Membership.objects.select_related("user")
    return rows.get(village=current_village(), office=office).user


def _register(
    thing: Thing, by: User, dusun: dict[str, Area], holders: dict[str, Officeholder]
) -> Asset:
    year = clock.today(current_village()).year - thing.age
    facts = actions.AssetFacts(
        kind=thing.kind,
        name=thing.name,
        use=thing.use,
        origin=thing.origin,
        price=Rupiah.of(thing.price * 1_000) if thing.price else None,
        bought_on=date(year, 5, 12) if thing.age >= 0 else None,
        area=dusun.get(thing.dusun),
        place=thing.place,
        holder=None if thing.dusun else holders.get(_holder(thing)),
    )
    return actions.register_asset(by=by, facts=facts, condition=thing.found)


def _holder(thing: Thing) -> Office:
    if thing.place == "loket":
        return Office.KASI_PELAYANAN
    return Office.SEKDES if "sekdes" in thing.place else Office.OPERATOR


def _repairs(made: dict[str, Asset], by: User) -> None:
    """J9: the adapter in Rajeg, mended in 26 hours for Rp85.000; two that are still open."""
    done = (
        ("Wi-Fi Balai Dusun Rajeg", 40, 26, Cause.ADAPTER, 85_000, "Adaptor diganti", "G4S"),
        ("Printer loket", 90, 50, Cause.DEVICE, 150_000, "Roda penarik kertas diganti", "Toko"),
        ("Wi-Fi musala Sukun", 120, 190, Cause.CABLE, 40_000, "Kabel digigit tikus", "Pokmas GPS"),
        ("Komputer loket", 150, 8, Cause.SETTINGS, 0, "Sistem dipasang ulang", "Operator"),
    )
    for name, days, hours, cause, cost, work, worker in done:
        began = _ago(days)
        with clock.frozen(began + timedelta(hours=hours)):
            order = actions.open_work_order(
                by=by, asset=made[name], trouble="Tidak menyala", worker=worker, opened_at=began
            )
            repair = actions.Repair(cause, Rupiah.of(cost), work, repaired=True)
            actions.close_work_order(by=by, order=order, repair=repair)
    for name, days, trouble in (
        ("Wi-Fi lapangan Tengger", 12, "Mati sejak hujan deras, lampu tidak menyala"),
        ("UPS 1200 VA server", 33, "Langsung mati waktu listrik padam"),
    ):
        with clock.frozen(_ago(days)):
            actions.open_work_order(by=by, asset=made[name], trouble=trouble, worker="Pokmas GPS")


def _care(made: dict[str, Asset], by: User) -> None:
    """Some on time, some not: registered 200 days ago, due after 90 and 180."""
    for name, care, days in (
        ("Internet serat optik kantor", "uji-kecepatan", 110),
        ("Server desa", "uji-cadangan", 108),
        ("Server desa", "uji-cadangan", 22),
        ("Printer loket", "bersihkan", 112),
        ("Router MikroTik hEX", "perbarui", 25),
        ("Komputer loket", "bersihkan", 24),
        ("Laptop sekretaris desa", "bersihkan", 20),
        ("Genset 2 kVA", "ganti-oli", 30),
    ):
        asset = made[name]
        plan = next(item for item in asset.kind_data.care if item.slug == care)
        day = clock.today(current_village()) - timedelta(days=days)
        actions.note_care(by=by, asset=asset, care=care, done_on=day, cost=plan.cost)


def _dispose(asset: Asset, by: User) -> None:
    signer = current_officeholders(Office.KADES).first()
    if signer is not None:
        words = "Terbakar tersambar petir, tidak dapat diperbaiki"
        minutes = actions.Minutes(signer=signer)
        actions.dispose_asset(
            by=by, asset=asset, reason=DisposalReason.BROKEN, words=words, minutes=minutes
        )


def _subscribe(asset: Asset, by: User) -> None:
    """The rest of what J9 says a year needs is the internet contract."""
    rest = NEEDED - need_of(list(kept_assets())).required
    current = {name: getattr(asset, name) for name in actions.AssetFacts.__dataclass_fields__}
    ends = clock.today(current_village()) + timedelta(days=45)
    facts = actions.AssetFacts(
        **{**current, "yearly_fee": rest, "contract_until": ends, "provider": "Penyedia internet"}
    )
    actions.correct_asset(by=by, asset=asset, facts=facts)


def _budget(by: User) -> None:
    year = clock.today(current_village()).year
    lines = (
        ("5.2.5.05", "Langganan internet kantor dan titik Wi-Fi", 6_000_000, 4_500_000),
        ("5.2.6.08", "Pemeliharaan jaringan, bagian perangkat TIK", 3_000_000, 1_275_000),
    )
    for code, name, amount, spent in lines:
        facts = actions.LineFacts(
            year, code, name, Rupiah.of(amount), f"APBDes {year}", Rupiah.of(spent)
        )
        actions.set_upkeep_line(by=by, facts=facts)
