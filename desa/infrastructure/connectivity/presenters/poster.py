"""The words of a poster: always Indonesian, as it hangs in the village."""

from desa.infrastructure.connectivity.enums import SignIn
from desa.infrastructure.connectivity.models import Point

SAFE = (
    "Aman memakai Wi-Fi umum",
    "Jangan membuka bank.",
    "Jangan memberi kode OTP kepada siapa pun.",
    "Jangan memasang aplikasi dari tautan.",
)

FOOT = "Gratis untuk warga. Ada gangguan? Pindai QR, atau beri tahu kantor desa."
FOOT_VOUCHER = "Ada gangguan? Pindai QR, atau beri tahu kantor desa."


def poster_values(point: Point, village: str, *, mark: str) -> dict[str, object]:
    return {
        "title": "Wi-Fi Desa",
        "point": point.name,
        "hamlet": f"Dusun {point.hamlet.name}",
        "village": village,
        "steps": _steps(point),
        "safe": SAFE,
        "off": "Wi-Fi mati? Pindai",
        "foot": FOOT_VOUCHER if point.sign_in == SignIn.VOUCHER else FOOT,
        "mark": mark,
    }


def _steps(point: Point) -> list[tuple[str, str]]:
    steps = [("Nama jaringan", point.ssid or "Wi-Fi Desa")]
    if point.sign_in == SignIn.PASSWORD and point.password:
        steps.append(("Sandi", point.password))
    elif point.sign_in == SignIn.VOUCHER:
        steps.append(("Cara masuk", "Pakai voucher"))
        steps.append(("Izin jual kembali", point.reseller_papers))
    else:
        steps.append(("Sandi", "Tanpa sandi"))
    return steps
