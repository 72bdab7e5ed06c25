from datetime import timedelta

from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class AccountsConfig(RoomConfig):
    name = "desa.foundation.accounts"
    label = "accounts"
    slug = "akun"

    def ready(self) -> None:
        from desa.foundation.accounts.permissions import grant_own
        from desa.foundation.accounts.presenters import SENTENCES
        from desa.foundation.accounts.tasks import run_forget_links, run_forget_sessions

        grant_own()
        registry.tell(SENTENCES)
        daily = timedelta(days=1)
        registry.tasks.add("accounts.forget_links", registry.Task(run_forget_links, schedule=daily))
        registry.tasks.add(
            "accounts.forget_sessions",
            registry.Task(run_forget_sessions, schedule=daily, per_village=False),
        )
