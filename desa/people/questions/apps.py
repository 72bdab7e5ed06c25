from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import (
    DemoMaker,
    NavItem,
    Task,
    Tile,
    demo_makers,
    navigation,
    tasks,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class QuestionsConfig(RoomConfig):
    name = "desa.people.questions"
    label = "questions"
    slug = "tanya"
    switchable = True

    def ready(self) -> None:
        from desa.foundation.core.measures import measure
        from desa.people.questions.demo import make_demo
        from desa.people.questions.enums import QuestionsPermission
        from desa.people.questions.measures import ANSWERED
        from desa.people.questions.permissions import grant_own
        from desa.people.questions.presenters import SENTENCES
        from desa.people.questions.queries import count_for
        from desa.people.questions.tasks import run_escalate, run_forget_phones

        grant_own()
        tell(SENTENCES)
        measure(ANSWERED)
        tiles.add("questions", ASK)
        tasks.add("questions.escalate", Task(run_escalate, schedule=timedelta(hours=1)))
        tasks.add("questions.forget_phones", Task(run_forget_phones, schedule=timedelta(days=1)))
        desk = NavItem(
            _("Tanya"),
            "circle-help",
            "questions:overview",
            QuestionsPermission.QUESTION_VIEW,
            "questions",
            45,
            office_badge=count_for,
        )
        navigation.add("questions", desk)
        demo_makers.add("questions", DemoMaker(make_demo, 900))


ASK = Tile(
    label=_("Tanya angka desa"),
    hint=_("Semua pertanyaan dijawab terbuka"),
    icon="circle-help",
    url_name="questions:questions",
    room="questions",
    weight=60,
    footer=True,
)
