from django.urls import path

from desa.services.complaints.views.office import case, desk

app_name = "complaints"

office = [
    path("", desk.overview, name="overview"),
    path("baru/", desk.take, name="take"),
    path("tempel/", desk.paste, name="paste"),
    path("pengaduan.csv", desk.export, name="export"),
    path("<pid:complaint_id>/", case.detail, name="detail"),
    path("<pid:complaint_id>/pelapor/", case.reporter, name="reporter"),
    path("<pid:complaint_id>/langkah/<slug:name>/", case.take_step, name="step"),
    path("<pid:complaint_id>/foto/<pid:photo_id>/", case.photo, name="photo"),
]
