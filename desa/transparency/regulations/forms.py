"""One page for a whole regulation: what it is, its days, what it stands on, who and what it names."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField
from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.intake.forms import IdempotentForm
from desa.transparency.regulations.actions import Entry, Facts
from desa.transparency.regulations.enums import Kind, RelationKind, Topic
from desa.transparency.regulations.exceptions import RegulationRefused
from desa.transparency.regulations.models import Regulation, Relation
from desa.transparency.regulations.rules.instruments import Instrument, instruments
from desa.transparency.regulations.rules.lines import PlanLine, parse_lines

FIRST_YEAR, LAST_YEAR = 1980, 2100
TIE_ROWS = 4
HALF_TIE = _("Hubungan %(row)s baru setengah terisi. Pilih kata dan peraturannya.")


if TYPE_CHECKING:
    Choice = forms.ModelChoiceField[Regulation]
else:
    Choice = forms.ModelChoiceField  # generic for the type checker only


class RegulationChoice(Choice):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} · {obj.title}"[:90]


class RegulationForm(IdempotentForm):
    kind = forms.ChoiceField(
        label=_("Jenis"), choices=Kind.choices, error_messages={"required": _("Pilih jenisnya.")}
    )
    number = forms.CharField(
        label=_("Nomor"),
        max_length=60,
        help_text=_("Nomornya saja. Contoh: 4 atau 188/12/424.317.2.09/2026."),
        error_messages={"required": _("Nomor belum diisi.")},
    )
    year = forms.IntegerField(
        label=_("Tahun"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={
            "required": _("Tahun belum diisi."),
            "invalid": _("Tahun ditulis dengan 4 angka, misalnya 2026."),
            "min_value": _("Tahun ditulis dengan 4 angka, misalnya 2026."),
            "max_value": _("Tahun ditulis dengan 4 angka, misalnya 2026."),
        },
    )
    title = forms.CharField(
        label=_("Tentang"),
        max_length=300,
        help_text=_("Judul tanpa kata “tentang”. Jangan tulis NIK di sini."),
        error_messages={"required": _("Judul belum diisi.")},
    )
    topic = forms.ChoiceField(
        label=_("Pokok isi"),
        choices=Topic.choices,
        initial=Topic.GENERAL,
        help_text=_("APBDes, pungutan, tata ruang, dan organisasi dievaluasi dulu."),
    )
    enacted_on = IndonesianDateField(label=_("Tanggal ditetapkan"))
    promulgated_on = IndonesianDateField(label=_("Tanggal diundangkan"), required=False)
    bpd_agreed_on = IndonesianDateField(
        label=_("Tanggal disepakati BPD"), required=False, help_text=_("Untuk Perdes.")
    )
    evaluated_on = IndonesianDateField(
        label=_("Tanggal selesai dievaluasi"),
        required=False,
        help_text=_("Hasil evaluasi bupati atau camat."),
    )
    valid_from = IndonesianDateField(
        label=_("Berlaku sejak"),
        required=False,
        help_text=_("Kosong berarti sejak diundangkan, atau sejak ditetapkan."),
    )
    valid_to = IndonesianDateField(
        label=_("Berlaku sampai"),
        required=False,
        help_text=_("Hari terakhir. Kosong berarti tanpa batas waktu."),
    )
    file = forms.FileField(
        label=_("Naskah PDF"),
        required=False,
        help_text=_("Paling besar 20 MB. Pindaian boleh, tetapi belum bisa dicari."),
        widget=forms.FileInput({"accept": "application/pdf"}),
        error_messages={"empty": _("Berkas ini kosong. Pilih berkas lain.")},
    )
    file_shown = forms.BooleanField(
        label=_("Naskah boleh dibaca siapa saja"), required=False, initial=True
    )
    subjects = forms.CharField(
        label=_("Kata kunci"),
        max_length=200,
        required=False,
        help_text=_("Pisahkan dengan koma. Contoh: internet, Pokmas."),
    )
    basis = forms.CharField(
        label=_("Dasar hukum di luar desa"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Satu baris satu peraturan. Contoh: UU 6/2014 Pasal 94."),
    )
    lines = forms.CharField(
        label=_("Baris anggaran"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Satu baris satu kegiatan. Contoh: 2026 · 1.4.08, atau RKPDes 2027 · 2.3.10."),
    )
    members = forms.CharField(
        label=_("Nama yang diangkat"),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Satu baris satu orang. Contoh: Ketua: Ahmad Fauzi. Nama dan jabatan tampil."),
    )
    instruments = forms.MultipleChoiceField(
        label=_("Memenuhi aturan wajib"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, regulation: Regulation | None = None, **kwargs: Any) -> None:
        ties = list(regulation.relations.all()) if regulation else []
        if regulation is not None:
            kwargs["initial"] = {**_initial(regulation, ties), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        slugs = cast(forms.MultipleChoiceField, self.fields["instruments"])
        slugs.choices = [(item.slug, named(item)) for item in instruments()]
        others = Regulation.objects.defer("text", "search_text")
        others = others.exclude(pk=regulation.pk) if regulation else others
        self.tie_rows = range(1, max(TIE_ROWS, len(ties) + 2) + 1)
        for row in self.tie_rows:
            self._add_tie(row, others)

    def _add_tie(self, row: int, others: QuerySet[Regulation]) -> None:
        words = [("", _("tidak ada")), *RelationKind.choices]
        label = _("Hubungan %(row)s") % {"row": row}
        self.fields[f"word_{row}"] = forms.ChoiceField(label=label, choices=words, required=False)
        label = _("Peraturan pada hubungan %(row)s") % {"row": row}
        self.fields[f"target_{row}"] = RegulationChoice(
            others, label=label, required=False, empty_label=_("pilih peraturan")
        )

    @property
    def parts(self) -> list["Part"]:
        """The fields under their headings, in the order of the page."""
        ties = tuple(name for row in self.tie_rows for name in (f"word_{row}", f"target_{row}"))
        return [
            Part(title, look, [self[name] for name in names or ties])
            for title, look, names in PARTS
        ]

    def clean_lines(self) -> list[PlanLine]:
        try:
            return parse_lines(self.cleaned_data["lines"])
        except ValueProblem as problem:
            raise validation_error(problem) from None

    def clean_members(self) -> list[tuple[str, str]]:
        rows = [row.strip() for row in self.cleaned_data["members"].splitlines() if row.strip()]
        pairs = [_role_and_name(row) for row in rows]
        if wrong := [row for row, pair in zip(rows, pairs, strict=True) if not all(pair)]:
            text = _("Baris “%(row)s” belum lengkap. Tulis jabatan, titik dua, lalu nama.")
            raise forms.ValidationError(text, params={"row": wrong[0][:60]})
        return pairs

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for row in self.tie_rows:
            if bool(data.get(f"word_{row}")) != bool(data.get(f"target_{row}")):
                self.add_error(f"target_{row}", HALF_TIE % {"row": row})
        first, last = data.get("enacted_on"), data.get("promulgated_on")
        if first and last and last < first:
            text = _("Tanggal diundangkan lebih awal daripada ditetapkan. Periksa keduanya.")
            self.add_error("promulgated_on", text)
        start = data.get("valid_from") or last or first
        if start and data.get("valid_to") and data["valid_to"] < start:
            text = _("Berlaku sampai lebih awal daripada mulai berlaku. Periksa kedua tanggalnya.")
            self.add_error("valid_to", text)
        return data

    @property
    def content(self) -> bytes | None:
        """The bytes of a newly chosen file."""
        file = self.cleaned_data["file"]
        found: bytes | None = file.read() if file else None
        return found

    def entry(self) -> Entry:
        data = self.cleaned_data
        start: date = data["valid_from"] or data["promulgated_on"] or data["enacted_on"]
        names = set(Facts.__dataclass_fields__) - {"valid_from", "instruments"}
        facts = Facts(
            **{name: data[name] for name in names},
            valid_from=start,
            instruments=tuple(data["instruments"]),
        )
        pairs = ((data[f"word_{row}"], data[f"target_{row}"]) for row in self.tie_rows)
        ties = tuple((RelationKind(word), target.pk) for word, target in pairs if target)
        return Entry(facts, ties, tuple(data["lines"]), tuple(data["members"]))

    def take_problem(self, problem: RegulationRefused | forms.ValidationError) -> None:
        """At the field it is about, so that the form shows what to put right."""
        if isinstance(problem, RegulationRefused):
            field = "target_1" if problem.field == "relations" else problem.field
            self.add_error(field or None, str(problem.message))
            return
        for name, messages in _by_field(problem).items():
            self.add_error(name if name in self.fields else None, messages)


def _by_field(problem: forms.ValidationError) -> dict[str, list[str]]:
    """A number taken twice is a fault of the whole row: its sentence stands at the number."""
    found = dict(problem.message_dict) if hasattr(problem, "error_dict") else {"": problem.messages}
    whole = found.pop("__all__", [])
    if whole:
        found["number"] = [*found.get("number", []), *whole]
    return found


def named(item: Instrument) -> str:
    """A name that ships with the program, in the language of the page."""
    return item.english if get_language() == "en" else item.name


def _role_and_name(row: str) -> tuple[str, str]:
    role, _colon, name = row.partition(":")
    return role.strip()[:80], name.strip()[:100]


def _initial(regulation: Regulation, ties: list[Relation]) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(regulation, name) for name in Facts.__dataclass_fields__}
    for row, tie in enumerate(ties, start=1):
        found |= {f"word_{row}": tie.kind, f"target_{row}": tie.target_id}
    found["lines"] = "\n".join(str(item) for item in regulation.budget_lines.all())
    found["members"] = "\n".join(str(item) for item in regulation.members.all())
    return found


class RevokeForm(forms.Form):
    on = IndonesianDateField(
        label=_("Tidak berlaku sejak"), help_text=_("Hari pertama ia tidak berlaku lagi.")
    )
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        help_text=_("Tampil di halaman umum. Jangan tulis nama warga."),
        error_messages={"required": _("Alasan belum diisi.")},
    )


class Part(NamedTuple):
    title: Any
    look: str
    fields: list[forms.BoundField]


DATES = ("promulgated_on", "bpd_agreed_on", "evaluated_on", "valid_from", "valid_to")
PARTS: tuple[tuple[Any, str, tuple[str, ...]], ...] = (
    (_("Apa aturannya"), "cols", ("kind", "number", "year", "title", "topic")),
    (_("Tanggal-tanggal"), "cols", ("enacted_on", *DATES)),
    (_("Naskah"), "cols", ("file", "file_shown", "subjects")),
    (_("Hubungan dengan aturan lain"), "pairs", ()),
    (_("Dasar, anggaran, dan orang"), "cols", ("basis", "lines", "members")),
    (_("Aturan desa digital"), "ticks", ("instruments",)),
)
