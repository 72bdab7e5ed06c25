"""What is read over the mosque's loudspeaker: short sentences, sums in words, at most three minutes."""

from collections.abc import Sequence
from datetime import date

from desa.foundation.core.values.dates import MONTHS
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.rules.figures import Block, Figures
from desa.transparency.budgets.rules.lines import Balance
from desa.transparency.budgets.rules.wording import (
    OFFICE,
    Kind,
    is_unfinished,
    kind_of,
    percent,
    plain_name,
    site,
    surplus_word,
    village_name,
)

WORDS_PER_MINUTE = 120  # slow, for an echo
MOST_WORDS = 3 * WORDS_PER_MINUTE
MILLION = 10**8  # sen
LONGEST_PLACE = 40  # words


def speech(figures: Figures, *, example: bool = False) -> str:
    """One sentence a line. What is in brackets is for the reader only.

    The sums are exact; those of a bidang are rounded to a million, and said so.
    """
    kind = kind_of(figures)
    opening = _opening(figures, kind, example=example)
    sums = _sums(figures)
    closing = _closing(figures)
    room = MOST_WORDS - _count([*opening, *sums, *closing])
    said = _within(_extras(figures), room)
    spoken = [*opening, *sums, *said, *closing]
    minutes = max(1, -(-_count(spoken) // WORDS_PER_MINUTE))
    head = f"[Teks pengeras suara, dibaca pelan, paling lama {minutes} menit. {figures.version_id}]"
    return "\n".join([head, "", *spoken, ""])


def amount(sen: int) -> str:
    return Rupiah(sen).terbilang


def number(value: int) -> str:
    return Rupiah.of(value).terbilang.removesuffix(" rupiah")


def roughly(sen: int) -> str:
    """Rounded to a million, half up, and said so when that changes anything."""
    if abs(sen) < 10 * MILLION:
        return amount(sen)
    whole = (abs(sen) + MILLION // 2) // MILLION * MILLION
    rounded = whole if sen > 0 else -whole
    return amount(sen) if rounded == sen else f"sekitar {amount(rounded)}"


def spoken_date(day: date) -> str:
    return f"{number(day.day)} {MONTHS['id'][day.month - 1]} {number(day.year)}"


def spoken_percent(text: str) -> str:
    """ "44,2 %" becomes "empat puluh empat koma dua persen"; words before the number stay."""
    *words, figure, _sign = text.split()
    whole, _comma, decimal = figure.partition(",")
    said = number(int(whole.replace(".", "")))
    if decimal.strip("0"):
        said = f"{said} koma {number(int(decimal))}"
    return " ".join([*words, said, "persen"])


def _opening(figures: Figures, kind: Kind, *, example: bool) -> list[str]:
    told = {
        Kind.DRAFT: "Rancangan ini belum ditetapkan.",
        Kind.PLAN: "Anggaran ini sudah ditetapkan.",
        Kind.CHANGE: "Anggaran ini berubah dari semula.",
        Kind.REALISATION: "",
    }[kind]
    if figures.realised_on is not None:
        told = f"Ini keadaan sampai {spoken_date(figures.realised_on)}."
    lines = [
        "Ini hanya contoh, bukan anggaran sungguhan." if example else "",
        f"Bapak, Ibu, warga Desa {village_name(figures)}.",
        f"Ini kabar uang desa tahun {number(figures.year)}.",
        told,
    ]
    return [line for line in lines if line]


def _sums(figures: Figures) -> list[str]:
    realised, before = figures.totals_realised, figures.totals_before
    if realised is not None:
        return _realised(figures.totals, realised)
    lines = _plan(figures.totals)
    if before is not None:
        lines.append(f"Semula, uang masuk {amount(before.income)}.")
        lines.append(f"Semula, belanja {amount(before.spending)}.")
    return lines


def _plan(totals: Balance) -> list[str]:
    lines = [f"Uang masuk {amount(totals.income)}.", f"Belanja {amount(totals.spending)}."]
    if totals.surplus == 0:
        return [*lines, "Uang masuk dan belanja sama besar."]
    word = surplus_word(totals.surplus).lower()
    why = "lebih besar" if totals.surplus < 0 else "lebih kecil"
    lines.append(f"Belanja {why} daripada uang masuk: {word} {amount(abs(totals.surplus))}.")
    if totals.silpa == 0 and totals.surplus < 0:
        lines.append("Kekurangan itu ditutup dari pembiayaan.")
    return lines


def _realised(totals: Balance, realised: Balance) -> list[str]:
    lines = [
        f"Uang yang sudah masuk {amount(realised.income)}.",
        f"Rencananya {amount(totals.income)}.",
        f"Uang yang sudah dibelanjakan {amount(realised.spending)}.",
        f"Anggarannya {amount(totals.spending)}.",
    ]
    if share := percent(realised.spending, totals.spending):
        lines.append(f"Jadi belanja baru terpakai {spoken_percent(share)}.")
    lines.append(f"Sisa uang {amount(realised.silpa)}.")
    return lines


def _extras(figures: Figures) -> list[str]:
    """What is left out, from the end, when three minutes are not enough."""
    lines = []
    if figures.spending:
        lines.append("Uang itu dianggarkan untuk apa?")
        lines += [_bidang(block) for block in _largest(figures.spending)]
    unfinished = sum(is_unfinished(work) for work in figures.works)
    if unfinished:
        lines.append(f"Ada {number(unfinished)} kegiatan yang belum selesai.")
        lines.append("Alasannya tertulis di lembar rapat.")
    return lines


def _largest(blocks: Sequence[Block]) -> list[Block]:
    return sorted((b for b in blocks if b.amount), key=lambda b: (-b.amount, b.code))


def _bidang(block: Block) -> str:
    return f"{plain_name(block.code, block.name)}: {roughly(block.amount)}."


def _closing(figures: Figures) -> list[str]:
    where = f", atau di situs desa: {site(figures.address)}" if figures.address else ""
    place = " ".join((figures.complaint_address or OFFICE).rstrip(".").split()[:LONGEST_PLACE])
    return [
        f"Rincian lengkap ada di papan {OFFICE}{where}.",
        "Ada yang ingin ditanyakan atau diadukan?",
        f"Silakan ke {place}.",
        "Pertanyaan dijawab paling lama lima hari kerja.",
        "Terima kasih.",
    ]


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _within(lines: Sequence[str], room: int) -> list[str]:
    said: list[str] = []
    for line in lines:
        if _count([*said, line]) > room:
            break
        said.append(line)
    return said
