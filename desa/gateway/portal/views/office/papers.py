"""Paper, letterhead and numbers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.papers.queries import default_size, preview_png
from desa.foundation.tenancy.scope import current_village
from desa.gateway.portal.forms.papers import PaperForm, RegisterForm, next_policy
from desa.gateway.portal.queries import next_number, sample_document
from desa.gateway.portal.views.office.pages import SETTINGS, page, saved


@SETTINGS
@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest) -> HttpResponse:
    """The button Lihat contoh shows the number of what is typed, and stores nothing."""
    form = PaperForm(request.POST or None, request.FILES or None, instance=next_policy())
    wants_to_save = request.method == "POST" and "contoh" not in request.POST
    if wants_to_save and form.is_valid() and form.decide(official(request)):
        return saved("portal:paper")
    width, height = default_size().millimetres
    sheet = {"width": width * 4, "height": height * 4}
    return page(request, "portal/office/paper.html", form, example=form.example(), sheet=sheet)


@SETTINGS
@require_GET
def sample(request: HttpRequest) -> HttpResponse:
    """A letter to nobody, on the paper as it is decided now."""
    picture = preview_png(sample_document(), default_size())[0]
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": "no-store"})


@SETTINGS
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    year = clock.today(current_village()).year
    form = RegisterForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.start(official(request), year):
        return saved("portal:register")
    return page(
        request, "portal/office/register.html", form, year=year, next_number=next_number(year)
    )
