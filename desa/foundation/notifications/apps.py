from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import NavItem, Task, navigation, tasks, tell
from desa.foundation.core.rooms import RoomConfig


class NotificationsConfig(RoomConfig):
    name = "desa.foundation.notifications"
    label = "notifications"
    slug = "pesan"

    def ready(self) -> None:
        from desa.foundation.notifications.enums import EMAIL_TASK, NotificationsPermission
        from desa.foundation.notifications.presenters import SENTENCES
        from desa.foundation.notifications.queries import count_by_hand
        from desa.foundation.notifications.tasks import (
            run_forget_old,
            run_send_email,
            run_send_waiting,
        )

        tell(SENTENCES)
        tasks.add(EMAIL_TASK, Task(run_send_email))
        tasks.add(
            "notifications.send_waiting", Task(run_send_waiting, schedule=timedelta(minutes=15))
        )
        tasks.add("notifications.forget_old", Task(run_forget_old, schedule=timedelta(days=1)))
        send = NotificationsPermission.NOTICE_SEND
        outbox = NavItem(
            _("Pesan"),
            "message-circle",
            "notifications:outbox",
            send,
            "notifications",
            60,
            office_badge=count_by_hand,
        )
        navigation.add("notices", outbox)
