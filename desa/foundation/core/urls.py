from django.urls import path

from desa.foundation.core import views

root = [
    path("tampilan/", views.display_settings, name="display"),
    path("galeri/", views.gallery, name="gallery"),
    path("galeri/kantor/", views.gallery_office, name="gallery_office"),
]
