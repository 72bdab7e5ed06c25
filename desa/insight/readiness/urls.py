from django.urls import path

from desa.insight.readiness.views import public as public_views

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
