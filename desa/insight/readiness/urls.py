from django.urls import path

from desa.insight.readiness.views import public as public_views
from desa.insight.readiness.views.office import assessing, progress

app_name = "readiness"

public = [
    path("", public_views.rapor, name="rapor"),
    path("cara-hitung/", public_views.method, name="method"),
    path("studi/", public_views.study, name="study"),
    path("angka/<slug:code>/", public_views.sub, name="sub"),
    path("angka/<slug:code>/baris/", public_views.rows, name="rows"),
    path("angka/<slug:code>/baris.csv", public_views.rows_csv, name="rows_csv"),
    path("<slug:code>/", public_views.indicator, name="indicator"),
]

office = [
    path("", progress.progress, name="progress"),
    path("tindakan/<slug:code>/terima/", progress.accept, name="accept"),
    path("tindakan/<slug:code>/batalkan/", progress.call_off, name="call_off"),
    path("tindakan/berjalan/<int:action_id>/", progress.end, name="end"),
    path("penilaian/", assessing.overview, name="assessment"),
    path("penilaian/tandatangan/", assessing.sign, name="sign"),
    path("penilaian/bukti/<int:answer_id>/", assessing.proof, name="proof"),
    path("penilaian/butir/<slug:item>/", assessing.answer, name="answer"),
    path("penilaian/<slug:code>/", assessing.indicator, name="assess"),
]
