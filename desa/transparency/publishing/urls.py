from django.urls import path

from desa.transparency.publishing.views import public as public_views
from desa.transparency.publishing.views import resident as resident_views
from desa.transparency.publishing.views.office import pictures, posts, profile

app_name = "publishing"

public = [
    path("", public_views.index, name="index"),
    path("agenda.ics", public_views.agenda_file, name="agenda_file"),
    path("agenda/lewat/", public_views.past, name="past"),
    path("agenda/<pid:event_id>/", public_views.event, name="event"),
    path("agenda/<pid:event_id>/agenda.ics", public_views.event_file, name="event_file"),
    path("kabar/<pid:notice_id>/", public_views.notice, name="notice"),
    path(
        "kabar/<pid:notice_id>/gambar.jpg", resident_views.picture, {"small": False}, name="picture"
    ),
    path(
        "kabar/<pid:notice_id>/kecil.jpg", resident_views.picture, {"small": True}, name="preview"
    ),
    path("profil/", public_views.profile, name="profile"),
    path("daftar/", public_views.items, name="items"),
    path("minta/", public_views.ask, name="ask"),
]
office = [
    path("", posts.overview, name="overview"),
    path("arsip/", posts.archive, name="archive"),
    path("profil/", profile.profile, name="profile_office"),
    path("profil/<slug:section>/", profile.section, name="section"),
    path("daftar/", profile.items, name="items_office"),
    path("daftar/papan/<pid:note_id>/cabut/", profile.take_down, name="take_down"),
    path("daftar/<str:item>/papan/", profile.board, name="board"),
    path("agenda/<pid:post_id>/batalkan/", posts.cancel, name="cancel"),
    path("kabar/<pid:post_id>/gambar/", pictures.picture, name="picture_office"),
    path("kabar/<pid:post_id>/gambar/cabut/", pictures.drop, name="drop_picture"),
    path("<slug:kind>/baru/", posts.write, name="write"),
    path("<slug:kind>/<pid:post_id>/", posts.detail, name="detail"),
    path("<slug:kind>/<pid:post_id>/ubah/", posts.change, name="change"),
    path("<slug:kind>/<pid:post_id>/tayangkan/", posts.publish, name="publish"),
    path("<slug:kind>/<pid:post_id>/hapus/", posts.remove, name="remove"),
    path("<slug:kind>/<pid:post_id>/kembalikan/", posts.restore, name="restore"),
]
