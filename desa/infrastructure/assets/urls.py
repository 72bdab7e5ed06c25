from django.urls import path

from desa.infrastructure.assets.views import public as pages
from desa.infrastructure.assets.views.office import money, papers, records, register, work

app_name = "assets"

public = [path("", pages.overview, name="public")]
office = [
    path("", register.overview, name="overview"),
    path("baru/", records.add, name="add"),
    path("periksa/", work.find, name="find"),
    path("periksa/<str:code>/", work.check, name="check"),
    path("perbaikan/", work.orders, name="orders"),
    path("perbaikan/<pid:order_id>/tutup/", work.close, name="close_order"),
    path("perbaikan/<pid:order_id>/batal/", work.cancel, name="cancel_order"),
    path("perawatan/", work.care, name="care"),
    path("dana/", money.balance, name="balance"),
    path("dana/isi/", money.set_line, name="set_line"),
    path("dana/<pid:line_id>/hapus/", money.remove_line, name="remove_line"),
    path("dana/musrenbang.pdf", papers.one_page, name="one_page"),
    path("rencana/", money.plan, name="plan"),
    path("stiker.pdf", papers.labels, name="labels"),
    path("daftar.xlsx", papers.export, name="export"),
    path("impor/", records.take_in, name="import"),
    path("kode/", records.codes, name="code_rule"),
    path("dihapus/", register.disposed, name="disposed"),
    path("dihapus/<pid:disposal_id>/batal/", records.undo_disposal, name="undo_disposal"),
    path("dihapus/<pid:disposal_id>/berita-acara/", papers.minutes, name="minutes"),
    path("foto/<pid:file_id>/", register.photo, name="photo"),
    path("<pid:asset_id>/", register.detail, name="detail"),
    path("<pid:asset_id>/ubah/", records.edit, name="edit"),
    path("<pid:asset_id>/buang/", records.remove, name="remove"),
    path("<pid:asset_id>/kembalikan/", records.restore, name="restore"),
    path("<pid:asset_id>/hapus/", records.dispose, name="dispose"),
    path("<pid:asset_id>/foto/", work.add_photo, name="add_photo"),
    path("<pid:asset_id>/perbaikan/", work.open_order, name="open_order"),
    path("<pid:asset_id>/perawatan/<slug:care>/", work.note_care, name="note_care"),
]
