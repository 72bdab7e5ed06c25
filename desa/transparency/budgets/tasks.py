"""What the worker does for budgets; task names are registered in apps.py."""

from desa.foundation.accounts.models import User
from desa.foundation.core.actions import Actor, SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.transparency.budgets.actions import publish_now
from desa.transparency.budgets.actions.uploading import forget_uploads
from desa.transparency.budgets.models import BudgetVersion

WORKER = SystemActor("penerbitan APBDes")


def run_publish(args: TaskArgs) -> None:
    officer = User.objects.filter(pk=int(args["user"])).first()
    by: Actor = officer or WORKER
    publish_now(by=by, version=BudgetVersion.objects.get(pk=int(args["version"])))


def run_forget_uploads(_args: TaskArgs) -> None:
    forget_uploads(by=SystemActor("budgets.forget_uploads"))
