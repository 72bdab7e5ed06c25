"""The 43 columns of the workbook that villages already exchange (the peer's layout), and our fields.

Every column has a home: nothing that a village once typed is lost on the way in or out.
"""

from dataclasses import dataclass

from desa.foundation.sheets.rules.mapping import Field

SHEET = "Data Penduduk"
CODE_SHEET = "kode data"  # lists the codes; never read as people
END_MARK = "###"


@dataclass(frozen=True)
class Column:
    """`field` is ours; `kind` says how the cell is read; `codes` is the list of a coded one."""

    title: str
    field: str
    kind: str = "text"
    codes: str = ""
    longest: int = 60
    titles: tuple[str, ...] = ()

    @property
    def wanted(self) -> Field:
        return Field(self.title, self.title, self.title in REQUIRED, self.titles)


REQUIRED = frozenset(("nama", "no_kk", "nik", "kk_level", "dusun"))

COLUMNS = (
    Column("alamat", "address", longest=200),
    Column("dusun", "dusun", "dusun", longest=60, titles=("nama dusun",)),
    Column("rw", "rw", "number3"),
    Column("rt", "rt", "number3"),
    Column("nama", "name", "name", longest=100, titles=("nama lengkap", "nama penduduk")),
    Column("no_kk", "no_kk", "kk", titles=("nomor kk", "nomor kartu keluarga")),
    Column("nik", "nik", "nik"),
    Column("sex", "sex", "code", "jenis_kelamin", titles=("jenis kelamin", "kelamin", "jk", "l/p")),
    Column("tempatlahir", "birth_place", longest=100),
    Column("tanggallahir", "birth_date", "past", titles=("tgl lahir",)),
    Column("agama_id", "religion", "code", "agama", titles=("agama",)),
    Column("pendidikan_kk_id", "education", "code", "pendidikan_kk", titles=("pendidikan",)),
    Column("pendidikan_sedang_id", "schooling", "code", "pendidikan_sedang"),
    Column("pekerjaan_id", "occupation", "code", "pekerjaan", titles=("pekerjaan",)),
    Column("status_kawin", "marital_status", "code", "status_kawin", titles=("status perkawinan",)),
    Column("kk_level", "shdk", "code", "shdk", titles=("shdk", "hubungan keluarga")),
    Column("warganegara_id", "citizenship", "code", "warganegara", titles=("kewarganegaraan",)),
    Column("ayah_nik", "father_nik", "other_nik", titles=("nik ayah",)),
    Column("nama_ayah", "father_name", longest=100, titles=("ayah",)),
    Column("ibu_nik", "mother_nik", "other_nik", titles=("nik ibu",)),
    Column("nama_ibu", "mother_name", longest=100, titles=("ibu",)),
    Column("golongan_darah_id", "blood_type", "code", "golongan_darah", titles=("gol darah",)),
    Column("akta_lahir", "birth_certificate"),
    Column("dokumen_pasport", "passport"),
    Column("tanggal_akhir_paspor", "passport_expiry", "date"),
    Column("dokumen_kitas", "kitas"),
    Column("akta_perkawinan", "marriage_certificate"),
    Column("tanggalperkawinan", "marriage_date", "date"),
    Column("akta_perceraian", "divorce_certificate"),
    Column("tanggalperceraian", "divorce_date", "date"),
    Column("cacat_id", "disability", "code", "disabilitas", titles=("disabilitas",)),
    Column("cara_kb_id", "contraception", "code", "cara_kb"),
    Column("hamil", "pregnant", "code", "hamil"),
    Column("ktp_el", "identity_card", "code", "ktp_el"),
    Column("status_rekam", "card_status", "code", "status_rekam_ktp"),
    Column("alamat_sekarang", "present_address", longest=200),
    Column("status_dasar", "status", "code", "status_dasar"),
    Column("suku", "ethnicity"),
    Column("tag_id_card", "card_tag", longest=17),
    Column("id_asuransi", "insurance", "code", "asuransi", titles=("asuransi",)),
    Column("no_asuransi", "insurance_number"),
    Column("lat", "latitude", longest=24),
    Column("lng", "longitude", longest=24),
)

# Changed by an event (a move, a death, a new family card), never by importing a workbook again.
LOCKED = frozenset(("status", "shdk", "no_kk", "address", "dusun", "rw", "rt"))
NOT_OF_THE_PERSON = frozenset(("address", "dusun", "rw", "rt", "no_kk", "shdk"))
TEXT_TITLES = frozenset(
    ("no_kk", "nik", "ayah_nik", "ibu_nik", "rt", "rw", "tag_id_card", "no_asuransi")
)
TITLES = tuple(column.title for column in COLUMNS)
BY_FIELD = {column.field: column for column in COLUMNS}
FIELDS = tuple(column.wanted for column in COLUMNS)
