from django.urls import path

from desa.transparency.budgets.views import imports
from desa.transparency.budgets.views import office as office_views
from desa.transparency.budgets.views import public as public_views

app_name = "budgets"

public = [
    path("", public_views.index, name="index"),
    path("<int:year>/", public_views.year, name="year"),
    path("<int:year>/<slug:edition>/", public_views.version, name="version"),
    path("<int:year>/<slug:edition>/perubahan/", public_views.changes, name="changes"),
    path("<int:year>/<slug:edition>/kegiatan/<str:code>/", public_views.work, name="work"),
    path("<int:year>/<slug:edition>/rekening/<str:code>/", public_views.akun, name="akun"),
    path("<int:year>/<slug:edition>/berkas/<slug:medium>/", public_views.medium, name="medium"),
    path("<int:year>/<slug:edition>/data/<str:name>", public_views.data, name="data"),
]
office = [
    path("", office_views.overview, name="overview"),
    path("impor/", imports.upload, name="upload"),
    path("impor/<pid:upload_id>/", imports.examined, name="examined"),
    path("impor/<pid:upload_id>/kolom/", imports.columns, name="columns"),
    path("impor/<pid:upload_id>/desa/", imports.own_village, name="own_village"),
    path("impor/<pid:upload_id>/simpan/", imports.take, name="take"),
    path("impor/<pid:upload_id>/buang/", imports.discard, name="discard"),
    path("<pid:version_id>/buang/", imports.throw, name="throw"),
    path("<pid:version_id>/", office_views.prepare, name="prepare"),
    path("<pid:version_id>/keterangan/", office_views.describe, name="describe"),
    path("<pid:version_id>/pelaksana/", office_views.carriers, name="carriers"),
    path("<pid:version_id>/temuan/<pid:finding_id>/", office_views.accept, name="accept"),
    path("<pid:version_id>/terbitkan/", office_views.publish, name="publish"),
    path("<pid:version_id>/ulangi/", office_views.repeat, name="repeat"),
]
