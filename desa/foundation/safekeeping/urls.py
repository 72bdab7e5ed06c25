from django.urls import path

from desa.foundation.safekeeping.views import office as views

office = [
    path("", views.health, name="health"),
    path("tugas/<pid:job_id>/ulangi/", views.try_again, name="try_again"),
    path("cadangkan/", views.back_up, name="back_up"),
]
