from django.urls import path

from desa.infrastructure.connectivity.views import public as pages
from desa.infrastructure.connectivity.views import resident as doors
from desa.infrastructure.connectivity.views.office import maps, papers, plans, points, probes

app_name = "connectivity"

public = [
    path("", pages.overview, name="wifi"),
    path("rencana/", pages.plan, name="plan"),
    path("pemantau/", doors.take, name="post"),
    path("lapor/", doors.report, name="report"),
    path("lapor/<pid:point_id>/", doors.report, name="report_point"),
    path("lapor/<pid:point_id>/terkirim/", pages.thanks, name="thanks"),
]
office = [
    path("", points.overview, name="overview"),
    path("titik/", points.edit, name="add_point"),
    path("titik/<pid:point_id>/", points.detail, name="point"),
    path("titik/<pid:point_id>/ubah/", points.edit, name="edit_point"),
    path("titik/<pid:point_id>/lepas/", points.remove, name="remove_point"),
    path("titik/<pid:point_id>/jalan/", points.walk, name="walk"),
    path("titik/<pid:point_id>/kecepatan/", points.speed, name="speed"),
    path("titik/<pid:point_id>/poster/", papers.poster, name="poster"),
    path("gangguan/<pid:outage_id>/", points.repair, name="repair"),
    path("gangguan/<pid:outage_id>/perintah/", points.order, name="order"),
    path("pemantau/", probes.overview, name="probes"),
    path("pemantau/pemantau.py", probes.download, name="agent"),
    path("pemantau/<pid:probe_id>/token/", probes.token, name="token"),
    path("pemantau/<pid:probe_id>/lepas/", probes.remove, name="remove_probe"),
    path("peta/", maps.overview, name="map"),
    path("peta/rt/<pid:area_id>/", maps.place, name="place_rt"),
    path("rencana/", plans.overview, name="plans"),
    path("rencana/calon/", plans.edit_site, name="add_site"),
    path("rencana/calon/<pid:site_id>/", plans.edit_site, name="edit_site"),
    path("rencana/calon/<pid:site_id>/hapus/", plans.remove_site, name="remove_site"),
    path("rencana/<pid:plan_id>/", plans.answer, name="office_plan"),
]
