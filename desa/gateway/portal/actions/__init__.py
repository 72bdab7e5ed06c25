from desa.gateway.portal.actions.demo import DEMO, load_demo
from desa.gateway.portal.actions.setup import FirstOfficer, furnish, set_up

__all__ = ["DEMO", "FirstOfficer", "furnish", "load_demo", "set_up"]
