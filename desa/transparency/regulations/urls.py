from django.urls import path

from desa.transparency.regulations.views import office as office_views
from desa.transparency.regulations.views import public as public_views
from desa.transparency.regulations.views import work

app_name = "regulations"

public = [
    path("", public_views.shelf, name="shelf"),
    path("jdihn.json", public_views.feed, name="feed"),
    path("peta/", public_views.picture, name="picture"),
    path("<pid:regulation_id>/", public_views.page, name="page"),
    path("<pid:regulation_id>/berkas.pdf", public_views.file, name="file"),
]
office = [
    path("", office_views.overview, name="overview"),
    path("kurang/", office_views.missing, name="missing"),
    path("kurang/<slug:slug>/", office_views.draft, name="draft"),
    path("kurang/<slug:slug>/naskah.txt", office_views.draft_file, name="draft_file"),
    path("habis/", office_views.expiring, name="expiring"),
    path("baru/", work.new, name="new"),
    path("<pid:regulation_id>/", office_views.detail, name="detail"),
    path("<pid:regulation_id>/berkas.pdf", office_views.file, name="office_file"),
    path("<pid:regulation_id>/perbaiki/", work.correct, name="correct"),
    path("<pid:regulation_id>/cabut/", work.revoke, name="revoke"),
    path("<pid:regulation_id>/batal-cabut/", work.unrevoke, name="unrevoke"),
    path("<pid:regulation_id>/hapus/", work.remove, name="remove"),
    path("<pid:regulation_id>/kembalikan/", work.bring_back, name="bring_back"),
]
