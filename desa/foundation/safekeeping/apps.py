from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import NavItem, Task, navigation, tasks, tell
from desa.foundation.core.rooms import RoomConfig


class SafekeepingConfig(RoomConfig):
    name = "desa.foundation.safekeeping"
    label = "safekeeping"
    slug = "kesehatan"

    def ready(self) -> None:
        from desa.foundation.safekeeping.enums import BACKUP_TASK
        from desa.foundation.safekeeping.permissions import SafekeepingPermission, grant_own
        from desa.foundation.safekeeping.presenters import SENTENCES
        from desa.foundation.safekeeping.tasks import run_backup_now, run_nightly_backup

        grant_own()
        hourly = timedelta(hours=1)
        tasks.add(
            "safekeeping.backup", Task(run_nightly_backup, schedule=hourly, per_village=False)
        )
        tasks.add(BACKUP_TASK, Task(run_backup_now, per_village=False))
        navigation.add(
            "health",
            NavItem(
                _("Kondisi sistem"),
                "gauge",
                "safekeeping:health",
                SafekeepingPermission.HEALTH_VIEW,
                "safekeeping",
                95,
            ),
        )
        tell(SENTENCES)
