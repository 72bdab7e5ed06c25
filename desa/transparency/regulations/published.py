"""The shelf as anyone may read it: every recorded regulation, its file unless it names people's numbers."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.ids import public_id
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.scope import current_village
from desa.transparency.regulations.enums import SHORT, Kind
from desa.transparency.regulations.models import BudgetLine, Regulation, Relation
from desa.transparency.regulations.queries import (
    CHIPS,
    OWN_WORDS,
    STATES,
    lines_in_words,
    searched,
    state_of,
    ties_of,
    with_states,
)
from desa.transparency.regulations.rules.feed import FeedRow, feed_row
from desa.transparency.regulations.rules.picture import Link, Node, Picture, draw
from desa.transparency.regulations.rules.states import IN_FORCE, State

FeedRows = tuple[tuple[tuple[str, str | None], ...], ...]


@dataclass(frozen=True)
class ShelfLine:
    """`pid` is the public id; `file` is "text", "scan", "closed" (not for everyone) or ""."""

    pid: str
    url: str
    name: str
    kind: str
    kind_label: str
    title: str
    year: int
    enacted_on: date
    state: State
    state_label: str
    chip: str
    file: str


@dataclass(frozen=True)
class Tie:
    """`word` in the language of the page: mengubah, diubah dengan, ..."""

    word: str
    line: ShelfLine


@dataclass(frozen=True)
class PublishedRegulation:
    line: ShelfLine
    promulgated_on: date | None
    bpd_agreed_on: date | None
    evaluated_on: date | None
    valid_from: date
    valid_to: date | None
    revoked_on: date | None
    revoke_reason: str
    subjects: str
    basis: tuple[str, ...]
    pages: int
    ties: tuple[Tie, ...]
    plan_lines: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PublishedFile:
    """A PDF; its bytes in base64, so that they travel in JSON."""

    name: str
    base64: str


def shelf(
    words: str = "", kind: str = "", year: str = "", state: str = ""
) -> tuple[ShelfLine, ...]:
    """Newest first; a filter that is empty or nonsense lets everything through."""
    rows = searched(words)
    rows = rows.filter(kind=kind) if kind in SHORT else rows
    rows = rows.filter(year=int(year)) if year.isascii() and year.isdigit() else rows
    lines = (_line(row, found) for row, found in with_states(rows))
    return tuple(line for line in lines if state not in set(State) or line.state == state)


def years() -> tuple[int, ...]:
    found = Regulation.objects.order_by("-year").values_list("year", flat=True).distinct()
    return tuple(found)


def regulation(key: int) -> PublishedRegulation | None:
    row = _find(key)
    if row is None:
        return None
    return PublishedRegulation(
        line=_line(row, state_of(row)),
        promulgated_on=row.promulgated_on,
        bpd_agreed_on=row.bpd_agreed_on,
        evaluated_on=row.evaluated_on,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        revoked_on=row.revoked_on,
        revoke_reason=row.revoke_reason,
        subjects=row.subjects,
        basis=tuple(line.strip() for line in row.basis.splitlines() if line.strip()),
        pages=row.pages,
        ties=_ties(row),
        plan_lines=tuple(lines_in_words(row.budget_lines.all())),
        members=tuple((member.role, member.name) for member in row.members.all()),
    )


def file(key: int) -> PublishedFile | None:
    """None when there is none, or it is not for everyone."""
    row = _find(key)
    if row is None or not row.shows_file or row.file is None:
        return None
    name = "-".join([SHORT[row.kind], row.number, str(row.year)]).lower()
    safe = "".join(char if char.isalnum() else "-" for char in name)
    return PublishedFile(f"{safe}.pdf", b64encode(read_content(row.file)).decode())


def _find(key: int) -> Regulation | None:
    rows = Regulation.objects.select_related("file").defer("text", "search_text")
    return rows.filter(pk=key).first()


def _line(row: Regulation, state: State) -> ShelfLine:
    return ShelfLine(
        pid=row.public_id,
        url=reverse("regulations:page", args=[row.pk]),
        name=str(row),
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        title=row.title,
        year=row.year,
        enacted_on=row.enacted_on,
        state=state,
        state_label=str(STATES[state]),
        chip=CHIPS[state],
        file=_file_word(row),
    )


def _file_word(row: Regulation) -> str:
    if row.file_id is None:
        return ""
    if not row.shows_file:
        return "closed"
    return "scan" if row.is_scan else "text"


def _ties(row: Regulation) -> tuple[Tie, ...]:
    return tuple(Tie(str(tie.word), _line(tie.other, tie.state)) for tie in ties_of(row))


@dataclass(frozen=True)
class Choice:
    """One option of a filter of the shelf."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    name: str
    label: str
    options: tuple[Choice, ...]


def choices(kind: str, year: str, state: str) -> tuple[Filter, ...]:
    """The filters of the shelf, with what is chosen now."""
    kinds = [(value, str(label)) for value, label in Kind.choices]
    states = [(item.value, str(label)) for item, label in STATES.items()]
    return (
        _filter("jenis", _("Jenis"), kinds, kind),
        _filter("tahun", _("Tahun"), [(str(item), str(item)) for item in years()], year),
        _filter("keadaan", _("Keadaan"), states, state),
    )


def _filter(name: str, label: str, pairs: list[tuple[str, str]], chosen: str) -> Filter:
    options = [("", _("semua")), *pairs]
    return Filter(
        name, label, tuple(Choice(value, text, value == chosen) for value, text in options)
    )


@dataclass(frozen=True)
class MapEntry:
    """The picture in words: a regulation and the (word, name) pairs of what it stands on."""

    name: str
    title: str
    url: str
    state_label: str
    points_to: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RegulationMap:
    picture: Picture
    entries: tuple[MapEntry, ...]


def regulation_map() -> RegulationMap:
    """Every regulation that is tied to another or to a line of a plan; what it stands on is above it."""
    rows = Regulation.objects.defer("text", "search_text").order_by("enacted_on", "pk")
    listed = with_states(rows.prefetch_related("budget_lines"))
    lines = {_line_key(line): line for row, _state in listed for line in row.budget_lines.all()}
    links = [*_links(), *_paid(listed)]
    tied = {key for link in links for key in (link.source, link.target)}
    worded = zip(lines, lines_in_words(lines.values()), strict=True)
    nodes = [_line_node(key, words, url) for key, (words, url) in worded]
    nodes += [_node(row, state) for row, state in listed if row.public_id in tied]
    return RegulationMap(draw(nodes, links), _entries(nodes, links))


def legend() -> tuple[tuple[str, str], ...]:
    """Kinds of lines of the picture and their words."""
    pairs = [(kind.value, str(word)) for kind, word in OWN_WORDS.items()]
    return (*pairs, ("line", _("Dibiayai baris")))


def _links() -> list[Link]:
    ties = Relation.objects.filter(
        regulation__removed_at__isnull=True, target__removed_at__isnull=True
    ).order_by("regulation__enacted_on", "pk")
    return [Link(public_id(tie.regulation_id), public_id(tie.target_id), tie.kind) for tie in ties]


def _paid(listed: list[tuple[Regulation, State]]) -> list[Link]:
    return [
        Link(row.public_id, _line_key(line), "line")
        for row, _state in listed
        for line in row.budget_lines.all()
    ]


def _line_key(line: BudgetLine) -> str:
    return f"{line.plan} {line.line}"


def _line_node(key: str, words: str, url: str) -> Node:
    return Node(key, words, str(_("Baris anggaran")), "line", url)


def _node(row: Regulation, state: State) -> Node:
    return Node(
        row.public_id, str(row), row.title, state, reverse("regulations:page", args=[row.pk])
    )


def _entries(nodes: list[Node], links: list[Link]) -> tuple[MapEntry, ...]:
    names = {node.key: node.label for node in nodes}
    words = dict(legend())
    found = []
    for node in nodes:
        pairs = tuple(
            (words[link.kind], names[link.target]) for link in links if link.source == node.key
        )
        if node.state != "line":
            label = str(STATES[State(node.state)])
            found.append(MapEntry(node.label, node.words, node.url, label, pairs))
    return tuple(found)


def feed() -> FeedRows:
    """All regulations as JDIHN reads them; addresses only while the village has an address of its own."""
    base = current_village().public_address.rstrip("/")
    return tuple(_feed_row(row, state, base) for row, state in with_states(searched("")))


def _feed_row(row: Regulation, state: State, base: str) -> FeedRow:
    village = current_village()
    promulgated = row.promulgated_on or row.enacted_on
    moment = clock.local(row.file_at or row.created_at, village)
    page = f"{base}{reverse('regulations:page', args=[row.pk])}" if base else ""
    link = f"{page}berkas.pdf" if page and row.shows_file else ""
    values = {
        "idData": row.public_id,
        "tahun_pengundangan": str(promulgated.year),
        "tanggal_pengundangan": promulgated.isoformat(),
        "jenis": KIND_NAMES[Kind(row.kind)],
        "noPeraturan": row.number,
        "judul": f"{KIND_NAMES[Kind(row.kind)]} Nomor {row.number} Tahun {row.year} tentang {row.title}",
        "singkatanJenis": SHORT[row.kind],
        "tempatTerbit": village.kabupaten,
        "penerbit": f"Pemerintah Desa {village.name}",
        "sumber": f"{SOURCES.get(row.kind, 'Buku')} Desa {village.name} Tahun {row.year}",
        "subjek": " - ".join(word.strip() for word in row.subjects.split(",") if word.strip()),
        "status": "Berlaku" if state in IN_FORCE else "Tidak Berlaku",
        "teuBadan": f"Desa {village.name}",
        "fileDownload": link.rsplit("/", 1)[-1],
        "urlDownload": link,
        "urlDetailPeraturan": page,
        "lastUpdated": moment.strftime("%Y-%m-%d %H:%M:%S"),
    }
    return feed_row(values)


KIND_NAMES = {
    Kind.PERDES: "Peraturan Desa",
    Kind.JOINT: "Peraturan Bersama Kepala Desa",
    Kind.PERKADES: "Peraturan Kepala Desa",
    Kind.DECREE: "Keputusan Kepala Desa",
    Kind.OTHER: "Dokumen Hukum Lain",
}
SOURCES: dict[str, str] = {Kind.PERDES: "Lembaran", Kind.JOINT: "Berita", Kind.PERKADES: "Berita"}
