from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.connectivity.enums import PlanState
from desa.infrastructure.connectivity.models import SitePlan
from desa.infrastructure.connectivity.rules.covering import Binding

SENTENCES = {
    "connectivity.probe.added": gettext_lazy("Pemantau %(name)s dicatat"),
    "connectivity.probe.renewed": gettext_lazy("Token pemantau %(name)s diganti"),
    "connectivity.probe.removed": gettext_lazy("Pemantau %(name)s dihapus"),
    "connectivity.outage.began": gettext_lazy("%(point)s mati"),
    "connectivity.outage.seen_as": gettext_lazy("Gangguan %(point)s dibaca ulang"),
    "connectivity.outage.ended": gettext_lazy("%(point)s nyala kembali"),
    "connectivity.outage.lost": gettext_lazy("%(point)s diam seminggu: tidak diketahui"),
    "connectivity.outage.described": gettext_lazy("Perbaikan %(point)s dicatat, biaya %(cost)s"),
    "connectivity.outage.ordered": gettext_lazy("Perintah kerja dibuat untuk %(point)s"),
    "connectivity.point.added": gettext_lazy("Titik Wi-Fi %(name)s dicatat"),
    "connectivity.point.changed": gettext_lazy("Titik Wi-Fi %(name)s diubah"),
    "connectivity.point.removed": gettext_lazy("Titik Wi-Fi %(name)s dilepas"),
    "connectivity.point.walked": gettext_lazy("Jangkauan %(name)s diuji jalan: %(radius)s meter"),
    "connectivity.point.speed": gettext_lazy("Kecepatan %(name)s diukur"),
    "connectivity.point.reported": gettext_lazy("Warga melapor Wi-Fi %(name)s mati"),
    "connectivity.map.taken": gettext_lazy("Peta diunggah: %(shapes)s garis, %(places)s RT"),
    "connectivity.rt.placed": gettext_lazy("Letak RT %(rt)s dicatat"),
    "connectivity.site.added": gettext_lazy("Calon titik %(name)s dicatat"),
    "connectivity.site.changed": gettext_lazy("Calon titik %(name)s diubah"),
    "connectivity.site.removed": gettext_lazy("Calon titik %(name)s dihapus"),
    "connectivity.plan.asked": gettext_lazy("Rencana titik baru dihitung"),
    "connectivity.plan.answered": gettext_lazy("Rencana titik baru selesai dihitung"),
    "connectivity.plan.shown": gettext_lazy("Rencana titik baru ditampilkan kepada warga"),
    "connectivity.plan.hidden": gettext_lazy("Rencana titik baru disembunyikan"),
}
BINDING: dict[str, Promise] = {
    Binding.BUILDING: gettext_lazy(
        "Yang membatasi: dana memasang. Titik berikutnya tidak terbeli."
    ),
    Binding.UPKEEP: gettext_lazy(
        "Yang membatasi: dana merawat setahun. Titik yang tidak dirawat akan mati lagi."
    ),
    Binding.BOTH: gettext_lazy("Yang membatasi: dana memasang dan dana merawat, dua-duanya."),
    Binding.REACH: gettext_lazy(
        "Bukan uang yang membatasi: tidak ada calon titik lain yang menjangkau warga baru."
    ),
}

NOTHING = Rupiah(0)


@dataclass(frozen=True)
class SiteLine:
    name: str
    dusun: str
    people: int
    cost: Rupiah
    upkeep: Rupiah
    walked: bool


@dataclass(frozen=True)
class Answer:
    """A plan's answer in words and amounts; `problem` when there is none."""

    sites: tuple[SiteLine, ...] = ()
    cost: Rupiah = NOTHING
    upkeep: Rupiah = NOTHING
    added: int = 0
    people: int = 0
    shares: tuple[tuple[str, int, int], ...] = ()
    binding: str = ""
    robust: tuple[str, ...] = ()
    gap: int = 0
    problem: str = ""


def answer_of(plan: SitePlan) -> Answer | None:
    """None while it is being calculated."""
    data = plan.answer
    if plan.state == PlanState.OUT_OF_REACH:
        return Answer(problem=_refusal(plan, data["dusun"], data["best"]))
    if plan.state != PlanState.DONE:
        return None
    return Answer(
        sites=tuple(
            SiteLine(
                each["name"],
                each["dusun"],
                each["people"],
                Rupiah(each["cost"]),
                Rupiah(each["upkeep"]),
                each["walked"],
            )
            for each in data["sites"]
        ),
        cost=Rupiah(data["cost"]),
        upkeep=Rupiah(data["upkeep"]),
        added=data["added"],
        people=data["people"],
        shares=tuple((dusun, now, then) for dusun, now, then in data["shares"]),
        binding=str(BINDING[data["binding"]]),
        robust=tuple(_robust(each) for each in data["robust"]),
        gap=data["gap"],
    )


def _refusal(plan: SitePlan, dusun: list[str], best: int) -> str:
    """`best`: what the worst dusun can get at most, in tenths of a per cent."""
    facts = {"floor": plan.floor_percent, "best": best // 10, "dusun": ", ".join(dusun)}
    if dusun:
        return (
            _(
                "Semua calon titik bersama-sama belum bisa menjangkau %(floor)s %% warga di: %(dusun)s. "
                "Tambah calon titik di sana, atau lengkapi letak RT-nya."
            )
            % facts
        )
    return (
        _(
            "Dana ini belum cukup agar tiap dusun terjangkau %(floor)s %%. Paling tinggi %(best)s %%. "
            "Tambah dananya, atau turunkan syaratnya."
        )
        % facts
    )


def _robust(data: dict[str, int | bool]) -> str:
    facts = {"percent": data["percent"], "added": data["added"]}
    if data["same"]:
        return (
            _("Bila jangkauan %(percent)s %% dari perkiraan: pilihan sama, %(added)s warga baru.")
            % facts
        )
    return (
        _(
            "Bila jangkauan %(percent)s %% dari perkiraan: %(added)s warga baru, dan pilihan lain lebih baik. "
            "Uji jalan dulu."
        )
        % facts
    )
