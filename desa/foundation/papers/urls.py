from django.urls import path

from desa.foundation.papers.views import public as public_views

app_name = "papers"

# Short, because people type it from paper; without the slash too, as it is printed.
root = [
    path("v/", public_views.check, name="check"),
    path("v", public_views.check, name="check_bare"),
    path("v/<str:code>", public_views.result, name="result"),
]
