"""Words every medium shares. Printed media are in Indonesian, whatever the language of the screen."""

import re
from decimal import Decimal
from enum import StrEnum

from desa.foundation.core.values.numbers import format_percent
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.enums import Stage, WorkState
from desa.transparency.budgets.rules.figures import Figures, Work
from desa.transparency.budgets.rules.lines import Balance

OFFICE = "kantor desa"
LONGEST_ABBREVIATION = 6
EXAMPLES = re.compile(r"\s*(?:\((?:[^()]|\([^()]*\)){20,}\)|\*+\)?)\s*$")
VERBS = re.compile(r"^(\w+)(?:\s*/\s*\w+){2,}")
PLAIN = {
    "1": "Penyelenggaraan pemerintahan",
    "2": "Pembangunan desa",
    "3": "Pembinaan kemasyarakatan",
    "4": "Pemberdayaan masyarakat",
    "5": "Bencana, darurat, mendesak",
    "4.1": "Pendapatan asli desa",
    "4.2.1": "Dana Desa",
    "4.2.2": "Bagi hasil pajak dan retribusi",
    "4.2.3": "Alokasi Dana Desa",
    "4.2.4": "Bantuan provinsi",
    "4.2.5": "Bantuan kabupaten/kota",
    "4.3": "Pendapatan lain",
}
FUNDS = {
    "PAD": "Pendapatan asli desa",
    "DDS": "Dana Desa",
    "ADD": "Alokasi Dana Desa",
    "PBH": "Bagi hasil pajak dan retribusi",
    "PBP": "Bantuan keuangan provinsi",
    "PBK": "Bantuan keuangan kabupaten/kota",
    "SWD": "Swadaya masyarakat",
    "DLL": "Pendapatan lain",
}
STATES = {
    WorkState.DONE.value: "Selesai",
    WorkState.RUNNING.value: "Belum selesai",
    WorkState.NOT_STARTED.value: "Belum dilaksanakan",
}


class Kind(StrEnum):
    """What a reader wants to know first, by the columns that are there."""

    DRAFT = "draft"
    PLAN = "plan"
    CHANGE = "change"
    REALISATION = "realisation"


def kind_of(figures: Figures) -> Kind:
    if figures.totals_realised is not None:
        return Kind.REALISATION
    if figures.totals_before is not None:
        return Kind.CHANGE
    return Kind.DRAFT if f"-{Stage.DRAFT.value}-" in figures.version_id else Kind.PLAN


def title_line(figures: Figures) -> str:
    """The title says every stage but one: that a plan is in force."""
    return f"{figures.title}, sudah ditetapkan" if kind_of(figures) is Kind.PLAN else figures.title


def district_line(figures: Figures) -> str:
    named = not figures.district or figures.district.startswith("Kecamatan ")
    return figures.district if named else f"Kecamatan {figures.district}"


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
    """Bidang and sources of income in words people use; other names as written."""
    return PLAIN.get(code) or calm(name)


def calm(name: str) -> str:
    """Long names in capitals are hard to read; short ones are abbreviations."""
    return name.capitalize() if name.isupper() and len(name) > LONGEST_ABBREVIATION else name


def work_name(name: str) -> str:
    """Without the examples in brackets that the annex gives of what may be bought."""
    return EXAMPLES.sub("", calm(name)).strip() or name


def short_work_name(name: str) -> str:
    """ "Pembangunan dll. Jalan Desa" for a name that begins with three verbs or more."""
    return VERBS.sub(r"\1 dll.", work_name(name))


def fund_name(code: str) -> str:
    """Several codes on one line ("DDS + ADD") stay together; unknown ones stay as written."""
    names = [FUNDS.get(part.strip(), part.strip()) for part in code.split("+")]
    return " + ".join(names) if code else "Sumber dana belum ditulis"


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
