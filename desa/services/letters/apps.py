from django.utils.translation import gettext_lazy as _

from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class LettersConfig(RoomConfig):
    name = "desa.services.letters"
    label = "letters"
    slug = "surat"
    switchable = True

    def ready(self) -> None:
        from desa.services.letters.demo import make_demo
        from desa.services.letters.enums import LetterPermission
        from desa.services.letters.permissions import grant_own
        from desa.services.letters.queries import count_waiting, find_letters

        grant_own()
        registry.tiles.add(
            "letters",
            registry.Tile(
                _("Layanan Surat"),
                _("Syarat, waktu, dan status"),
                "file-text",
                "letters:services",
                "letters",
                10,
            ),
        )
        registry.navigation.add(
            "letters",
            registry.NavItem(
                _("Permohonan"),
                "inbox",
                "letters:overview",
                LetterPermission.LETTER_VIEW,
                "letters",
                20,
            ),
        )
        registry.navigation.add(
            "approvals",
            registry.NavItem(
                _("Tanda tangan"),
                "pen-line",
                "letters:approvals",
                LetterPermission.LETTER_APPROVE,
                "letters",
                30,
                count_waiting,
            ),
        )
        view = LetterPermission.LETTER_VIEW
        registry.search_sources.add("letters", registry.SearchSource(find_letters, view, 20))
        registry.demo_makers.add("letters", registry.DemoMaker(make_demo, 500))
