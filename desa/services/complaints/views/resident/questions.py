"""The public form, one question on a screen; what is asked and in which words."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import PhoneField
from desa.foundation.files.rules import LARGEST_PHOTO
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.services.complaints.actions.sending import MAY_CALL
from desa.services.complaints.engine.catalogue import categories, shipped
from desa.services.complaints.enums import About, Wish
from desa.services.complaints.models.complaint import LONGEST_TEXT

PHOTO_PURPOSE = "complaints.photo"


class KindForm(forms.Form):
    jenis = forms.ChoiceField(label=_("Apa masalahnya?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["jenis"]
        field.choices = [(item.slug, shipped(item.name)) for item in categories().values()]


class AboutForm(forms.Form):
    tentang = forms.ChoiceField(
        label=_("Tentang siapa?"),
        choices=About.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Yang dilaporkan tidak bisa membaca laporan ini."),
    )


class PlaceForm(forms.Form):
    wilayah = forms.ChoiceField(
        label=_("Di mana?"),
        required=False,
        help_text=_("Cukup dusun dan RT. Jangan tulis rumah siapa."),
    )
    patokan = forms.CharField(
        label=_("Dekat apa?"),
        required=False,
        max_length=120,
        help_text=_("Contoh: dekat musala, sebelum jembatan."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["wilayah"]
        field.choices = [("", _("Tidak tahu, atau seluruh desa")), *_places()]


class StoryForm(forms.Form):
    cerita = forms.CharField(
        label=_("Apa yang terjadi?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea,
        help_text=_("Tulis singkat. Jangan tulis NIK atau nama orang."),
        error_messages={"max_length": _("Cerita terlalu panjang. Paling banyak 2.000 huruf.")},
    )
    foto = forms.FileField(
        label=_("Foto"),
        required=False,
        help_text=_("Tempat dan waktu di dalam foto kami buang."),
        error_messages={"empty": _("Foto ini kosong, tidak ada isinya. Pilih foto lain.")},
    )
    foto_kunci = forms.CharField(
        required=False, max_length=64, widget=forms.HiddenInput({"data-upload-key": ""})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["foto"].widget.attrs |= {
            "accept": "image/*",
            "data-desa-upload": reverse("intake:begin"),
            "data-upload-purpose": PHOTO_PURPOSE,
            "data-upload-max": LARGEST_PHOTO,
        }


class ContactForm(forms.Form):
    hubungi = forms.ChoiceField(
        label=_("Boleh kami hubungi?"),
        choices=[
            (Wish.NONE, _("Tidak usah. Saya lihat sendiri dengan kode")),
            (Wish.NO_CALL, _("Kirim pesan saja, jangan ditelepon")),
            (MAY_CALL, _("Boleh ditelepon atau dikirimi pesan")),
        ],
        initial=Wish.NONE,
        widget=forms.RadioSelect,
        help_text=_("Nama Anda tidak kami tanyakan. Nomor HP hanya dibuka petugas, dan dicatat."),
    )
    nomor = PhoneField(label=_("Nomor HP"), required=False, empty_value="")
    diam = forms.BooleanField(
        label=_("Jangan tampilkan laporan ini di daftar umum"), required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        silent = data.get("hubungi") == Wish.NONE
        if not silent and "nomor" in data and not data["nomor"]:
            self.add_error("nomor", _("Tulis nomor HP Anda, atau pilih “Tidak usah”."))
        return data


def _places() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each dusun with its RT, whatever RW lies between."""
    rows = list(Area.objects.filter(valid_to__isnull=True).order_by("name"))
    above = {row.pk: row.parent_id for row in rows}

    def root(key: int) -> int:
        while (higher := above.get(key)) is not None:
            key = higher
        return key

    found = []
    for dusun in (row for row in rows if row.kind == AreaKind.DUSUN):
        inner = [row for row in rows if row.kind == AreaKind.RT and root(row.pk) == dusun.pk]
        whole = (str(dusun.pk), str(_("Dusun %(name)s, RT tidak tahu") % {"name": dusun.name}))
        options = [(str(row.pk), f"RT {row.name}, {dusun.name}") for row in inner]
        found.append((str(_("Dusun %(name)s") % {"name": dusun.name}), [whole, *options]))
    return found
