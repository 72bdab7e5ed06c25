"""What the office's one search box finds; the first run's codes; what the settings show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import AccountsPermission, Office
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import (
    current_officeholders,
    has_permission,
    offices_by_account,
)
from desa.foundation.core import clock, registry
from desa.foundation.core.measures import Measure, Reading, Standing
from desa.foundation.core.recovery import HOLDERS, RecoveryCode
from desa.foundation.core.registry import SearchHit
from desa.foundation.core.values.codes import SetupCode, StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.papers.models import RegisterCounter
from desa.foundation.papers.queries import emblem_digest, letterhead, place_and_date
from desa.foundation.papers.rules.document import Document, Signature
from desa.foundation.papers.rules.markup import parse_body
from desa.foundation.safekeeping.permissions import SafekeepingPermission
from desa.foundation.safekeeping.queries import has_backup
from desa.foundation.tenancy.models import OpeningHours
from desa.foundation.tenancy.queries import switchable_rooms
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.models import Look, TrailEvent
from desa.gateway.portal.enums import PortalPermission
from desa.people.residents.enums import ResidentsPermission
from desa.people.residents.models import Person
from desa.services.letters.models import Letter
from desa.services.letters.queries import REGISTER, by_status_code

MOST = 20


def setup_code() -> SetupCode:
    """Made from the working key: only who can read the machine's files or terminal has it."""
    return SetupCode.derived(settings.WORKING_KEY.derive("setup"))


def recovery_codes_of(page: str) -> dict[str, RecoveryCode]:
    """The two codes that the set-up page with this random name shows; the page's name is not kept either."""
    return {holder: RecoveryCode.derived(settings.WORKING_KEY, page, holder) for holder in HOLDERS}


def letter_with_code(words: str) -> Letter | None:
    """The letter whose status code these words are exactly."""
    try:
        return by_status_code(StatusCode.parse(words).value)
    except ValueProblem:
        return None


def may_use(user: User, room: str, permission: str) -> bool:
    """Whether the room is switched on and this user's office holds the permission."""
    return current_village().has_room(room) and has_permission(user, permission)


def find(words: str, user: User) -> list[SearchHit]:
    """Hits of the sources that this user may ask, best source first."""
    return [
        hit
        for source in registry.search_sources
        if may_use(user, source.room, source.permission)
        for hit in source.hits(words, MOST, user)
    ]


def events_for(user: User) -> QuerySet[TrailEvent]:
    """The trail as this official may read it: nothing of what a room keeps from them."""
    rows = TrailEvent.objects.order_by("-sequence")
    for table, ids in _veiled(user):
        rows = rows.exclude(target_type=table, target_id__in=ids)
    return rows


def looks_for(user: User) -> QuerySet[Look]:
    hidden = [key for _table, ids in _veiled(user) for key in ids]
    return Look.objects.exclude(person_id__in=hidden).order_by("-at")


def _veiled(user: User) -> Iterator[tuple[str, list[int]]]:
    for veil in registry.veils:
        for table, ids in veil.hidden_from(user).items():
            if ids:
                yield table, list(ids)


def rooms_to_switch() -> list[tuple[str, str | Promise | object, bool]]:
    """Room, what its tile says, and whether it is on."""
    village = current_village()
    words: dict[str, object] = {tile.room: tile.label for tile in registry.tiles}
    return [
        (room, words.get(room, room), village.has_room(room)) for room in sorted(switchable_rooms())
    ]


@dataclass(frozen=True)
class NextStep:
    """What a new village still has to do, and where."""

    text: str | Promise
    url_name: str
    permission: str
    is_done: Callable[[], bool]


def next_steps(user: User) -> list[NextStep]:
    """Those that are not done and that this official may do; a demonstration has none."""
    if settings.DEMO:
        return []
    mine = [step for step in FIRST_STEPS if has_permission(user, step.permission)]
    return [step for step in mine if not step.is_done()]


def _has_kades() -> bool:
    return current_officeholders(Office.KADES).exists()


def _has_bpd() -> bool:
    """An account of the BPD, who reads complaints about money; asked only where complaints are taken."""
    if not current_village().has_room("complaints"):
        return True
    return any(Office.BPD in held for held in offices_by_account().values())


def _has_numbering() -> bool:
    """Moved on from the paper register, or begun with the first letter."""
    year = clock.today(current_village()).year
    return RegisterCounter.objects.filter(year=year).exists()


FIRST_STEPS = (
    NextStep(
        _("Isi kepala desa yang menjabat"),
        "accounts:officials",
        AccountsPermission.OFFICER_MANAGE,
        _has_kades,
    ),
    NextStep(
        _("Buat akun anggota BPD: tanpa itu pengaduan soal uang dibaca sekretaris desa"),
        "accounts:officials",
        AccountsPermission.OFFICER_MANAGE,
        _has_bpd,
    ),
    NextStep(
        _("Isi alamat kantor untuk kop surat"),
        "portal:identity",
        PortalPermission.SETTINGS,
        lambda: bool(current_village().address),
    ),
    NextStep(
        _("Pasang lambang di kop surat"),
        "portal:paper",
        PortalPermission.SETTINGS,
        lambda: bool(emblem_digest()),
    ),
    NextStep(
        _("Lanjutkan nomor surat dari buku kertas"),
        "portal:register",
        PortalPermission.SETTINGS,
        _has_numbering,
    ),
    NextStep(
        _("Impor data warga"),
        "residents:upload",
        ResidentsPermission.IMPORT,
        Person.objects.exists,
    ),
    NextStep(
        _("Buat cadangan pertama"),
        "safekeeping:health",
        SafekeepingPermission.BACKUP_MAKE,
        has_backup,
    ),
)


def coming_hours() -> Iterable[tuple[date, date | None]]:
    """First and last day of the weeks of hours that begin later, or that end by themselves."""
    today = clock.today(current_village())
    dated = Q(valid_from__gt=today) | Q(valid_to__gte=today)
    rows = OpeningHours.objects.filter(dated).order_by("valid_from")
    return rows.values_list("valid_from", "valid_to").distinct()


def next_number(year: int) -> int:
    counter = RegisterCounter.objects.filter(register=REGISTER, year=year).first()
    return counter.next_number if counter else 1


def sample_document() -> Document:
    """A letter to nobody, to look at the paper."""
    body = (
        "Ini contoh surat untuk melihat kertas, jarak tepi, huruf, dan kop surat. "
        "Bukan surat yang berlaku.\n\nDemikian contoh ini dibuat."
    )
    return Document(
        letterhead=letterhead(),
        title="SURAT CONTOH",
        body=parse_body(body, {}),
        place_and_date=place_and_date(),
        signature=Signature((f"Kepala Desa {current_village().name}",), "NAMA KEPALA DESA"),
        emblem=emblem_digest(),
    )


def reading_of(measure: Measure) -> Reading:
    """What it says at the end of today; of a room that is switched off nothing is counted."""
    village = current_village()
    if not village.has_room(measure.room):
        return Reading(Standing.NOT_APPLICABLE, why=gettext("Fitur ini dimatikan oleh desa."))
    return measure.read(clock.today(village))
