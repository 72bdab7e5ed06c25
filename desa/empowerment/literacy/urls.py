from django.urls import path

from desa.empowerment.literacy.views import public as public_views
from desa.empowerment.literacy.views import resident as resident_views
from desa.empowerment.literacy.views.office import (
    assists,
    cadres,
    cards,
    classes,
    home,
    seats,
    skills,
)

app_name = "literacy"

public = [
    path("", public_views.overview, name="public"),
    path("ya/", public_views.ask_code, name="ask_code"),
    path("ya/<str:code>/", resident_views.confirm, name="confirm"),
    path("latihan/", public_views.practice, name="practice"),
    path("latihan/isi/", resident_views.practice_form, name="practice_form"),
    path("latihan/status/", public_views.practice_status, name="practice_status"),
]
office = [
    path("", home.overview, name="overview"),
    path("mandiri/", home.alone, name="alone"),
    path("bantu/", assists.log, name="log"),
    path("bantu/lembar.pdf", assists.sheet, name="assist_sheet"),
    path("bantu/<pid:assist_id>/", assists.detail, name="assist"),
    path("bantu/<pid:assist_id>/lembar/", assists.on_paper, name="on_paper"),
    path("bantu/<pid:assist_id>/warga/", assists.link, name="follow"),
    path("kelas/baru/", classes.new, name="new_class"),
    path("kelas/<pid:class_id>/", classes.detail, name="class"),
    path("kelas/<pid:class_id>/lembar.pdf", classes.sheet, name="class_sheet"),
    path("kelas/<pid:class_id>/hasil/", classes.marks, name="marks"),
    path("kelas/<pid:class_id>/batal/", classes.cancel, name="cancel_class"),
    path("kelas/<pid:class_id>/peserta/", seats.add, name="add_seat"),
    path("kelas/<pid:class_id>/peserta/warga/", seats.add_person, name="add_person"),
    path("peserta/<pid:participant_id>/setuju/", seats.say_yes, name="agree"),
    path("peserta/<pid:participant_id>/tarik/", seats.take_back, name="withdraw"),
    path("kader/", cadres.overview, name="cadres"),
    path("kader/<pid:cadre_id>/akhiri/", cadres.end, name="end_cadre"),
    path("mampu/", skills.overview, name="skills"),
    path("mampu/<slug:function>/", skills.watch, name="observe"),
    path("kartu/", cards.overview, name="cards"),
    path("kartu/<slug:slug>/", cards.card, name="card"),
    path("kartu/<slug:slug>/kartu.pdf", cards.printed, name="card_sheet"),
]
