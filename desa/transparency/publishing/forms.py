"""What the office writes: events, notices, the profile, and what hangs on a board."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import ClockField, IndonesianDateField, InlineRadio
from desa.foundation.intake.forms import IdempotentForm
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.transparency.publishing.actions.posts import EventText, NoticeText
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.models import Event, Notice
from desa.transparency.publishing.queries import dusun, local, today
from desa.transparency.publishing.rules.agenda import OPEN_END, is_possible, moments
from desa.transparency.publishing.rules.expiry import usual_end

SIGNS = _(
    "Baris kosong memisahkan paragraf. Awali baris dengan - untuk daftar, 1. untuk urutan. "
    "**Tebal** di antara dua bintang."
)
WITHOUT_NUMBERS = _("Jangan tulis NIK, nomor KK, atau alamat rumah warga.")


class WritingForm(IdempotentForm):
    """`revision` is what the writer saw; a colleague's newer words are not written over."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)


class EventForm(WritingForm):
    title = forms.CharField(
        label=_("Nama kegiatan"),
        help_text=_("Misalnya: Posyandu lansia Dusun Sendi."),
        max_length=140,
    )
    day = IndonesianDateField(label=_("Tanggal"), help_text=_("Misalnya 26 November 2026."))
    begins = ClockField(label=_("Mulai pukul"))
    ends = ClockField(
        label=_("Selesai pukul"),
        help_text=_("Kosong berarti sampai selesai."),
        required=False,
    )
    last_day = IndonesianDateField(
        label=_("Sampai tanggal"),
        help_text=_("Hanya bila lebih dari satu hari."),
        required=False,
    )
    place = forms.CharField(
        label=_("Tempat"), help_text=_("Misalnya: Balai Dusun Rajeg."), max_length=140
    )
    invited = forms.CharField(
        label=_("Siapa yang diundang"), initial=_("Semua warga"), max_length=140
    )
    dusun = forms.ModelChoiceField(
        label=_("Untuk dusun"),
        queryset=Area.objects.none(),
        empty_label=_("Seluruh desa"),
        required=False,
    )
    note = forms.CharField(
        label=_("Keterangan"),
        help_text=WITHOUT_NUMBERS,
        widget=forms.Textarea({"rows": 4}),
        max_length=600,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["dusun"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = dusun()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("day") and data.get("begins"):
            zone = ZoneInfo(current_village().timezone)
            found = moments(
                zone, data["day"], data["begins"], data.get("last_day"), data.get("ends")
            )
            if not is_possible(*found):
                words = _(
                    "Kegiatan selesai sesudah mulai, dan paling lama 60 hari. Periksa jamnya."
                )
                self.add_error("ends", words)
            data["begins_at"], data["ends_at"] = found
        return data

    def text(self) -> EventText:
        data = self.cleaned_data
        return EventText(
            title=data["title"],
            begins_at=data["begins_at"],
            ends_at=data["ends_at"],
            open_end=data["ends"] is None,
            place=data["place"],
            invited=data["invited"],
            dusun=data["dusun"],
            note=data["note"],
        )


class NoticeForm(WritingForm):
    kind = forms.ChoiceField(
        label=_("Jenis"),
        choices=NoticeKind.choices,
        initial=NoticeKind.ANNOUNCEMENT,
        widget=InlineRadio,
    )
    title = forms.CharField(label=_("Judul"), max_length=140)
    source = forms.CharField(
        label=_("Isi"), help_text=SIGNS, widget=forms.Textarea({"rows": 12}), max_length=6000
    )
    ends_on = IndonesianDateField(
        label=_("Tayang sampai"),
        help_text=_("Kosong: pengumuman 14 hari, berita 90 hari."),
        required=False,
    )
    urgent = forms.BooleanField(
        label=_("Mendesak: menyangkut keselamatan orang banyak, tampil paling atas di beranda"),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("urgent") and data.get("kind") != NoticeKind.ANNOUNCEMENT:
            self.add_error("urgent", _("Hanya pengumuman yang bisa mendesak."))
        if data.get("kind") and "ends_on" not in self.errors:
            kind = NoticeKind(data["kind"])
            data["ends_on"] = data.get("ends_on") or usual_end(kind, today())
        return data

    def text(self) -> NoticeText:
        data = self.cleaned_data
        return NoticeText(
            kind=NoticeKind(data["kind"]),
            title=data["title"],
            source=data["source"],
            ends_on=data["ends_on"],
            urgent=data["urgent"],
        )


def initial_of(post: Event | Notice) -> dict[str, Any]:
    """What a form shows of a row that is there already."""
    if isinstance(post, Event):
        return _event_initial(post)
    names = ("revision", "kind", "title", "source", "ends_on", "urgent")
    return {name: getattr(post, name) for name in names}


def _event_initial(event: Event) -> dict[str, Any]:
    begins, ends = local(event.begins_at), local(event.ends_at)
    last = (ends - OPEN_END if event.open_end else ends).date()
    return {
        "revision": event.revision,
        "title": event.title,
        "day": begins.date(),
        "begins": begins.time(),
        "ends": None if event.open_end else ends.time(),
        "last_day": last if last != begins.date() else None,
        "place": event.place,
        "invited": event.invited,
        "dusun": event.dusun_id,
        "note": event.note,
    }


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan batal"),
        help_text=_("Dibaca semua orang. Misalnya: hujan deras, diganti pekan depan."),
        max_length=200,
    )


class PictureForm(forms.Form):
    picture = forms.FileField(
        label=_("Gambar"), help_text=_("JPG, PNG, WebP, atau HEIC, paling besar 12 MB.")
    )
    words = forms.CharField(
        label=_("Apa yang tampak di gambar"),
        help_text=_("Dibacakan untuk warga yang tidak melihat. Jangan sebut nama anak."),
        max_length=140,
    )


class ProfileForm(forms.Form):
    source = forms.CharField(
        label=_("Isi"), help_text=SIGNS, widget=forms.Textarea({"rows": 12}), max_length=6000
    )


class BoardForm(forms.Form):
    place = forms.CharField(
        label=_("Papan di mana"), help_text=_("Misalnya: papan Balai Desa."), max_length=140
    )
