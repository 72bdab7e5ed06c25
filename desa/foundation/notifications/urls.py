from django.urls import path

from desa.foundation.notifications.views import office as views

app_name = "notifications"

office = [
    path("", views.outbox, name="outbox"),
    path("riwayat/", views.sent, name="history"),
    path("<pid:notice_id>/terkirim/", views.mark_sent, name="mark_sent"),
    path("<pid:notice_id>/batal/", views.cancel, name="cancel"),
    path("<pid:notice_id>/ulangi/", views.try_again, name="try_again"),
]
