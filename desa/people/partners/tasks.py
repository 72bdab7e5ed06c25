from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.people.partners.actions import remind_expiring


def run_remind(args: TaskArgs) -> None:
    remind_expiring(by=SystemActor("pengingat dasar mitra"))
