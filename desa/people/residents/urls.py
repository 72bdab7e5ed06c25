from django.urls import path

from desa.people.residents.views import imports
from desa.people.residents.views import office as people

app_name = "residents"

office = [
    path("", people.search, name="search"),
    path("<pid:person_id>/", people.person, name="person"),
    path("<pid:person_id>/nomor/", people.numbers, name="numbers"),
    path("kk/<pid:family_id>/", people.family, name="family"),
    path("impor/", imports.upload, name="upload"),
    path("impor/<pid:batch_id>/", imports.batch, name="batch"),
    path("impor/<pid:batch_id>/simpan/", imports.confirm, name="confirm"),
    path("impor/<pid:batch_id>/batal/", imports.undo, name="undo"),
    path("impor/<pid:batch_id>/ditolak/", imports.rejected, name="rejected"),
    path("ekspor/", imports.export, name="export"),
]
