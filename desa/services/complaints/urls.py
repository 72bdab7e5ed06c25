from django.urls import path, register_converter

from desa.services.complaints.views import public as pages
from desa.services.complaints.views.office import case, desk, photos
from desa.services.complaints.views.resident import answers, filing, story

app_name = "complaints"


class CaseNumber:
    """PGD-2026-0007, as it stands on the page; of another series is answered like one that is not there."""

    regex = r"PG[A-Z]-\d{4}-\d{4,9}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CaseNumber, "casenumber")
public = [
    path("", pages.overview, name="list"),
    path("lapor/", filing.start, name="start"),
    path("lapor/<str:key>/cerita/", story.story, name="story"),
    path("lapor/<str:key>/periksa/", filing.review, name="review"),
    path("lapor/<str:key>/foto/<int:place>/", story.preview, name="draft_photo"),
    path("lapor/<str:key>/<slug:name>/", filing.step, name="question"),
    path("status/", pages.ask_status, name="ask_status"),
    path("status/<str:code>/", pages.status, name="status"),
    path("status/<str:code>/terkirim/", pages.filed, name="filed"),
    path("status/<str:code>/jawab/", answers.answer, name="answer"),
    path("status/<str:code>/tambah/", answers.inform, name="inform"),
    path("<casenumber:number>/", pages.case, name="case"),
    path("<casenumber:number>/foto/<int:place>/", answers.photo, name="public_photo"),
]
office = [
    path("", desk.overview, name="overview"),
    path("baru/", desk.take, name="take"),
    path("tempel/", desk.paste, name="paste"),
    path("pengaduan.csv", desk.export, name="export"),
    path("<pid:complaint_id>/", case.detail, name="detail"),
    path("<pid:complaint_id>/pelapor/", case.reporter, name="reporter"),
    path("<pid:complaint_id>/langkah/<slug:name>/", case.take_step, name="step"),
    path("<pid:complaint_id>/foto/", photos.add, name="add_photo"),
    path("<pid:complaint_id>/foto/<pid:photo_id>/", case.photo, name="photo"),
    path("<pid:complaint_id>/foto/<pid:photo_id>/umum/", photos.decide, name="decide_photo"),
]
