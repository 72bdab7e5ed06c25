from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import (
    AskableKind,
    DemoMaker,
    FigureNames,
    NavItem,
    Task,
    Tile,
    askable,
    demo_makers,
    figure_names,
    navigation,
    public_items,
    tasks,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class BudgetsConfig(RoomConfig):
    name = "desa.transparency.budgets"
    label = "budgets"
    slug = "apbdes"
    switchable = True

    def ready(self) -> None:
        from desa.transparency.budgets.demo import make_demo
        from desa.transparency.budgets.enums import PUBLISH_TASK, BudgetsPermission
        from desa.transparency.budgets.permissions import grant_own
        from desa.transparency.budgets.presenters import SENTENCES
        from desa.transparency.budgets.published.items import ITEMS
        from desa.transparency.budgets.queries.asking import (
            KIND,
            askable_figure,
            figure_name,
            search_figures,
        )
        from desa.transparency.budgets.tasks import run_forget_uploads, run_publish

        grant_own()
        tell(SENTENCES)
        tiles.add("budgets", BUDGET)
        money = NavItem(
            _("Keuangan"),
            "hand-coins",
            "budgets:overview",
            BudgetsPermission.BUDGET_VIEW,
            "budgets",
            50,
        )
        navigation.add("budgets", money)
        tasks.add(PUBLISH_TASK, Task(run_publish))
        askable.add(KIND, AskableKind(askable_figure, "budgets", search_figures))
        figure_names.add(KIND, FigureNames(figure_name, "budgets"))
        for name, item in ITEMS.items():
            public_items.add(name, item)
        demo_makers.add("budgets", DemoMaker(make_demo, 400))
        daily = timedelta(days=1)
        tasks.add("budgets.forget_uploads", Task(run_forget_uploads, schedule=daily))


BUDGET = Tile(
    label=_("APBDes"),
    hint=_("Uang desa untuk apa"),
    icon="hand-coins",
    url_name="budgets:index",
    room="budgets",
    weight=30,
)
