from desa.infrastructure.assets.models.asset import Asset, AssetCounter, AssetPhoto, CodeSetting
from desa.infrastructure.assets.models.budget import UpkeepLine
from desa.infrastructure.assets.models.disposal import Disposal
from desa.infrastructure.assets.models.work import AssetCheck, CareDone, WorkOrder

__all__ = [
    "Asset",
    "AssetCheck",
    "AssetCounter",
    "AssetPhoto",
    "CareDone",
    "CodeSetting",
    "Disposal",
    "UpkeepLine",
    "WorkOrder",
]
