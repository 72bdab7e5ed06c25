from django.urls import path

from desa.infrastructure.connectivity.views import resident as doors

app_name = "connectivity"

public = [
    path("pemantau/", doors.take, name="post"),
]
