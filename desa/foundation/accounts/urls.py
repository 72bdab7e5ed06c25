from django.urls import path

from desa.foundation.accounts.views import doors
from desa.foundation.accounts.views import office as office_views

app_name = "accounts"

public = [
    path("masuk/", doors.sign_in, name="sign_in"),
    path("keluar/", doors.sign_out, name="sign_out"),
    path("tautan/<str:code>/", doors.link, name="link"),
]
office = [
    path("", office_views.me, name="me"),
    path("kata-sandi/", office_views.own_password, name="own_password"),
    path("bahasa/", office_views.choose_language, name="choose_language"),
    path("pejabat/", office_views.officials, name="officials"),
    path("pejabat/<pid:holder_id>/berhenti/", office_views.end, name="end_term"),
    path("pejabat/<pid:holder_id>/kontak/", office_views.contact, name="contact"),
    path("pejabat/<pid:holder_id>/tautan/", office_views.password_link, name="password_link"),
]
