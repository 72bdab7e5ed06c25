"""REG1, REG2 and REG3 of the eight indicators, and what the law says a village publishes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core import clock
from desa.foundation.core.measures import (
    Evidence,
    Measure,
    Reading,
    Standing,
    Unit,
    measure,
    share,
)
from desa.foundation.core.registry import PublicItem, Told, public_items
from desa.foundation.tenancy.scope import current_village
from desa.transparency.regulations.enums import Kind, Topic
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.queries import effects, in_force, targets_of_all, today
from desa.transparency.regulations.rules.instruments import Instrument, instruments
from desa.transparency.regulations.rules.relations import reachable
from desa.transparency.regulations.rules.states import IN_FORCE

ROOM = "regulations"
NO_UMBRELLA = gettext_lazy(
    "Belum ada Perdes payung yang berlaku, jadi tingkat REG3 paling tinggi 2 (Dasar)."
)
NOTHING = gettext_lazy("Belum ada instrumen wajib yang berlaku di daftar produk hukum.")


def register_own() -> None:
    rows: tuple[tuple[str, Callable[[date], Reading], object], ...] = (
        ("REG1", completeness, gettext_lazy("Kelengkapan aturan desa digital")),
        ("REG2", validity, gettext_lazy("Keabsahan aturan")),
        ("REG3", integration, gettext_lazy("Keterkaitan aturan dengan Perdes payung dan anggaran")),
    )
    for code, read, title in rows:
        measure(Measure(code, ROOM, Unit.SHARE, read, title=title))
    for name, title, told in PUBLIC:
        public_items.add(name, PublicItem(title, "PerKI 1/2018 Pasal 2", ROOM, told))


def known_in_force(until: date) -> list[Regulation]:
    """Recorded by the end of that day, not removed by then, and in force on it."""
    made, village = effects(), current_village()
    rows = Regulation.base_objects.prefetch_related("budget_lines").defer("text", "search_text")
    return [
        row
        for row in rows
        if clock.local(row.created_at, village).date() <= until
        and (row.removed_at is None or clock.local(row.removed_at, village).date() > until)
        and made.state(row, until) in IN_FORCE
    ]


def completeness(until: date) -> Reading:
    """REG1: the weight of required instruments in force, with file, number and date, of all weight."""
    rows = known_in_force(until)
    total = sum(item.weight for item in instruments())
    evidence = tuple(_instrument_row(item, rows, total) for item in instruments())
    good = sum(item.weight for item, row in zip(instruments(), evidence, strict=True) if row.value)
    return Reading(Standing.MEASURED, good / total, good, total, evidence)


def _instrument_row(item: Instrument, rows: Iterable[Regulation], total: int) -> Evidence:
    found = [row for row in rows if item.slug in row.instruments]
    proven = [row for row in found if row.file_id]
    if proven:
        row = proven[0]
        note = _("%(name)s, bobot %(weight)s") % {"name": str(row), "weight": item.weight}
        return Evidence(item.name, item.weight / total, _url(row), row.enacted_on, note)
    note = _("tanpa berkas PDF, belum dihitung") if found else _("belum ada yang berlaku")
    return Evidence(item.name, 0, _url(found[0]) if found else "", note=note)


def _url(row: Regulation) -> str:
    return reverse("regulations:page", args=[row.pk])


def _instruments_in_force(until: date) -> list[Regulation]:
    return [row for row in known_in_force(until) if row.instruments]


def validity(until: date) -> Reading:
    """REG2: those whose procedure is complete, of the required instruments in force."""
    rows = _instruments_in_force(until)
    return share(tuple(_procedure_row(row) for row in rows), empty=str(NOTHING))


def _procedure_row(row: Regulation) -> Evidence:
    gaps = procedure_gaps(row)
    note = _("belum lengkap: %(gaps)s") % {"gaps": ", ".join(gaps)} if gaps else _("lengkap")
    return Evidence(str(row), 0 if gaps else 1, _url(row), row.enacted_on, note)


def procedure_gaps(row: Regulation) -> list[str]:
    """What the procedure of its kind still lacks, in words."""
    promulgated = row.kind in {Kind.PERDES, Kind.JOINT, Kind.PERKADES}
    wanted = (
        (row.kind == Kind.PERDES and row.bpd_agreed_on is None, _("kesepakatan BPD")),
        (row.needs_evaluation and row.evaluated_on is None, _("evaluasi")),
        (promulgated and row.promulgated_on is None, _("pengundangan")),
        (not row.shows_file, _("naskah yang dapat dibaca umum")),
    )
    return [words for lacks, words in wanted if lacks]


def integration(until: date) -> Reading:
    """REG3: tied to the umbrella Perdes and to a line of a plan, of the required instruments in force."""
    umbrellas = {item.slug for item in instruments() if item.umbrella}
    rows = _instruments_in_force(until)
    roots = {row.pk for row in rows if umbrellas & set(row.instruments)}
    targets = targets_of_all()
    found = share(
        tuple(_tied_row(row, roots, targets) for row in rows),
        empty=str(NOTHING),
    )
    if found.value is None or roots:
        return found
    return Reading(
        found.standing,
        found.value,
        found.numerator,
        found.denominator,
        found.evidence,
        str(NO_UMBRELLA),
    )


def _tied_row(row: Regulation, roots: set[int], targets: dict[int, set[int]]) -> Evidence:
    """Amended by counts too: the umbrella may point to it."""
    under = row.pk in roots or bool(roots & reachable(row.pk, targets))
    under = under or any(row.pk in targets.get(root, ()) for root in roots)
    lines = [str(line) for line in row.budget_lines.all()]
    gaps = [] if under else [_("belum terkait Perdes payung")]
    gaps += [] if lines else [_("belum terkait baris anggaran")]
    note = ", ".join(gaps or lines)
    return Evidence(str(row), 0 if gaps else 1, _url(row), row.enacted_on, note)


@dataclass(frozen=True)
class _Document:
    """A public item that is one Perdes: the newest in force of its topic, `yearly` this year's only."""

    topic: Topic
    yearly: bool = False

    def __call__(self) -> Told | None:
        rows = [
            row
            for row in in_force()
            if row.topic == self.topic and row.kind == Kind.PERDES and row.shows_file
        ]
        if self.yearly:
            rows = [row for row in rows if _of_this_year(row)]
        return _told(max(rows, key=lambda row: row.enacted_on)) if rows else None


def _of_this_year(row: Regulation) -> bool:
    """A budget is often set in the December before: its term or its title names the year."""
    year = today().year
    return row.valid_from.year == year or str(year) in row.title


def _told(row: Regulation) -> Told:
    """A scan can only be looked at, a text can be searched and copied."""
    moment = row.file_at or row.created_at
    day = clock.local(moment, current_village()).date()
    return Told(2 if row.is_scan else 3, day, _url(row), row.promulgated_on)


def list_told() -> Told | None:
    """The shelf is a searchable list with the JDIHN feed beside it."""
    newest = Regulation.objects.order_by("-created_at").first()
    if newest is None:
        return None
    day = clock.local(newest.created_at, current_village()).date()
    return Told(4, day, reverse("regulations:shelf"))


PUBLIC: tuple[tuple[str, object, Callable[[], Told | None]], ...] = (
    ("regulations.list", gettext_lazy("Daftar produk hukum desa"), list_told),
    (
        "regulations.apbdes",
        gettext_lazy("Perdes APBDes tahun berjalan"),
        _Document(Topic.BUDGET, yearly=True),
    ),
    (
        "regulations.rkpdes",
        gettext_lazy("Dokumen RKPDes tahun berjalan"),
        _Document(Topic.WORK_PLAN, yearly=True),
    ),
    ("regulations.rpjmdes", gettext_lazy("Dokumen RPJMDes"), _Document(Topic.TERM_PLAN)),
)
