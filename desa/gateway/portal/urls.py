from django.urls import path

from desa.gateway.portal.views import public as public_views
from desa.gateway.portal.views import resident as resident_views
from desa.gateway.portal.views.office import home

app_name = "portal"

root = [
    path("", public_views.home, name="home"),
    path("mulai/", resident_views.setup, name="setup"),
    path("cari/", public_views.find, name="find"),
    path("kantor/", home.home, name="office"),
    path("kantor/cari/", home.search, name="search"),
]
