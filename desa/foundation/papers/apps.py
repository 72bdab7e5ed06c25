from desa.foundation.core.rooms import RoomConfig


class PapersConfig(RoomConfig):
    name = "desa.foundation.papers"
    label = "papers"
    slug = "surat-keluar"

    def ready(self) -> None:
        from desa.foundation.papers.permissions import grant_own

        grant_own()
