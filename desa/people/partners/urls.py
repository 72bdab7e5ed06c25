from django.urls import path

from desa.people.partners.views import public as public_views
from desa.people.partners.views import resident as resident_views
from desa.people.partners.views.office import activities, meetings, papers, partners

app_name = "partners"

public = [
    path("", public_views.partners, name="partners"),
    path("musyawarah/", public_views.meetings, name="meetings"),
    path("musyawarah/<pid:meeting_id>/", public_views.meeting, name="meeting"),
    path("foto/<pid:photo_id>.jpg", public_views.photo, name="photo"),
    path("konfirmasi/<str:code>/", resident_views.confirm, name="confirm"),
    path("hadir/<str:code>/", resident_views.check_in, name="check_in"),
    path("<pid:partner_id>/", public_views.partner, name="partner"),
]
_meeting, _activity, _partner = (
    "musyawarah/<pid:meeting_id>/",
    "kegiatan/<pid:activity_id>/",
    "<pid:partner_id>/",
)
office = [
    path("", partners.overview, name="overview"),
    path("baru/", partners.new, name="new"),
    path("kita/", activities.own, name="own"),
    path("kita/lembar.pdf", activities.own_sheet, name="own_sheet"),
    path("kita/<pid:participation_id>/", activities.answer, name="answer"),
    path("kegiatan/baru/", activities.plan, name="plan"),
    path(_activity, activities.activity, name="activity"),
    path(f"{_activity}foto.jpg", activities.photo, name="activity_photo"),
    path(f"{_activity}selesai/", activities.report, name="report"),
    path(f"{_activity}batal/", activities.cancel, name="cancel"),
    path(f"{_activity}uang/", activities.add_fund, name="add_fund"),
    path("uang/<pid:fund_id>/hapus/", activities.drop_fund, name="drop_fund"),
    path("tautan/<pid:participation_id>/", activities.make_link, name="make_link"),
    path("dasar/<pid:basis_id>/akhiri/", partners.end_basis, name="end_basis"),
    path("dasar/<pid:basis_id>/serahan/", partners.promise, name="promise"),
    path("serahan/<pid:deliverable_id>/", partners.receive, name="receive"),
    path("anggota/<pid:member_id>/akhiri/", partners.end_member, name="end_member"),
    path("akun/<pid:representative_id>/cabut/", partners.take_account, name="take_account"),
    path("musyawarah/", meetings.overview, name="meeting_desk"),
    path("musyawarah/baru/", meetings.call, name="call"),
    path(_meeting, meetings.detail, name="meeting_detail"),
    path(f"{_meeting}perbaiki/", meetings.correct, name="correct_meeting"),
    path(f"{_meeting}batal/", meetings.cancel, name="cancel_meeting"),
    path(f"{_meeting}undang/", meetings.invite, name="invite"),
    path(f"{_meeting}undangan/", papers.issue_invitation, name="issue_invitation"),
    path(f"{_meeting}undangan.pdf", papers.invitation, name="invitation"),
    path(f"{_meeting}undangan-nama.pdf", papers.copies, name="copies"),
    path(f"{_meeting}hadir/", meetings.take_list, name="take_list"),
    path(f"{_meeting}daftar-hadir.pdf", papers.attendance, name="attendance"),
    path(f"{_meeting}notulen/", meetings.write_minutes, name="minutes"),
    path(f"{_meeting}keputusan/", meetings.decide, name="decide"),
    path(f"{_meeting}berita-acara/", papers.issue_record, name="issue_record"),
    path(f"{_meeting}berita-acara.pdf", papers.record, name="record"),
    path(f"{_meeting}lembar.pdf", papers.sheet, name="meeting_sheet"),
    path(f"{_meeting}foto/", meetings.add_photo, name="add_photo"),
    path("hadirin/<pid:attendance_id>/coret/", meetings.strike, name="strike"),
    path("keputusan/<pid:decision_id>/selesai/", meetings.fulfil, name="fulfil"),
    path("keputusan/<pid:decision_id>/tanggal/", meetings.move, name="move"),
    path("foto/<pid:photo_id>.jpg", meetings.photo, name="meeting_photo"),
    path("foto/<pid:photo_id>/tampil/", meetings.show_photo, name="show_photo"),
    path(_partner, partners.detail, name="detail"),
    path(f"{_partner}lembar.pdf", partners.sheet, name="sheet"),
    path(f"{_partner}perbaiki/", partners.correct, name="correct"),
    path(f"{_partner}hapus/", partners.remove, name="remove"),
    path(f"{_partner}dasar/", partners.add_basis, name="add_basis"),
    path(f"{_partner}anggota/", partners.add_member, name="add_member"),
    path(f"{_partner}akun/", partners.give_account, name="give_account"),
]
