"""What the office types about points, walks, speeds, repairs, maps and plans."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import ClockField, IndonesianDateField, RupiahField
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.queries import kept_assets
from desa.infrastructure.connectivity.enums import SpeedSource
from desa.infrastructure.connectivity.exceptions import GeojsonRefused
from desa.infrastructure.connectivity.fields import LATITUDE, LONGITUDE, DegreesFormField
from desa.infrastructure.connectivity.models import CandidateSite, Outage, Point, Probe
from desa.infrastructure.connectivity.rules.geojson import MapFile, read_map
from desa.infrastructure.connectivity.rules.walks import Place, UnclearWalk, read_walk

LONGEST_WALK = 4000


def _offer(form: forms.BaseForm, **rows: Any) -> None:
    """Rows of the village that is open now: this class may have been made in another one's request."""
    hamlets = Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True).order_by("name")
    for name, found in {"hamlet": hamlets, **rows}.items():
        field: Any = form.fields[name]
        field.queryset = found


class PointForm(forms.ModelForm):  # type: ignore[type-arg]
    in_service_from = IndonesianDateField(label=_("Dipakai sejak"))
    contract_until = IndonesianDateField(label=_("Kontrak sampai"), required=False)

    class Meta:
        model = Point
        fields = [
            "name",
            "hamlet",
            "place",
            "latitude",
            "longitude",
            "in_service_from",
            "ssid",
            "sign_in",
            "password",
            "provider",
            "contract_number",
            "contract_until",
            "reseller_papers",
            "legal_basis",
            "yearly_cost",
            "asset",
            "probe",
            "address",
        ]
        help_texts = {
            "latitude": _("Derajat, misalnya -7,654321. Kosongkan bila belum diukur."),
            "longitude": _("Derajat, misalnya 112,712345."),
            "reseller_papers": _(
                "Nomor surat dari penyedia. Tanpa ini menjual voucher melanggar hukum."
            ),
            "legal_basis": _("Perdes atau keputusan BUM Desa untuk menjual voucher."),
            "address": _("Alamat alat, misalnya 192.168.10.1 atau 192.168.10.1:80."),
            "password": _("Tercetak di poster, jadi jangan pakai sandi pengelola alat."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, probe=Probe.objects.order_by("name"), asset=kept_assets().order_by("code"))

    def clean_contract_until(self) -> date | None:
        return self.cleaned_data["contract_until"] or None


class WalkForm(forms.Form):
    walked_on = IndonesianDateField(label=_("Tanggal jalan"))
    places = forms.CharField(
        label=_("Meter dan kuat sinyal, satu tempat tiap baris"),
        help_text=_(
            "Paling sedikit empat tempat, makin jauh. Contoh: 20 -48. Bila tidak terlihat: 120 tidak ada."
        ),
        max_length=LONGEST_WALK,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_places(self) -> tuple[Place, ...]:
        try:
            return read_walk(self.cleaned_data["places"])
        except UnclearWalk as problem:
            text = _("Baris ini tidak terbaca: “%(line)s”. Tulis meter lalu dBm, misalnya 80 -65.")
            raise ValidationError(text % {"line": problem.line[:40]}) from None


class SpeedForm(forms.Form):
    day = IndonesianDateField(label=_("Tanggal"))
    hour = ClockField(label=_("Jam"))
    down = forms.FloatField(
        label=_("Unduh, Mbit/detik"), min_value=0, max_value=10_000, localize=False
    )
    up = forms.FloatField(
        label=_("Unggah, Mbit/detik"), min_value=0, max_value=10_000, required=False
    )
    latency = forms.IntegerField(label=_("Jeda (ping), milidetik"), min_value=0, max_value=60_000)
    source = forms.ChoiceField(label=_("Diukur oleh"), choices=SpeedSource.choices)

    def facts(self) -> dict[str, Any]:
        """For keep_speed(); the hour is the village's own."""
        data, zone = self.cleaned_data, ZoneInfo(current_village().timezone)
        up = data.get("up")
        figures: dict[str, int | None] = {
            "down_tenths": round(data["down"] * 10),
            "up_tenths": None if up is None else round(up * 10),
            "latency": data["latency"],
        }
        at = datetime.combine(data["day"], data["hour"], zone)
        return {"at": at, "source": data["source"], "figures": figures}


class RepairForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Outage
        fields = ["cause", "work", "worker", "cost"]


class ProbeForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Probe
        fields = ["name", "place"]


class MapForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas GeoJSON"),
        help_text=_(
            "Garis dusun (Polygon) dan titik tengah RT (Point dengan dusun dan rt). WGS 84."
        ),
    )

    def clean_file(self) -> MapFile:
        try:
            return read_map(self.cleaned_data["file"].read())
        except GeojsonRefused as problem:
            raise ValidationError(str(problem.message)) from None


class RtForm(forms.Form):
    latitude = DegreesFormField(label=_("Lintang"), validators=LATITUDE)
    longitude = DegreesFormField(label=_("Bujur"), validators=LONGITUDE)


class SiteForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = CandidateSite
        fields = [
            "name",
            "hamlet",
            "latitude",
            "longitude",
            "radius",
            "walked",
            "cost",
            "upkeep",
            "uplink",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = CandidateSite.objects.exclude(pk=self.instance.pk).order_by("name")
        _offer(self, uplink=others)


class PlanForm(forms.Form):
    budget = RupiahField(label=_("Dana untuk memasang"))
    upkeep = RupiahField(label=_("Dana setahun untuk merawat"))
    floor_percent = forms.IntegerField(
        label=_("Tiap dusun paling sedikit terjangkau, persen"),
        min_value=0,
        max_value=100,
        initial=0,
        help_text=_("0 berarti tanpa syarat. Dusun yang paling tertinggal tetap didahulukan."),
    )


class ShowPlanForm(forms.Form):
    note = forms.CharField(
        label=_("Keterangan untuk warga"),
        max_length=200,
        required=False,
        help_text=_("Misalnya: diusulkan ke Musrenbangdes Maret 2027."),
    )
