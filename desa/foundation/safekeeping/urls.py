from django.urls import path

from desa.foundation.safekeeping.views import office as views

office = [
    path("", views.health, name="health"),
    path("cadangkan/", views.back_up, name="back_up"),
]
