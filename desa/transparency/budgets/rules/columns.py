"""The columns of the open data and what each means to others (Fiscal Data Package columnTypes)."""

from dataclasses import dataclass

COLUMN_TYPES = {
    "budget-line-id": "string",
    "date:fiscal-year": "integer",
    "direction": "string",
    "activity:generic:program:code": "string",
    "activity:generic:program:label": "string",
    "activity:generic:subprogram:code": "string",
    "activity:generic:subprogram:label": "string",
    "activity:generic:project:code": "string",
    "activity:generic:project:label": "string",
    "economic-classification:generic:level1:code": "string",
    "economic-classification:generic:level1:label": "string",
    "economic-classification:generic:level2:code": "string",
    "economic-classification:generic:level2:label": "string",
    "economic-classification:generic:level3:code": "string",
    "economic-classification:generic:level3:label": "string",
    "economic-classification:generic:level4:code": "string",
    "economic-classification:generic:level4:label": "string",
    "fin-source:generic:code": "string",
    "value": "number",
    "value-currency:code": "string",
    "phase:id": "string",
}
"""The part of the taxonomy that is used here, with the type each wants."""


@dataclass(frozen=True)
class Field:
    """`phase` makes it a measure: one amount of that phase of the budget."""

    name: str
    type: str
    column_type: str = ""
    title: str = ""
    phase: str = ""


LINE_FIELDS = (
    Field("id_baris", "string", "budget-line-id", "Nomor baris"),
    Field("tahun", "integer", "date:fiscal-year", "Tahun anggaran"),
    Field("arah", "string", "direction", "Masuk (revenue) atau keluar (expenditure)"),
    Field("bidang_kode", "string", "activity:generic:program:code", "Kode bidang"),
    Field("bidang", "string", "activity:generic:program:label", "Bidang"),
    Field("sub_bidang_kode", "string", "activity:generic:subprogram:code", "Kode sub bidang"),
    Field("sub_bidang", "string", "activity:generic:subprogram:label", "Sub bidang"),
    Field("kegiatan_kode", "string", "activity:generic:project:code", "Kode kegiatan"),
    Field("kegiatan", "string", "activity:generic:project:label", "Kegiatan"),
    Field("akun_kode", "string", "economic-classification:generic:level1:code", "Kode akun"),
    Field("akun", "string", "economic-classification:generic:level1:label", "Akun"),
    Field(
        "kelompok_kode", "string", "economic-classification:generic:level2:code", "Kode kelompok"
    ),
    Field("kelompok", "string", "economic-classification:generic:level2:label", "Kelompok"),
    Field("jenis_kode", "string", "economic-classification:generic:level3:code", "Kode jenis"),
    Field("jenis", "string", "economic-classification:generic:level3:label", "Jenis"),
    Field("objek_kode", "string", "economic-classification:generic:level4:code", "Kode objek"),
    Field("objek", "string", "economic-classification:generic:level4:label", "Objek"),
    Field("sumber_dana", "string", "fin-source:generic:code", "Sumber dana"),
    Field("uraian", "string", title="Uraian"),
    Field("volume", "string", title="Volume, sebagaimana tertulis"),
    Field("satuan", "string", title="Satuan"),
)
WORK_FIELDS = (
    Field("kegiatan_kode", "string", title="Kode kegiatan"),
    Field("kegiatan", "string", title="Kegiatan"),
    Field("anggaran", "number", title="Anggaran (rupiah)"),
    Field("realisasi", "number", title="Realisasi (rupiah); kosong bila belum ada"),
    Field("pelaksana", "string", title="Pelaksana"),
    Field("tim", "string", title="Tim pelaksana"),
    Field("keadaan", "string", title="Keadaan pekerjaan"),
    Field("alasan", "string", title="Alasan belum selesai"),
)
PHASES = {
    "rancangan": "proposed",
    "ditetapkan": "approved",
    "perubahan_penjabaran": "adjusted",
    "perubahan": "adjusted",
    "realisasi": "adjusted",
}
TARGETS = (
    {"name": "jumlah", "type": "number", "columnType": "value", "normalizationTarget": True},
    {"name": "fase", "type": "string", "columnType": "phase:id", "normalizationTarget": True},
    {
        "name": "mata_uang",
        "type": "string",
        "columnType": "value-currency:code",
        "constant": "IDR",
    },
)


def measures(stage: str) -> tuple[Field, ...]:
    return (
        Field("anggaran", "number", title="Anggaran (rupiah)", phase=PHASES[stage]),
        Field("semula", "number", title="Anggaran semula (rupiah)", phase="approved"),
        Field(
            "realisasi",
            "number",
            title="Realisasi (rupiah); kosong bila belum ada, bukan nol",
            phase="executed",
        ),
    )
