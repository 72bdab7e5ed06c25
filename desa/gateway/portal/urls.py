from django.urls import path

from desa.gateway.portal.views import first_run
from desa.gateway.portal.views import public as public_views
from desa.gateway.portal.views.office import (
    calendar,
    history,
    home,
    measures,
    papers,
    settings,
    standards,
)

app_name = "portal"

root = [
    path("", public_views.home, name="home"),
    path("mulai/", first_run.setup, name="setup"),
    path("cari/", public_views.find, name="find"),
    path("kantor/", home.home, name="office"),
    path("kantor/cari/", home.search, name="search"),
    path("kantor/riwayat/", history.history, name="history"),
    path("kantor/ukuran/", measures.measures, name="measures"),
    path("kantor/ukuran/<str:name>/", measures.measure, name="measure"),
    path("kantor/ukuran/<str:name>/bukti.csv", measures.evidence_file, name="measure_file"),
    path("kantor/pengaturan/", settings.index, name="settings"),
    path("kantor/pengaturan/desa/", settings.identity, name="identity"),
    path("kantor/pengaturan/fitur/", settings.rooms, name="rooms"),
    path("kantor/pengaturan/kertas/", papers.paper, name="paper"),
    path("kantor/pengaturan/kertas/contoh.png", papers.sample, name="paper_sample"),
    path("kantor/pengaturan/nomor/", papers.register, name="register"),
    path("kantor/pengaturan/jam/", calendar.hours, name="hours"),
    path("kantor/pengaturan/jam/hapus/", calendar.drop, name="drop_hours"),
    path("kantor/pengaturan/libur/", calendar.holidays, name="holidays"),
    path("kantor/pengaturan/libur/<int:year>/", calendar.holidays, name="holidays_of"),
    path("kantor/pengaturan/libur/<int:year>/usulan/", calendar.propose, name="propose_holidays"),
    path("kantor/pengaturan/libur/<pid:holiday_id>/hapus/", calendar.remove, name="remove_holiday"),
    path("kantor/pengaturan/standar/", standards.standards, name="standards"),
    path("kantor/pengaturan/standar/<slug:service>/", standards.standard, name="standard"),
]
