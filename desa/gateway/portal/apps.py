from django.utils.translation import gettext_lazy as _

from desa.foundation.core import registry
from desa.foundation.core.rooms import RoomConfig


class PortalConfig(RoomConfig):
    name = "desa.gateway.portal"
    label = "portal"
    slug = "beranda"

    def ready(self) -> None:
        from desa.gateway.portal.enums import PortalPermission
        from desa.gateway.portal.permissions import grant_own

        grant_own()
        registry.navigation.add(
            "counter",
            registry.NavItem(
                _("Loket"), "keyboard", "portal:office", PortalPermission.SEARCH, "portal", 10
            ),
        )
        registry.navigation.add(
            "settings",
            registry.NavItem(
                _("Pengaturan"),
                "settings",
                "portal:settings",
                PortalPermission.SETTINGS,
                "portal",
                90,
            ),
        )
        registry.navigation.add(
            "measures",
            registry.NavItem(
                _("Ukuran"), "eye", "portal:measures", PortalPermission.MEASURES, "portal", 80
            ),
        )
