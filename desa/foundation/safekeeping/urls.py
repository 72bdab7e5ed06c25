from django.urls import path

from desa.foundation.safekeeping.views import office as views

office = [path("", views.health, name="health")]
