from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class AccountsConfig(RoomConfig):
    name = "desa.foundation.accounts"
    label = "accounts"
    slug = "akun"

    def ready(self) -> None:
        from desa.foundation.accounts.permissions import grant_own
        from desa.foundation.accounts.presenters import SENTENCES

        grant_own()
        registry.tell(SENTENCES)
