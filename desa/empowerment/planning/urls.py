from django.urls import path

from desa.empowerment.planning.views import public as pages
from desa.empowerment.planning.views import resident as people
from desa.empowerment.planning.views.office import case, desk, musdes, papers

app_name = "planning"

public = [
    path("", pages.overview, name="list"),
    path("kirim/", people.propose, name="propose"),
    path("status/", pages.ask_status, name="ask_status"),
    path("status/<str:code>/", people.status, name="status"),
    path("status/<str:code>/foto/", people.send_photo, name="send_photo"),
    path("<int:year>/", pages.result, name="result"),
    path("<int:year>/<int:number>/", pages.proposal, name="proposal"),
    path("<int:year>/<int:number>/foto/<pid:photo_id>/", pages.photo, name="public_photo"),
]
office = [
    path("", desk.overview, name="overview"),
    path("tahapan/", desk.set_round, name="round"),
    path("baru/", desk.take, name="take"),
    path("musdus/", desk.meeting, name="meeting"),
    path("musdus/lembar.pdf", papers.empty_sheet, name="empty_sheet"),
    path("nilai/", musdes.scores, name="scores"),
    path("pilihan/", musdes.ballots, name="ballots"),
    path("pilihan/lembar.pdf", papers.ballot_sheets, name="ballot_sheets"),
    path("pilihan/hitung/", musdes.count, name="count"),
    path("pilihan/usulan.pb", musdes.advice_file, name="pabulib"),
    path("putusan/", musdes.publish, name="publish"),
    path("jawaban-rt.pdf", papers.answers, name="answers"),
    path("<pid:proposal_id>/", case.detail, name="detail"),
    path("<pid:proposal_id>/tampilkan/", case.show, name="show"),
    path("<pid:proposal_id>/pengusul/", case.proposer, name="proposer"),
    path("<pid:proposal_id>/langkah/<slug:name>/", case.take_step, name="step"),
    path("<pid:proposal_id>/foto/<pid:photo_id>/", case.photo, name="photo"),
    path("<pid:proposal_id>/foto/<pid:photo_id>/umum/", case.show_photo, name="show_photo"),
]
