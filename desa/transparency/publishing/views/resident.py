"""Pictures of notices: bytes of a stored file, which no published value can hold."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from desa.foundation.core.http.access import public
from desa.foundation.files.exceptions import StoredFileError
from desa.foundation.files.queries import read_content
from desa.foundation.files.rules import MEDIA_TYPE
from desa.transparency.publishing.queries import running_notices


@public
@require_safe
def picture(request: HttpRequest, notice_id: int, *, small: bool) -> HttpResponse:
    """Only while the notice stands on the pages."""
    notice = running_notices().select_related("picture", "preview").filter(pk=notice_id).first()
    file = (notice.preview if small else notice.picture) if notice else None
    if file is None:
        raise Http404
    try:
        content = read_content(file)
    except StoredFileError:
        raise Http404 from None
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Cache-Control"] = "public, max-age=300"
    return response
