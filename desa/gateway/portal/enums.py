from enum import StrEnum


class PortalPermission(StrEnum):
    SEARCH = "portal.search"
    SETTINGS = "portal.settings"
    MEASURES = "portal.measures"
