"""Words every medium shares. Printed media are in Indonesian, whatever the language of the screen."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.numbers import format_percent
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.enums import Stage, WorkState
from desa.transparency.budgets.rules.figures import Figures, Work
from desa.transparency.budgets.rules.lines import Balance

OFFICE = "kantor desa"
LONGEST_ABBREVIATION = 6
BIDANG = {
    "1": "Penyelenggaraan pemerintahan",
    "2": "Pembangunan desa",
    "3": "Pembinaan kemasyarakatan",
    "4": "Pemberdayaan masyarakat",
    "5": "Bencana, darurat, mendesak",
}
STATES = {
    WorkState.DONE.value: "Selesai",
    WorkState.RUNNING.value: "Belum selesai",
    WorkState.NOT_STARTED.value: "Belum dilaksanakan",
}
TITLES = {
    Stage.DRAFT: "Rancangan APBDes {year}",
    Stage.ENACTED: "APBDes {year}, sudah ditetapkan",
    Stage.DETAIL_CHANGE: "Perubahan penjabaran APBDes {year}",
    Stage.CHANGE: "Perubahan APBDes {year}",
    Stage.REALISATION: "Realisasi APBDes {year}",
}


class Kind(StrEnum):
    """What a reader wants to know first, by the columns that are there."""

    DRAFT = "draft"
    PLAN = "plan"
    CHANGE = "change"
    REALISATION = "realisation"


def stage_title(stage: Stage, year: int, as_of: date | None = None) -> str:
    """The title of Figures: "Realisasi APBDes 2026 sampai 30 Juni 2026"."""
    title = TITLES[stage].format(year=year)
    return f"{title} sampai {format_long(as_of)}" if as_of else title


def kind_of(figures: Figures) -> Kind:
    if figures.totals_realised is not None:
        return Kind.REALISATION
    if figures.totals_before is not None:
        return Kind.CHANGE
    return Kind.DRAFT if f"-{Stage.DRAFT.value}-" in figures.version_id else Kind.PLAN


def rupiah(sen: int) -> str:
    return str(Rupiah(sen))


def percent(part: int, whole: int) -> str:
    """Rounded to one decimal, but never to nothing or to all when it is not; "" of nothing."""
    if whole <= 0:
        return ""
    exact = Decimal(part) * 100 / Decimal(whole)
    if 0 < exact < Decimal("0.05"):
        return "kurang dari 0,1 %"
    if Decimal("99.95") <= exact < 100:
        return "hampir 100 %"
    return format_percent(exact)


def surplus_word(sen: int) -> str:
    return "Defisit" if sen < 0 else "Surplus"


def closing(totals: Balance) -> str:
    """How a plan is closed, without claiming that it closes when it does not."""
    if totals.surplus == 0:
        return "uang masuk dan belanja sama besar"
    if totals.silpa != 0:
        return f"sisa anggaran {rupiah(totals.silpa)}"
    return "ditutup pembiayaan" if totals.surplus < 0 else "dipakai untuk pembiayaan"


def change_text(amount: int, before: int) -> str:
    """ "bertambah Rp5.000" or "tetap"."""
    if amount == before:
        return "tetap"
    return f"{'bertambah' if amount > before else 'berkurang'} {rupiah(abs(amount - before))}"


def plain_name(code: str, name: str) -> str:
    """The bidang in words people use; other names as written."""
    return BIDANG.get(code) or calm(name)


def calm(name: str) -> str:
    """Long names in capitals are hard to read; short ones are abbreviations."""
    return name.capitalize() if name.isupper() and len(name) > LONGEST_ABBREVIATION else name


def short_address(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def site(address: str) -> str:
    """The name people can remember and say: sumbergedang.example."""
    return short_address(address).split("/", maxsplit=1)[0]


def village_name(figures: Figures) -> str:
    return figures.village.removeprefix("Desa ")


def is_unfinished(work: Work) -> bool:
    return bool(work.state) and work.state != WorkState.DONE.value


def state_words(work: Work) -> str:
    return STATES.get(work.state, "")


def implementers(work: Work) -> str:
    return "; ".join(part for part in (work.implementer, work.team) if part)
