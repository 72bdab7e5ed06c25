"""One picture for a notice: sent, looked at, taken off again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.files.exceptions import PhotoRefused
from desa.transparency.publishing.actions.pictures import drop_picture, give_picture
from desa.transparency.publishing.forms import PictureForm
from desa.transparency.publishing.models import Notice
from desa.transparency.publishing.views.office.pages import WRITE, page


@WRITE
@require_http_methods(["GET", "POST"])
def picture(request: HttpRequest, post_id: int) -> HttpResponse:
    notice = get_object_or_404(Notice, pk=post_id)
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content, words = form.cleaned_data["picture"].read(), form.cleaned_data["words"]
        try:
            give_picture(by=official(request), notice=notice, content=content, words=words)
        except PhotoRefused as problem:
            form.add_error("picture", str(problem))
        else:
            return redirect("publishing:detail", "kabar", notice.pk)
    return page(request, "publishing/office/picture.html", form=form, post=notice)


@WRITE
@require_POST
def drop(request: HttpRequest, post_id: int) -> HttpResponse:
    drop_picture(by=official(request), notice=get_object_or_404(Notice, pk=post_id))
    return redirect("publishing:detail", "kabar", post_id)
