"""Periksa Surat: what anyone may look up with the code on a paper. Nothing is stored."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.papers.published import readable, verify

wrong_codes = RateLimiter(attempts=10, seconds=5 * 60)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Kode di surat"),
        help_text=_("16 huruf dan angka di bagian bawah surat. Strip dan spasi boleh dilewati."),
        max_length=60,
        error_messages={"required": _("Kode belum diisi. Lihat bagian bawah surat.")},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        try:
            return readable(self.cleaned_data["code"])
        except ValueProblem as problem:
            raise validation_error(problem) from None


@public
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect("papers:result", code=form.cleaned_data["code"])
    status = 422 if form.errors else 200
    return render(request, "papers/public/check.html", {"form": form}, status=status)


@public
@require_safe
def result(request: HttpRequest, code: str) -> HttpResponse:
    """After ten wrong codes in five minutes a client is told nothing, of right codes neither."""
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        text = _("Sudah sepuluh kode yang keliru. Tunggu lima menit, atau tanyakan di kantor desa.")
        return refuse(request, 429, text)
    paper = verify(code)
    if paper is None:
        wrong_codes.count(client)
        return render(request, "papers/public/unknown.html", status=404)
    return render(request, "papers/public/result.html", {"paper": paper})
