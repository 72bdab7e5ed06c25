"""The secrets of probes: made from the working key each time, so that no table and no backup holds one."""

from django.conf import settings

from desa.infrastructure.connectivity.models import Probe


def secret_of(probe: Probe) -> str:
    purpose = f"probe {probe.village_id} {probe.pk} {probe.generation}"
    return str(settings.WORKING_KEY.derive(purpose).hex())


def token_of(probe: Probe) -> str:
    return f"{probe.public_id}.{secret_of(probe)}"
