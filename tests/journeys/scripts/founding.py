"""Found the village of a journey and its three officials: `python -m ... <public address>`.

Prints {"village": id, "links": {office: path of the link to choose a password}}.
"""

import json
import sys
from datetime import date

import django

OFFICIALS = {
    "OPERATOR": ("Operator", "Dewi", "dewi"),
    "SEKDES": ("Sekretaris Desa", "Endang", "endang"),
    "KADES": ("Kepala Desa", "Hariyono", "hariyono"),
}


def main(address: str) -> None:
    django.setup()
    from desa.foundation.accounts.actions import Appointment, appoint, issue_link
    from desa.foundation.accounts.enums import LinkPurpose, Office
    from desa.foundation.core.actions import SystemActor
    from desa.foundation.tenancy.actions import Identity, found_village
    from desa.foundation.tenancy.scope import village_scope
    from desa.gateway.portal.actions import furnish

    clerk, links = SystemActor("uji perjalanan"), {}
    places = ("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
    village = found_village(by=clerk, identity=Identity(*places, public_address=address))
    with village_scope(village):
        furnish(by=clerk, village=village)
        for office, (title, name, username) in OFFICIALS.items():
            appointment = Appointment(
                Office[office], title, name, date(2026, 1, 1), username=username
            )
            holder = appoint(by=clerk, appointment=appointment)
            assert holder.membership is not None
            user = holder.membership.user
            code = issue_link(by=clerk, user=user, purpose=LinkPurpose.PASSWORD)
            links[office.lower()] = f"/akun/tautan/{code.value}/"
    json.dump({"village": village.pk, "links": links}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
