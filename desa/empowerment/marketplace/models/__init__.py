from desa.empowerment.marketplace.models.bazaar import Bazaar, Invitation
from desa.empowerment.marketplace.models.card import Card, CardPrice
from desa.empowerment.marketplace.models.group import ProductGroup, VillageApp
from desa.empowerment.marketplace.models.report import CardReport
from desa.empowerment.marketplace.models.seller import NumberChange, SellerLink

__all__ = [
    "Bazaar",
    "Card",
    "CardPrice",
    "CardReport",
    "Invitation",
    "NumberChange",
    "ProductGroup",
    "SellerLink",
    "VillageApp",
]
