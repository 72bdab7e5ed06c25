"""What the board, the picture and the baliho say: three sums, bars, works, where to ask."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from textwrap import shorten

from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.lines import Balance
from desa.transparency.budgets.rules.wording import (
    OFFICE,
    Kind,
    change_text,
    closing,
    district_line,
    is_unfinished,
    kind_of,
    percent,
    plain_name,
    rupiah,
    short_address,
    short_work_name,
    state_words,
    surplus_word,
    title_line,
    village_name,
)

MOST_PARTS = 5
MOST_NOTES, LONGEST_NOTE = 2, 150
LONGEST_ON_BALIHO = 100
LONGEST_NAME = 72  # the hand-out has the whole name
HEADLINES = {
    Kind.DRAFT: ("Uang desa mau", "untuk apa?"),
    Kind.PLAN: ("Uang desa", "untuk apa?"),
    Kind.CHANGE: ("Uang desa kini", "untuk apa?"),
    Kind.REALISATION: ("Uang desa sudah", "jadi apa?"),
}
ROUNDED = "Angka besar dan persen dibulatkan."
IN_FULL = "Angka lengkap tertulis di dekatnya."
PARTS_PLANNED, PARTS_RECEIVED = "Dari mana uangnya", "Uang yang sudah masuk, dari mana"
SCALE = "Panjang batang = besar uang."
DRAFT_WARNING = "Masih rancangan, belum ditetapkan."


@dataclass(frozen=True)
class Card:
    """A sum in large type with the exact amount under it."""

    label: str
    short: str
    exact: str
    sub: str


@dataclass(frozen=True)
class Bar:
    """`length` and `done` are parts of the longest bar; `done` is None when nothing is measured."""

    name: str
    short: str
    exact: str
    length: float
    done: float | None
    note: str


@dataclass(frozen=True)
class Item:
    """A work; `icon` is "done", "running", "late" or "plan"."""

    icon: str
    name: str
    note: str


@dataclass(frozen=True)
class Poster:
    village: str
    district: str
    title: str
    headline: tuple[str, ...]
    cards: tuple[Card, ...]
    financing: str
    big: tuple[str, str]
    bars: tuple[Bar, ...]
    scale: str
    works_title: str
    works: tuple[Item, ...]
    parts_title: str
    parts: tuple[Bar, ...]
    ask: str
    complaint: str
    complaint_brief: str
    address: str
    fine: tuple[str, ...]
    rounded: str
    version: str

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def poster(figures: Figures) -> Poster:
    kind = kind_of(figures)
    return Poster(
        village=village_name(figures),
        district=district_line(figures),
        title=title_line(figures),
        headline=HEADLINES[kind],
        cards=_cards(figures),
        financing=_financing(figures),
        big=_big(figures),
        bars=_spending_bars(figures),
        scale=_scale(kind),
        works_title="Kegiatan besar",
        works=_works(figures.works, kind),
        parts_title=PARTS_RECEIVED if kind is Kind.REALISATION else PARTS_PLANNED,
        parts=_parts(_sources(figures)),
        ask=_ask(figures),
        complaint=figures.complaint_address,
        complaint_brief=_brief(figures.complaint_address),
        address=short_address(figures.address),
        fine=_fine(figures, kind),
        rounded=ROUNDED,
        version=figures.version_id,
    )


def _card(label: str, sen: int, sub: str) -> Card:
    return Card(label, Rupiah(sen).short, rupiah(sen), sub)


def _cards(figures: Figures) -> tuple[Card, ...]:
    totals, before, realised = figures.totals, figures.totals_before, figures.totals_realised
    if realised is not None:
        return (
            _card("Uang masuk", realised.income, f"dari {rupiah(totals.income)}"),
            _card("Belanja", realised.spending, f"dari {rupiah(totals.spending)}"),
            _card("Sisa uang", realised.silpa, _as_of(figures)),
        )
    third = _card(surplus_word(totals.surplus), abs(totals.surplus), closing(totals))
    if before is None:
        share = f"{len(figures.spending)} bidang" if figures.spending else ""
        return (
            _card("Uang masuk", totals.income, f"rencana setahun {figures.year}"),
            _card("Belanja", totals.spending, share),
            third,
        )
    return (
        _card("Uang masuk", totals.income, f"semula {rupiah(before.income)}"),
        _card("Belanja", totals.spending, f"semula {rupiah(before.spending)}"),
        _card(third.label, abs(totals.surplus), f"semula {_signed(before.surplus)}"),
    )


def _signed(surplus: int) -> str:
    return f"{surplus_word(surplus).lower()} {rupiah(abs(surplus))}"


def _as_of(figures: Figures) -> str:
    return f"pada {format_long(figures.realised_on)}" if figures.realised_on else "di kas desa"


def _financing(figures: Figures) -> str:
    """Receipts and outlays, each with its other column."""
    now: Balance = figures.totals
    other, words = figures.totals_before, " (semula {})"
    if figures.totals_realised is not None:
        now, other, words = figures.totals_realised, figures.totals, " dari {}"
    sides = []
    for side, amount, beside in (
        ("masuk", now.receipts, other.receipts if other else None),
        ("keluar", now.outlays, other.outlays if other else None),
    ):
        more = words.format(rupiah(beside)) if beside is not None else ""
        sides.append(f"{side} {rupiah(amount)}{more}")
    return f"Pembiayaan: {', '.join(sides)}."


def _big(figures: Figures) -> tuple[str, str]:
    """One figure to remember; two empty strings when there is none."""
    totals, before, realised = figures.totals, figures.totals_before, figures.totals_realised
    if realised is not None:
        share = percent(realised.spending, totals.spending)
        on = format_long(figures.realised_on) if figures.realised_on else "hari ini"
        return (share, f"belanja terpakai sampai {on}") if share else ("", "")
    if before is not None and before.spending != totals.spending:
        word = "lebih banyak" if totals.spending > before.spending else "lebih sedikit"
        difference = Rupiah(abs(totals.spending - before.spending))
        return difference.short, f"belanja {word} daripada semula"
    return "", ""


def _spending_bars(figures: Figures) -> tuple[Bar, ...]:
    sizes = [max(block.amount, block.realised or 0) for block in figures.spending]
    longest = max([*sizes, 1])
    return tuple(_bar(block, longest, _bar_note(block)) for block in figures.spending)


def _bar(block: Block, longest: int, note: str) -> Bar:
    done = None if block.realised is None else _part(block.realised, longest)
    return Bar(
        name=plain_name(block.code, block.name),
        short=Rupiah(block.amount).short,
        exact=rupiah(block.amount),
        length=_part(block.amount, longest),
        done=done,
        note=note,
    )


def _part(amount: int, longest: int) -> float:
    return round(max(amount, 0) / longest, 6)


def _bar_note(block: Block) -> str:
    if block.realised is not None:
        share = percent(block.realised, block.amount)
        used = f"Terpakai {rupiah(block.realised)}"
        return f"{used} ({share})" if share else used
    if block.before is not None:
        return f"Semula {rupiah(block.before)}, {change_text(block.amount, block.before)}"
    return ""


def _scale(kind: Kind) -> str:
    if kind is Kind.REALISATION:
        return "Panjang batang = besar anggaran. Yang berisi = sudah terpakai."
    return SCALE


def _works(works: Sequence[Work], kind: Kind) -> tuple[Item, ...]:
    """The largest first; how many fit is for the typesetter to measure."""
    ordered = sorted(works, key=lambda work: (-work.amount, work.code))
    return tuple(_item(work, kind) for work in ordered)


def _item(work: Work, kind: Kind) -> Item:
    name = shorten(short_work_name(work.name), width=LONGEST_NAME, placeholder=" …")
    if kind is not Kind.REALISATION:
        by = f"{work.implementer}. " if work.implementer else ""
        return Item("plan", name, f"{by}{rupiah(work.amount)}")
    icon = {"selesai": "done", "berjalan": "running", "belum": "late"}.get(work.state, "plan")
    state = f"{state_words(work)}. " if work.state else ""
    why = f"{_sentence(work.reason)} " if is_unfinished(work) and work.reason else ""
    used = f"Terpakai {rupiah(work.realised)} dari " if work.realised is not None else ""
    return Item(icon, name, f"{state}{why}{used}{rupiah(work.amount)}")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _sources(figures: Figures) -> list[Block]:
    """As much as the card of income says: what came in once there is a realisation."""
    if figures.totals_realised is None:
        return list(figures.income)
    return [Block(block.code, block.name, block.realised or 0) for block in figures.income]


def _parts(income: Sequence[Block]) -> tuple[Bar, ...]:
    """The largest sources; the rest together, so that the parts still add up to all income."""
    ordered = sorted((block for block in income if block.amount), key=lambda b: -b.amount)
    kept, rest = ordered, list[Block]()
    if len(ordered) > MOST_PARTS:
        kept, rest = ordered[: MOST_PARTS - 1], ordered[MOST_PARTS - 1 :]
    blocks = [*kept]
    if rest:
        blocks.append(Block("", "Lainnya", sum(block.amount for block in rest)))
    whole = max(sum(max(block.amount, 0) for block in blocks), 1)
    everything = sum(block.amount for block in blocks)
    return tuple(_bar(block, whole, percent(block.amount, everything)) for block in blocks)


def _ask(figures: Figures) -> str:
    if figures.address:
        return "Pindai kode ini, datang ke kantor desa, atau tanya Ketua RT dan BPD. Dijawab paling lama 5 hari kerja."
    return f"Datang ke {OFFICE}, atau tanya Ketua RT dan BPD. Dijawab paling lama 5 hari kerja."


def _fine(figures: Figures, kind: Kind) -> tuple[str, ...]:
    basis = f"Dasar: {figures.basis}." if figures.basis else ""
    warning = DRAFT_WARNING if kind is Kind.DRAFT else ""
    source = f"Terbit {format_long(figures.published_on)}, nomor {figures.version_id}."
    same = "Angka sama dengan situs desa." if figures.address else f"Tabel lengkap ada di {OFFICE}."
    lines = (
        " ".join(part for part in (warning, basis, source) if part),
        f"{ROUNDED} {IN_FULL} {same}",
    )
    return (*lines, *_notes(figures.notes))


def _brief(complaint: str) -> str:
    """For the baliho; an address cut in two would be of no use."""
    return (
        complaint if len(complaint) <= LONGEST_ON_BALIHO else f"{OFFICE}, alamat lengkap di papan"
    )


def _notes(notes: Sequence[str]) -> list[str]:
    """A board has room for a little; the hand-out has them all."""
    shown = [shorten(note, width=LONGEST_NOTE, placeholder=" …") for note in notes[:MOST_NOTES]]
    if len(notes) > MOST_NOTES or any(len(note) > LONGEST_NOTE for note in notes):
        shown.append(f"Catatan lengkap ada di lembar rapat, di {OFFICE}.")
    return shown
