from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Cari warga"),
        help_text=_("Nama, dusun, nomor RT, atau angka NIK dan KK. Misalnya: suwar sendi."),
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Lembar kerja penduduk"),
        help_text=_("Berkas .xlsx, .xls, .ods, atau .csv dengan satu baris untuk setiap warga."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv"}),
    )


class ConfirmForm(forms.Form):
    update = forms.BooleanField(
        label=_("Perbarui juga data warga yang berbeda dengan buku induk"), required=False
    )
