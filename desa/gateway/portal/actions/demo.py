"""Desa contoh: a village of the fictional fixture, its officials, and what each room adds."""

from datetime import date

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office
from desa.foundation.core import registry
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import Identity, change_identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.gateway.portal.actions.setup import furnish

DEMO = SystemActor("desa contoh")
SEED = 2009
IDENTITY = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
CONTACT = {"address": "Jalan Raya Sumbergedang Nomor 1 (contoh)", "postcode": "67156"}
OFFICIALS = [
    (Office.KADES, "Kepala Desa", "Hariyono", "kades"),
    (Office.SEKDES, "Sekretaris Desa", "Endang", "sekdes"),
    (Office.OPERATOR, "Operator", "Dewi", "operator"),
    (Office.KAUR_KEUANGAN, "Kaur Keuangan", "Yoga", "keuangan"),
    (Office.KASI_KESEJAHTERAAN, "Kasi Kesejahteraan", "Wahyudi", "kesejahteraan"),
    (Office.KASI_PELAYANAN, "Kasi Pelayanan", "Ningsih", "pelayanan"),
]


def load_demo() -> Village:
    """Make desa contoh once; a second call finds it there."""
    if found := Village.objects.filter(code=IDENTITY.code).first():
        return found
    village = found_village(by=DEMO, identity=IDENTITY)
    with village_scope(village):
        change_identity(by=DEMO, changes=CONTACT)
        furnish(by=DEMO, village=village)
        for office, title, name, username in OFFICIALS:
            appointment = Appointment(office, title, name, date(2024, 1, 1), username=username)
            appoint(by=DEMO, appointment=appointment)
        for maker in registry.demo_makers:
            maker.make(SEED)
    return village
