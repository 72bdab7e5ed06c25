"""What the desk writes about a card, and what a passer-by reports."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.actions import CardText
from desa.empowerment.marketplace.enums import Answer, ReportReason, Stock, Via
from desa.empowerment.marketplace.models import Card, ProductGroup
from desa.empowerment.marketplace.queries import editable_groups, hamlets
from desa.foundation.core.formfields import (
    IndonesianDateField,
    InlineRadio,
    PhoneField,
    RupiahField,
)
from desa.foundation.files.rules import LARGEST_PHOTO
from desa.foundation.intake.forms import IdempotentForm
from desa.foundation.tenancy.models import Area

PHOTO_PURPOSE = "marketplace.photo"
HEARD = [choice for choice in Via.choices if choice[0] not in (Via.LINK, Via.FIRST)]


class TextForm(forms.Form):
    """The words of a card; `may_keep` shows the counter's box once a promise of health was found."""

    title = forms.CharField(
        label=_("Nama barang"),
        max_length=70,
        help_text=_("Misalnya: Jamu kunyit asam."),
        error_messages={"required": _("Nama barang belum diisi.")},
    )
    unit = forms.CharField(
        label=_("Satuan"),
        max_length=40,
        help_text=_("Misalnya: botol 300 ml."),
        error_messages={"required": _("Satuan belum diisi. Misalnya: botol 300 ml.")},
    )
    group = forms.ModelChoiceField(
        label=_("Kelompok"),
        queryset=ProductGroup.objects.none(),
        empty_label="–",
        widget=forms.Select({"lang": "id"}),
        error_messages={"required": _("Pilih kelompoknya.")},
    )
    seller_name = forms.CharField(
        label=_("Nama penjual"),
        max_length=60,
        help_text=_("Tampil untuk umum. Cukup panggilannya, misalnya Bu Siti."),
        error_messages={"required": _("Nama penjual belum diisi.")},
    )
    hamlet = forms.ModelChoiceField(
        label=_("Dusun"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("Tidak disebut"),
    )
    hours = forms.CharField(
        label=_("Jam buka"),
        max_length=100,
        required=False,
        help_text=_("Misalnya: setiap hari 06.00 sampai habis."),
    )
    stock = forms.ChoiceField(
        label=_("Persediaan"), choices=Stock.choices, initial=Stock.READY, widget=InlineRadio
    )
    about = forms.CharField(
        label=_("Keterangan"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Rasa, bahan, ukuran. Jangan menjanjikan kesembuhan."),
    )
    keep_claims = forms.BooleanField(
        label=_("Sudah saya periksa: ini bukan janji kesehatan"), required=False
    )

    def __init__(self, *args: Any, card: Card | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "group", editable_groups(card))
        _offer(self, "hamlet", hamlets())
        self.show_keep(on=False)

    def show_keep(self, *, on: bool) -> None:
        widget: Any = forms.CheckboxInput() if on else forms.HiddenInput()
        self.fields["keep_claims"].widget = widget

    def text(self) -> CardText:
        names = ("title", "unit", "group", "seller_name", "hamlet", "hours", "about")
        data = {name: self.cleaned_data[name] for name in names}
        keep = self.cleaned_data["keep_claims"]
        return CardText(**data, stock=Stock(self.cleaned_data["stock"]), keep_claims=keep)


def _offer(form: forms.Form, name: str, rows: Any) -> None:
    field: Any = form.fields[name]
    field.queryset = rows


class NewCardForm(IdempotentForm, TextForm):
    price = RupiahField(label=_("Harga"), help_text=_("Misalnya 3.000."))
    phone = PhoneField(
        label=_("Nomor WhatsApp penjual"),
        help_text=_("Tidak tampil di halaman. Pembeli melihatnya setelah menekan Pesan."),
    )
    field_order = ["title", "unit", "price", "group", "seller_name", "phone", "hamlet", "hours"]


def initial_of(card: Card) -> dict[str, Any]:
    names = ("title", "unit", "group", "seller_name", "hamlet", "hours", "about", "stock")
    return {name: getattr(card, name) for name in names}


class PriceForm(forms.Form):
    price = RupiahField(label=_("Harga baru"), help_text=_("Misalnya 3.500."))
    via = forms.ChoiceField(label=_("Dari mana tahu?"), choices=HEARD, widget=InlineRadio)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=200,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Alasannya belum ditulis.")},
    )


class OutcomeForm(ReasonForm):
    reason = forms.CharField(
        label=_("Apa hasilnya?"),
        max_length=200,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Tulis apa hasilnya.")},
    )


class NumberForm(ReasonForm):
    phone = PhoneField(label=_("Nomor baru"))
    field_order = ["phone", "reason"]


class VouchForm(forms.Form):
    via = forms.ChoiceField(label=_("Lewat"), choices=HEARD, widget=InlineRadio)
    words = forms.CharField(
        label=_("Bagaimana penjual menyetujui?"),
        max_length=200,
        help_text=_("Misalnya: datang sendiri dan melihat kartunya di layar."),
        error_messages={"required": _("Tulis bagaimana penjual menyetujui.")},
    )


class DecideForm(ReasonForm):
    accept = forms.ChoiceField(
        label=_("Keputusan"),
        choices=[("ya", _("Ganti nomornya")), ("tidak", _("Jangan ganti"))],
        widget=InlineRadio,
        error_messages={"required": _("Pilih salah satu.")},
    )
    via = forms.ChoiceField(label=_("Lewat"), choices=HEARD, widget=InlineRadio)
    field_order = ["accept", "via", "reason"]


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label=_("Foto barang"),
        required=False,
        help_text=_("Barangnya saja, tanpa wajah. Tempat dan waktu di dalam foto kami buang."),
        error_messages={"empty": _("Foto ini kosong, tidak ada isinya. Pilih foto lain.")},
    )
    photo_key = forms.CharField(
        required=False, max_length=64, widget=forms.HiddenInput({"data-upload-key": ""})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].widget.attrs |= {
            "accept": "image/*",
            "data-desa-upload": reverse("intake:begin"),
            "data-upload-purpose": PHOTO_PURPOSE,
            "data-upload-max": LARGEST_PHOTO,
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if "photo" not in self.errors and not data.get("photo") and not data.get("photo_key"):
            self.add_error("photo", _("Pilih fotonya dulu."))
        return data


class BazaarForm(forms.Form):
    title = forms.CharField(
        label=_("Nama acara"),
        max_length=100,
        help_text=_("Misalnya: Bazar Kecamatan Pandaan."),
        error_messages={"required": _("Nama acara belum diisi.")},
    )
    day = IndonesianDateField(label=_("Tanggal"))
    where = forms.CharField(
        label=_("Tempat"),
        max_length=100,
        error_messages={"required": _("Tempatnya belum diisi.")},
    )


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=Answer.choices, required=False)


class GroupsForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas CSV"),
        help_text=_("Dua kolom: kode,kelompok. Urutannya dipakai di halaman Lapak Desa."),
        error_messages={
            "required": _("Pilih berkasnya dulu."),
            "empty": _("Berkas ini kosong. Pilih berkas lain."),
        },
    )


class AppForm(forms.Form):
    title = forms.CharField(
        label=_("Nama aplikasi"),
        max_length=60,
        error_messages={"required": _("Nama aplikasi belum diisi.")},
    )
    hint = forms.CharField(
        label=_("Untuk apa"),
        max_length=120,
        help_text=_("Misalnya: pesan antar makanan."),
        error_messages={"required": _("Tulis untuk apa aplikasi ini.")},
    )
    url = forms.URLField(
        label=_("Alamat"),
        max_length=300,
        assume_scheme="https",
        help_text=_("Diawali https://."),
        error_messages={
            "required": _("Alamatnya belum diisi."),
            "invalid": _("Alamat ini tidak terbaca. Salin dari peramban, lalu tempel di sini."),
        },
    )

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"])
        if not url.startswith("https://"):
            raise forms.ValidationError(_("Alamat harus diawali https://."))
        return url


class ReportForm(forms.Form):
    """Public: no key stands on the page, the same report sent twice is one anyway."""

    why = forms.ChoiceField(
        label=_("Apa yang salah?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih apa yang salah.")},
    )
    words = forms.CharField(
        label=_("Keterangan"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Boleh dikosongkan. Jangan tulis NIK atau nomor HP."),
    )
