from django.urls import path

from desa.empowerment.marketplace.views import public as pages
from desa.empowerment.marketplace.views.office import acting, cards, shelves
from desa.empowerment.marketplace.views.resident import cards as passers
from desa.empowerment.marketplace.views.resident import seller

app_name = "marketplace"

public = [
    path("", pages.overview, name="list"),
    path("penjual/<str:code>/", seller.seller, name="seller"),
    path("<pid:card_id>/", pages.card, name="card"),
    path("<pid:card_id>/pesan/", pages.order, name="order"),
    path("<pid:card_id>/foto.jpg", passers.photo, {"small": False}, name="photo"),
    path("<pid:card_id>/kecil.jpg", passers.photo, {"small": True}, name="preview"),
    path("<pid:card_id>/lapor/", passers.report, name="report"),
    path("<pid:card_id>/lapor/terkirim/", passers.reported, name="reported"),
]
office = [
    path("", cards.overview, name="overview"),
    path("baru/", cards.make, name="make"),
    path("kelompok/", shelves.groups, name="groups"),
    path("kelompok/bawaan/", shelves.ship_groups, name="ship_groups"),
    path("kelompok.csv", shelves.groups_file, name="groups_file"),
    path("aplikasi/", shelves.apps, name="apps"),
    path("aplikasi/<pid:app_id>/hapus/", shelves.drop_app, name="drop_app"),
    path("laporan/", acting.reports, name="reports"),
    path("laporan/<pid:report_id>/", acting.close, name="close_report"),
    path("bazar/", shelves.bazaars, name="bazaars"),
    path("bazar/baru/", shelves.new_bazaar, name="new_bazaar"),
    path("bazar/<pid:bazaar_id>/", shelves.bazaar, name="bazaar"),
    path("bazar/<pid:bazaar_id>/undangan.csv", shelves.bazaar_file, name="bazaar_file"),
    path("bazar/<pid:bazaar_id>/undang/<pid:card_id>/", shelves.ask, name="invite"),
    path(
        "bazar/<pid:bazaar_id>/jawab/<pid:invitation_id>/", shelves.answered, name="invite_answer"
    ),
    path("<pid:card_id>/", cards.detail, name="detail"),
    path("<pid:card_id>/ubah/", cards.change, name="change"),
    path("<pid:card_id>/gambar/", cards.picture, name="picture"),
    path("<pid:card_id>/foto/", cards.add_photo, name="add_photo"),
    path("<pid:card_id>/foto/copot/", cards.remove_photo, name="remove_photo"),
    path("<pid:card_id>/tautan/", acting.send_link, name="send_link"),
    path("<pid:card_id>/terkirim/<pid:notice_id>/", acting.sent, name="sent"),
    path("<pid:card_id>/langkah/<slug:name>/", acting.step, name="step"),
]
