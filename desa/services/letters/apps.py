from django.utils.translation import gettext_lazy as _

from desa.foundation.core.measures import measure
from desa.foundation.core.registry import (
    AskableKind,
    DemoMaker,
    NavItem,
    PersonAct,
    SearchSource,
    Tile,
    askable,
    demo_makers,
    navigation,
    person_acts,
    search_sources,
    tell,
    tiles,
)
from desa.foundation.core.rooms import RoomConfig


class LettersConfig(RoomConfig):
    name = "desa.services.letters"
    label = "letters"
    slug = "surat"
    switchable = True

    def ready(self) -> None:
        from desa.services.letters.demo import make_demo
        from desa.services.letters.enums import LetterPermission
        from desa.services.letters.measures import MEASURES
        from desa.services.letters.permissions import grant_own
        from desa.services.letters.presenters import SENTENCES
        from desa.services.letters.queries import (
            askable_standard,
            count_waiting,
            find_letters,
            search_standards,
        )

        view, approve = LetterPermission.LETTER_VIEW, LetterPermission.LETTER_APPROVE
        grant_own()
        tell(SENTENCES)
        tiles.add("letters", SERVICES)
        for item in MEASURES:
            measure(item)
        inbox = NavItem(_("Permohonan"), "inbox", "letters:overview", view, "letters", 20)
        navigation.add("letters", inbox)
        pen = NavItem(
            _("Tanda tangan"),
            "pen-line",
            "letters:approvals",
            approve,
            "letters",
            30,
            count_waiting,
        )
        navigation.add("approvals", pen)
        make = LetterPermission.LETTER_MAKE
        person_acts.add(
            "letters", PersonAct(_("Buat surat"), "letters:choose", make, "letters", 10)
        )
        search_sources.add("letters", SearchSource(find_letters, view, "letters", 20))
        askable.add("layanan", AskableKind(askable_standard, "letters", search_standards))
        demo_makers.add("letters", DemoMaker(make_demo, 500))


SERVICES = Tile(
    label=_("Layanan Surat"),
    hint=_("Syarat, waktu, dan status"),
    icon="file-text",
    url_name="letters:services",
    room="letters",
    weight=10,
)
