from django.urls import path

from desa.services.letters.views import public as public_views
from desa.services.letters.views.office import aloud, approval, counter, letter

app_name = "letters"

public = [
    path("", public_views.services, name="services"),
    path("status/", public_views.ask_status, name="ask_status"),
    path("status/<str:code>/", public_views.status, name="status"),
    path("<slug:slug>/", public_views.service, name="service"),
]
office = [
    path("", letter.overview, name="overview"),
    path("warga/<pid:person_id>/", counter.choose, name="choose"),
    path("warga/<pid:person_id>/<slug:slug>/", counter.make, name="make"),
    path("warga/<pid:person_id>/<slug:slug>/pratinjau/", counter.preview_part, name="preview"),
    path("warga/<pid:person_id>/<slug:slug>/bacakan/", aloud.read_typed, name="read_typed"),
    path("setuju/", approval.approvals, name="approvals"),
    path("setuju/pilihan/", approval.approve_many, name="approve_many"),
    path("setuju/selesai/<int:count>/", approval.approved, name="approved"),
    path("setuju/<pid:letter_id>/", approval.read, name="read"),
    path("setuju/<pid:letter_id>/setujui/", approval.approve, name="approve"),
    path("setuju/<pid:letter_id>/tolak/", approval.refuse_one, name="refuse"),
    path("<pid:letter_id>/", letter.detail, name="detail"),
    path("<pid:letter_id>/tiket/", letter.slip, name="slip"),
    path("<pid:letter_id>/surat.pdf", letter.print_file, name="print"),
    path("<pid:letter_id>/bacakan/", aloud.read_aloud, name="read_aloud"),
    path("<pid:letter_id>/berkas/", letter.finish_file, name="finish_file"),
    path("<pid:letter_id>/serahkan/", letter.give, name="give"),
    path("<pid:letter_id>/batalkan/", letter.cancel, name="cancel"),
    path("<pid:letter_id>/cabut/", letter.void, name="void"),
    path("<pid:letter_id>/ganti/", letter.replace, name="replace"),
]
