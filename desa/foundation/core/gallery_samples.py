"""What the gallery shows: fictional people and numbers, one sample for each part."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from desa.foundation.core.http.paging import named_page
from desa.foundation.core.icons import icon_paths

NIK_DIGITS = 16
LEVELS = ["Rintisan", "Fondasi", "Berfungsi", "Terpadu", "Berkelanjutan"]


class SampleForm(forms.Form):
    mother = forms.CharField(label=_("Nama ibu kandung"), help_text=_("Seperti di Kartu Keluarga"))
    nik = forms.CharField(label="NIK", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    purpose = forms.ChoiceField(
        label=_("Surat ini untuk apa?"),
        choices=[("rs", _("Biaya rumah sakit")), ("sekolah", _("Biaya sekolah atau kuliah"))],
        widget=forms.RadioSelect,
    )
    dusun = forms.ChoiceField(label="Dusun", choices=[("s", "Sendi"), ("r", "Rajeg")])
    story = forms.CharField(label=_("Cerita singkat"), widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label=_("Isian ini benar, sejauh yang saya tahu."))

    def clean_nik(self) -> str:
        nik: str = self.cleaned_data["nik"]
        if len(nik) < NIK_DIGITS:
            text = ngettext(
                "NIK harus 16 angka. Yang Anda tulis baru %(count)d.",
                "NIK harus 16 angka. Yang Anda tulis baru %(count)d.",
                len(nik),
            )
            raise forms.ValidationError(text % {"count": len(nik)})
        return nik


def filled_form(prefix: str) -> SampleForm:
    """With one mistake in it: the NIK lacks its last digit."""
    values = {"mother": "Sarinah", "nik": "351499520355000", "purpose": "rs", "dusun": "s"}
    data = {f"{prefix}-{name}": value for name, value in values.items()}
    form = SampleForm(data | {f"{prefix}-agreed": "on"}, prefix=prefix)
    form.is_valid()
    return form


def themes() -> list[dict[str, Any]]:
    names = [("terang", _("Terang")), ("gelap", _("Gelap")), ("kontras", _("Kontras tinggi"))]
    return [{"key": key, "name": name, "form": filled_form(key)} for key, name in names]


PROMISE = {
    "code": "P3X8TN",
    "state": "run",
    "state_text": "Diproses",
    "due_iso": "2026-11-24T15:00+07:00",
    "due_day": "Selasa, 24 November 2026",
    "due_hour": "sebelum 15.00",
    "shares": [("used", 42.4), ("paused", 5.6), ("used", 13.1)],
    "label": "Dari 12 jam kerja, 7 jam 20 menit sudah lewat. "
    "40 menit di antaranya dihentikan, menunggu foto.",
    "start": "Senin 10.00",
    "start_text": "dikirim",
    "end": "Selasa 15.00",
    "remaining": "Sisa 4 jam 40 menit kerja.",
    "explanation": "Bagian bergaris: berhenti 40 menit, menunggu foto dari Anda.",
    "name": "S*** A*****",
    "free": True,
}
TICKET = {
    "village": "DESA SUMBERGEDANG",
    "service": "Surat keringanan biaya",
    "code": "K7M4PX",
    "due_day": "Selasa, 24 November 2026",
    "due_hour": "sebelum pukul 15.00",
    "name": "S******",
    "helper": "Dewi",
}
TILES = [
    {
        "url": "#isi",
        "icon": "file-text",
        "label": "Layanan Surat",
        "hint": "Dari HP, atau di loket",
    },
    {"url": "#isi", "icon": "megaphone", "label": "Pengaduan", "hint": "Lapor, lalu pantau"},
    {"url": "#isi", "icon": "hand-coins", "label": "APBDes", "hint": "Uang desa untuk apa"},
    {"url": "#isi", "icon": "newspaper", "label": "Info Desa", "hint": "Berita dan agenda"},
    {"url": "#isi", "icon": "lightbulb", "label": "Usulan Warga", "hint": "Semua usul dijawab"},
    {"url": "#isi", "icon": "store", "label": "Lapak Desa", "hint": "Belanja dari tetangga"},
    {"url": "#isi", "icon": "wifi", "label": "Wi-Fi Desa", "hint": "11 dari 14 titik nyala"},
]
STEPS = [
    {"state": "done", "text": "Diterima kantor desa", "note": "Senin 10.00, lewat HP"},
    {"state": "no", "text": "Foto Kartu Keluarga belum terbaca", "note": "Senin 12.40"},
    {"state": "now", "text": "Menunggu tanda tangan Kepala Desa", "note": "Sejak Selasa 10.15"},
    {"state": "todo", "text": "Surat siap disimpan atau diambil", "note": ""},
]
REVIEW = [
    {"label": "Atas nama", "value": "Siti Aminah"},
    {"label": "Untuk", "value": "Biaya rumah sakit", "url": "#isi", "change": "keperluan"},
    {"label": "Biaya", "value": "Gratis", "free": True},
]
TABLE_HEAD = [{"text": "Kegiatan"}, {"text": "Anggaran", "num": True}, {"text": "Keadaan"}]
TABLE_ROWS = [
    [
        {"text": "Jalan lingkungan Dusun Rajeg", "url": "#isi"},
        {"text": "Rp96.500.000", "label": "Anggaran", "num": True},
        {"text": "Belum mulai", "label": "Keadaan", "state": "late"},
    ],
    [
        {"text": "Saluran air Dusun Winog"},
        {"text": "Rp58.200.000", "label": "Anggaran", "num": True},
        {"text": "Hampir selesai", "label": "Keadaan", "state": "ok"},
    ],
]
AGENDA_AT = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
PAGES = named_page(Paginator(range(120), 50).page(2), "menunggu")
QUEUE = [
    {
        "url": "#isi",
        "title": "Suwarni",
        "meta": "09.12",
        "note": "Keringanan biaya",
        "current": True,
    },
    {"url": "#isi", "title": "Slamet", "meta": "09.18", "note": "Menunggu 6 menit"},
    {
        "url": "#isi",
        "title": "Nur Hidayah",
        "meta": "09.22",
        "note": "Layani dengan tulisan",
        "icon": "eye",
    },
]
APPROVALS = [
    {
        "value": "1",
        "title": "Pengantar SKCK",
        "person": "Rizky Pratama · Klampok",
        "note": "Bu Endang memeriksa 09.42",
        "url": "#isi",
        "state": "wait",
        "due": "12.00",
        "icon": "clock",
        "checked": True,
    },
    {
        "value": "2",
        "title": "Keterangan ahli waris",
        "person": "Keluarga alm. Sarmin · Ngampir",
        "note": "Menunggu tanda tangan saksi kedua.",
        "url": "#isi",
        "state": "late",
        "due": "Lewat 1 hari",
        "read_first": True,
    },
]
COUNTER_STEPS = [
    {"text": "Warga", "done": True},
    {"text": "Surat", "done": True},
    {"text": "Lengkapi", "current": True},
    {"text": "Bacakan"},
    {"text": "Tiket"},
]
RESULTS = [
    {"url": "#isi", "title": "Suwarni, 71 tahun", "note": "Sendi, RT 003"},
    {"url": "#isi", "title": "Suwarno, 44 tahun", "note": "Rajeg, RT 011"},
]
SHEET = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 215 330'%3E"
    "%3Cpath d='M20 40h175M20 44h175M60 62h95M20 84h175M20 94h175M20 104h120' stroke='%23111'/%3E%3C/svg%3E"
)
RAIL = [
    {"url": "#isi", "label": "Loket", "icon": "keyboard", "current": True},
    {"url": "#isi", "label": "Permohonan", "icon": "inbox", "badge": 6},
    {"url": "#isi", "label": "Tanda tangan", "icon": "pen-line"},
    {"url": "#isi", "label": "Lainnya", "icon": "ellipsis"},
]


def public() -> dict[str, Any]:
    return {
        "themes": themes(),
        "promise": PROMISE,
        "ticket": TICKET,
        "tiles": TILES,
        "steps": STEPS,
        "review": REVIEW,
        "table_head": TABLE_HEAD,
        "table_rows": TABLE_ROWS,
        "levels": LEVELS,
        "agenda_at": AGENDA_AT,
        "icon_names": sorted(icon_paths()),
    }


def office() -> dict[str, Any]:
    return {
        "office_rail": RAIL,
        "office_tabs": RAIL,
        "office_user": {"name": "Dewi, ganti (PIN)", "url": "#isi"},
        "search_url": "#isi",
        "connection": "Internet putus, loket tetap jalan",
        "queue": QUEUE,
        "pages": PAGES,
        "results": RESULTS,
        "approvals": APPROVALS,
        "counter_steps": COUNTER_STEPS,
        "sheet": SHEET,
        "ticket": TICKET,
    }
