"""The invented proposals of desa contoh: three for each dusun, eight of them from women's groups. Pure."""

from dataclasses import dataclass

from desa.empowerment.planning.enums import Origin, Verdict

W, P, D, L, M, A, T = (
    Origin.RESIDENTS,
    Origin.WOMEN,
    Origin.DISABILITY,
    Origin.ELDERS,
    Origin.YOUTH,
    Origin.CHILDREN,
    Origin.FARMERS,
)
YES, LATER, ON, NO = Verdict.ACCEPTED, Verdict.POSTPONED, Verdict.FORWARDED, Verdict.REFUSED


@dataclass(frozen=True)
class Wished:
    """`million` rupiah; `code` the kegiatan that paid; `joins`: put under the first wish of that dusun."""

    dusun: str
    title: str
    origin: Origin
    million: int
    verdict: Verdict
    reason: str
    landmark: str = ""
    code: str = ""
    body: str = ""
    joins: str = ""


MUCH = "Nilai musdes tinggi, manfaatnya untuk banyak warga, dan uangnya tersedia."
SHORT = "Baik, tetapi pagu tahun ini sudah habis untuk yang nilainya lebih tinggi. Dibahas lagi tahun depan."
ROAD = "Jalan ini milik kabupaten, jadi bukan kewenangan desa."
SAME = "Digabung dengan usulan serupa."

WISHED = (
    Wished("Winog", "Gorong-gorong di perbatasan Winog dan Rajeg", W, 38, YES, MUCH, "perbatasan Rajeg", "2.3.14"),
    Wished("Winog", "Lampu jalan dekat musala", P, 9, YES, "Murah, gelap, dan sering diminta ibu-ibu.", "dekat musala", "2.3.11"),
    Wished("Winog", "Lapangan voli", M, 60, LATER, SHORT),
    Wished("Rajeg", "Perbaikan gorong-gorong perbatasan Rajeg dan Winog", W, 38, YES, SAME, "perbatasan Winog", joins="Winog"),
    Wished("Rajeg", "Atap balai dusun bocor", L, 18, YES, MUCH),
    Wished("Rajeg", "Pelatihan jahit untuk ibu-ibu", P, 8, YES, "Pesertanya sudah ada dan tempatnya gratis.", code="4.4.03"),
    Wished("Klampok", "Selokan sepanjang gang masuk", W, 46, YES, "Air naik ke rumah tiap hujan.", "gang masuk", "2.3.14"),
    Wished("Klampok", "Wi-Fi di balai dusun", M, 7, LATER, SHORT),
    Wished("Klampok", "Jalan kabupaten berlubang di tikungan", W, 0, ON, ROAD, "tikungan", body="Dinas PU SDA dan Tata Ruang"),
    Wished("Sendi", "Sumur bor untuk 40 rumah", P, 85, YES, "Satu-satunya dusun tanpa air di musim kering."),
    Wished("Sendi", "Posyandu keliling tiap bulan", P, 12, YES, "Jarak ke posyandu terdekat 3 km.", code="2.2.02"),
    Wished("Sendi", "Puskesmas pembantu", L, 0, ON, "Puskesmas urusan kabupaten.", body="Dinas Kesehatan"),
    Wished("Tengger", "Tembok penahan tanah di belakang SD", A, 70, LATER, SHORT, "belakang SD"),
    Wished("Tengger", "Bibit kopi untuk kelompok tani", T, 15, YES, "Lahannya siap dan kelompoknya aktif."),
    Wished("Tengger", "Semen jalan ke rumah pribadi", W, 10, NO, "Jalan di tanah pribadi tidak dikerjakan dengan uang desa."),
    Wished("Kedondong", "Jalan paving gang makam", W, 42, LATER, SHORT, "gang makam"),
    Wished("Kedondong", "Alat musik patrol untuk Karang Taruna", M, 6, YES, "Dipakai bersama semua dusun."),
    Wished("Kedondong", "Ramp dan pegangan di balai dusun", D, 5, YES, "Dua warga berkursi roda tidak bisa ikut rapat."),
    Wished("Kemisik", "Tempat sampah dan gerobak", P, 14, YES, "Sampah dibakar karena tidak ada tempat.", code="2.4.15"),
    Wished("Kemisik", "Pos ronda baru", W, 16, NO, "Pos lama masih kuat; cukup diperbaiki warga dengan kerja bakti."),
    Wished("Kemisik", "Pelatihan memperbaiki HP", M, 9, LATER, SHORT),
    Wished("Sukun", "Jembatan kayu ke sawah", T, 55, YES, "Lapuk dan berbahaya, dilewati 60 petani."),
    Wished("Sukun", "Taman bermain anak", A, 35, LATER, SHORT),
    Wished("Sukun", "Angkutan sekolah", A, 0, ON, "Angkutan umum urusan kabupaten.", body="Dinas Perhubungan"),
    Wished("Jatiroso", "Pengerasan jalan usaha tani", T, 64, LATER, SHORT),
    Wished("Jatiroso", "Kelas internet untuk lansia", L, 4, YES, "Murah dan pengajarnya Karang Taruna."),
    Wished("Jatiroso", "Bantuan modal warung", P, 30, NO, "Desa tidak memberi uang tunai kepada perorangan; ajukan ke KDMP."),
    Wished("Klurahan", "Drainase depan masjid", W, 33, YES, "Banjir tiap Januari.", "depan masjid", "2.3.14"),
    Wished("Klurahan", "Lampu jalan di pertigaan", W, 9, YES, "Dua kecelakaan tahun ini.", "pertigaan", "2.3.11"),
    Wished("Klurahan", "Kolam ikan kelompok pemuda", M, 20, LATER, SHORT),
    Wished("Buluresik", "Pipa air bersih bocor di tiga titik", W, 22, YES, "Air hilang, tagihan naik."),
    Wished("Buluresik", "Kursi roda untuk dipinjam", D, 6, YES, "Dipakai bergantian, disimpan di posyandu."),
    Wished("Buluresik", "Senam lansia tiap minggu", P, 3, YES, "Cukup honor pelatih."),
    Wished("Pandansili", "Air hanya mengalir malam hari", W, 48, LATER, SHORT),
    Wished("Pandansili", "Polisi tidur di jalan provinsi", W, 0, ON, "Jalan provinsi.", body="Dinas PU Bina Marga Jawa Timur"),
    Wished("Pandansili", "Perpustakaan kecil di balai dusun", A, 11, LATER, SHORT),
    Wished("Ngampir", "Bersih sungai dan jaring sampah", M, 13, YES, "Banyak dikeluhkan, alatnya bisa dipakai lagi."),
    Wished("Ngampir", "Rumah produksi jamu ibu-ibu", P, 40, LATER, SHORT),
    Wished("Ngampir", "Tugu selamat datang", W, 25, NO, "Musdes memilih air dan jalan lebih dulu; tugu tidak menambah layanan."),
)  # fmt: skip

RUNNING = (
    ("Winog", "Jalan setapak ke posyandu", P),
    ("Rajeg", "Gorong-gorong tersumbat di batas Klampok", W),
    ("Klampok", "Gorong-gorong tersumbat dekat batas Rajeg", W),
    ("Sendi", "Wi-Fi di pos ronda Sendi", M),
    ("Sukun", "Pegangan tangga balai dusun", D),
    ("Ngampir", "Oven untuk kelompok kue", P),
)
