from django.urls import path

from desa.people.questions.views import office as office_views
from desa.people.questions.views import public as public_views
from desa.people.questions.views import resident as resident_views

app_name = "questions"

public = [
    path("", public_views.questions, name="questions"),
    path("status/", public_views.ask_status, name="ask_status"),
    path("status/<str:code>/", resident_views.status, name="status"),
    path("baca/<pid:question_id>/", public_views.question, name="question"),
    path("<slug:kind>/<str:key>/", resident_views.ask, name="ask"),
]
office = [
    path("", office_views.overview, name="overview"),
    path("loket/", office_views.find_figure, name="find"),
    path("loket/<slug:kind>/<str:key>/", office_views.take, name="take"),
    path("<pid:question_id>/", office_views.detail, name="detail"),
    path("<pid:question_id>/jawab/", office_views.give_answer, name="answer"),
    path("<pid:question_id>/tampilkan/", office_views.show, name="show"),
    path("<pid:question_id>/tutup/", office_views.close, name="close"),
]
