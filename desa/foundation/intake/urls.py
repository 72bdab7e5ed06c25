from django.urls import path, register_converter

from desa.foundation.intake.views import office as drafts
from desa.foundation.intake.views import resident as uploads

app_name = "intake"


class FormName:
    """`room.form`, as rooms name their forms in code."""

    regex = r"[a-z_]{1,40}\.[a-z_]{1,39}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormName, "formname")
public = [
    path("unggah/", uploads.begin, name="begin"),
    path("unggah/<str:key>/", uploads.parts, name="parts"),
]
office = [
    path("<formname:form>/<pid:subject_id>/", drafts.autosave, name="autosave"),
    path("<formname:form>/<pid:subject_id>/buang/", drafts.discard, name="discard"),
]
