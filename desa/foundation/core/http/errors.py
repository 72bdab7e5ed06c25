"""Error pages: what happened and what to do, never a dead end."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: dict[int, str | Promise] = {
    400: _("Permintaan tidak terbaca"),
    403: _("Halaman ini bukan untuk Anda"),
    404: _("Halaman tidak ditemukan"),
    409: _("Sudah berubah"),
    410: _("Halaman ini sudah ditutup"),
    413: _("Kiriman terlalu besar"),
    429: _("Terlalu sering mencoba"),
    500: _("Ada kesalahan di pihak kami"),
}


def refuse(request: HttpRequest, status: int, message: str | Promise) -> HttpResponse:
    """A page that says why in one sentence, with the way back."""
    context = {"title": TITLES.get(status, TITLES[400]), "message": message, "status": status}
    return render(request, "core/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return _too_large(request)
    return refuse(request, 400, _("Alamat atau isian tidak terbaca. Kembali, lalu coba lagi."))


def _too_large(request: HttpRequest) -> HttpResponse:
    limit = {"megabytes": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 2**20}
    text = _("Berkas paling besar %(megabytes)s MB. Bagi menjadi beberapa berkas, lalu kirim lagi.")
    return refuse(request, 413, text % limit)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(
        request, 403, _("Jabatan Anda tidak membuka halaman ini. Tanyakan kepada Sekretaris Desa.")
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(
        request, 404, _("Alamatnya mungkin salah ketik atau sudah pindah. Mulai dari beranda.")
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return refuse(
        request, 403, _("Halaman terlalu lama terbuka. Muat ulang halaman ini, lalu kirim lagi.")
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return refuse(
        request,
        500,
        _("Isian yang sudah diterima tidak hilang. Coba lagi, atau hubungi kantor desa."),
    )
