"""What anyone may read: partners and their word, meetings and their decisions. Of those who came, counts."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from desa.foundation.core.values.redaction import redact
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.queries import read_content
from desa.people.partners import queries
from desa.people.partners.enums import ActivityState, Answer, MeetingState
from desa.people.partners.models import (
    Activity,
    Basis,
    Decision,
    Deliverable,
    Meeting,
    MeetingPhoto,
    Partner,
)
from desa.people.partners.rules.days import months_before

SHOWN = 20


@dataclass(frozen=True)
class PublishedSum:
    label: str
    cash: Rupiah | None
    in_kind: Rupiah | None


@dataclass(frozen=True)
class PublishedActivity:
    """`sides` are (name, word) of each partner; `is_joint` when all of them have confirmed."""

    title: str
    day: date
    place: str
    state_label: str
    chip: str
    people: int | None
    result: str
    sides: tuple[tuple[str, str], ...]
    sums: tuple[PublishedSum, ...]


@dataclass(frozen=True)
class PublishedMove:
    before: date
    after: date
    reason: str
    on: date


@dataclass(frozen=True)
class PublishedDecision:
    number: int
    text: str
    owner: str
    due_on: date
    chip: str
    state_label: str
    done_on: date | None
    evidence: str
    moves: tuple[PublishedMove, ...]
    meeting: str
    meeting_id: int


@dataclass(frozen=True)
class PublishedDeliverable:
    title: str
    due_on: date
    done_on: date | None
    evidence: str
    chip: str
    state_label: str


@dataclass(frozen=True)
class PublishedBasis:
    name: str
    about: str
    signed_on: date
    valid_from: date
    valid_to: date | None
    chip: str
    state_label: str


@dataclass(frozen=True)
class PublishedPartner:
    """A line of the list."""

    id: int
    name: str
    short: str
    kind: str
    task: str
    chip: str
    state_label: str
    until: date | None


@dataclass(frozen=True)
class PublishedPage:
    """All of one partner; `kept` of `counted` commitments were kept."""

    line: PublishedPartner
    bases: tuple[PublishedBasis, ...]
    officers: tuple[tuple[str, str], ...]
    people: int
    activities: tuple[PublishedActivity, ...]
    deliverables: tuple[PublishedDeliverable, ...]
    decisions: tuple[PublishedDecision, ...]
    kept: int
    counted: int


@dataclass(frozen=True)
class PublishedMeeting:
    """A line of the list."""

    id: int
    kind: str
    title: str
    day: date
    hour: time
    place: str
    is_digital: bool
    people: int
    chip: str
    state_label: str
    cancel_reason: str
    decisions: tuple[PublishedDecision, ...]


@dataclass(frozen=True)
class PublishedForum:
    """All of one meeting."""

    line: PublishedMeeting
    agenda: str
    men: int
    women: int
    elements: tuple[tuple[str, int, int], ...]
    dusun: tuple[str, ...]
    all_dusun: int
    level: str
    level_evidence: str
    minutes: str
    number: str
    photos: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class PublishedAsk:
    """What a partner is asked through its link."""

    partner: str
    activity: PublishedActivity


@dataclass(frozen=True)
class PublishedPhoto:
    base64: str


def groups() -> tuple[tuple[str, tuple[PublishedPartner, ...]], ...]:
    """(kind, partners of this kind), in the order of the kinds."""
    rows = list(queries.partners())
    kinds = dict(Partner._meta.get_field("kind").choices or ())
    found = [
        (str(label), [row for row in rows if row.kind == kind]) for kind, label in kinds.items()
    ]
    return tuple((label, tuple(_line(row) for row in some)) for label, some in found if some)


def _line(row: Partner) -> PublishedPartner:
    held = queries.term(row.bases.all(), queries.today())
    until = held.basis.valid_to if held.basis else None
    return PublishedPartner(
        id=row.pk,
        name=row.name,
        short=row.short,
        kind=str(row.get_kind_display()),
        task=redact(row.task),
        chip=held.chip,
        state_label=str(held.label),
        until=until,
    )


def partner(number: int) -> PublishedPage | None:
    row = queries.partners().filter(pk=number).first()
    if row is None:
        return None
    day = queries.today()
    members = queries.members_on(row, day)
    promised = [(one, queries.standing(one, day)) for one in queries.decisions_of(row)]
    counted = [found.kept for _one, found in promised if found.kept is not None]
    owed = queries.deliverables(row)
    counted += [
        one.done_on is not None and one.done_on <= one.due_on for one in owed if _due(one, day)
    ]
    return PublishedPage(
        line=_line(row),
        bases=tuple(_basis(basis, day) for basis in row.bases.all()),
        officers=tuple((one.role, one.name) for one in members if one.is_officer),
        people=len(members),
        activities=tuple(_activity(one) for one in _worth_telling(row)),
        deliverables=tuple(_deliverable(one, day) for one in owed),
        decisions=tuple(_decision(one) for one, _found in promised),
        kept=sum(counted),
        counted=len(counted),
    )


def _due(row: Deliverable, day: date) -> bool:
    return row.done_on is not None or row.due_on < day


def _worth_telling(row: Partner) -> list[Activity]:
    """A year of them; cancelled ones too, with their word."""
    since = months_before(queries.today(), 12)
    return list(queries.activities_of(row).filter(planned_on__gt=since)[:SHOWN])


def _basis(row: Basis, day: date) -> PublishedBasis:
    held = queries.term([row], day)
    return PublishedBasis(
        name=str(row),
        about=redact(row.about),
        signed_on=row.signed_on,
        valid_from=row.valid_from,
        valid_to=row.ended_on or row.valid_to,
        chip=held.chip,
        state_label=str(held.label),
    )


def _activity(row: Activity) -> PublishedActivity:
    sides = [
        (str(side.partner), str(side.get_answer_display())) for side in row.participations.all()
    ]
    chip, label = _activity_state(row)
    done = row.state == ActivityState.DONE
    return PublishedActivity(
        title=redact(row.title),
        day=row.done_on or row.planned_on,
        place=row.place,
        state_label=label,
        chip=chip,
        people=row.attendance if done else None,
        result=redact(row.result or row.cancel_reason),
        sides=tuple(sides) if done else tuple((name, "") for name, _word in sides),
        sums=tuple(_sum(one) for one in queries.sums(row.funds.all())),
    )


def _activity_state(row: Activity) -> tuple[str, str]:
    if row.state != ActivityState.DONE:
        return ("run" if row.state == ActivityState.PLANNED else "no"), str(row.get_state_display())
    if queries.is_joint(row):
        return "ok", _("Dibenarkan semua pihak")
    answers = {side.answer for side in row.participations.all()}
    if Answer.WAITING in answers:
        return "wait", _("Menunggu jawaban mitra")
    return "no", _("Tidak dibenarkan mitra")


def _sum(row: queries.Sum) -> PublishedSum:
    empty = Rupiah(0)
    cash = row.cash if row.cash != empty else None
    return PublishedSum(str(row.label), cash, row.in_kind if row.in_kind != empty else None)


def _deliverable(row: Deliverable, day: date) -> PublishedDeliverable:
    if row.done_on is not None:
        on_time = row.done_on <= row.due_on
        chip, label = "ok", _("Diserahkan") if on_time else _("Diserahkan, terlambat")
    elif row.due_on < day:
        chip, label = "late", _("Terlambat")
    else:
        chip, label = "run", _("Belum jatuh tempo")
    return PublishedDeliverable(
        row.title, row.due_on, row.done_on, redact(row.evidence), chip, label
    )


def _decision(row: Decision) -> PublishedDecision:
    found = queries.standing(row)
    moves = [
        PublishedMove(move.before, move.after, redact(move.reason), move.moved_on)
        for move in row.moves.all()
    ]
    return PublishedDecision(
        number=row.place,
        text=redact(row.text),
        owner=row.owner,
        due_on=row.due_on,
        chip=found.chip,
        state_label=str(found.label),
        done_on=row.done_on,
        evidence=redact(row.evidence),
        moves=tuple(moves),
        meeting=str(row.meeting),
        meeting_id=row.meeting_id,
    )


def meetings(limit: int) -> tuple[PublishedMeeting, ...]:
    """Held or cancelled, the newest first."""
    rows = queries.meetings().exclude(state=MeetingState.PLANNED).order_by("-day", "-pk")[:limit]
    return _forum_lines(list(rows))


def coming() -> tuple[PublishedMeeting, ...]:
    return _forum_lines(list(queries.meetings().filter(pk__in=queries.coming())))


def _forum_lines(rows: list[Meeting]) -> tuple[PublishedMeeting, ...]:
    mine: dict[int, list[PublishedDecision]] = {}
    for row in queries.decisions().filter(meeting__in=[row.pk for row in rows]):
        mine.setdefault(row.meeting_id, []).append(_decision(row))
    return tuple(_forum_line(row, mine.get(row.pk, [])) for row in rows)


def _forum_line(row: Meeting, mine: list[PublishedDecision]) -> PublishedMeeting:
    chips = {MeetingState.PLANNED: "run", MeetingState.HELD: "ok", MeetingState.CANCELLED: "no"}
    return PublishedMeeting(
        id=row.pk,
        kind=str(row.get_kind_display()),
        title=redact(row.title),
        day=row.day,
        hour=row.hour,
        place=row.place,
        is_digital=row.is_digital,
        people=getattr(row, "came", 0),
        chip=chips[MeetingState(row.state)],
        state_label=str(row.get_state_display()),
        cancel_reason=redact(row.cancel_reason),
        decisions=tuple(mine),
    )


def meeting(number: int) -> PublishedForum | None:
    row = queries.meetings().select_related("record_paper").filter(pk=number).first()
    if row is None:
        return None
    seen = queries.counts(row)
    photos = row.photos.filter(is_shown=True).values_list("pk", "caption")
    return PublishedForum(
        line=_forum_lines([row])[0],
        agenda=redact(row.agenda),
        men=seen.men,
        women=seen.women,
        elements=seen.elements,
        dusun=seen.dusun,
        all_dusun=seen.all_dusun,
        level=str(row.get_level_display()) if row.level else "",
        level_evidence=redact(row.level_evidence),
        minutes=redact(row.minutes) if row.record_paper_id else "",
        number=row.record_paper.number_text if row.record_paper else "",
        photos=tuple((key, redact(caption)) for key, caption in photos),
    )


def photo(number: int) -> PublishedPhoto | None:
    """Only one that was released, of a meeting that is there."""
    rows = MeetingPhoto.objects.select_related("file").filter(
        is_shown=True, meeting__removed_at__isnull=True
    )
    found = rows.filter(pk=number).first()
    return PublishedPhoto(b64encode(read_content(found.file)).decode()) if found else None


def asked(code: str) -> PublishedAsk | None:
    """None for a link that is wrong, used or too old."""
    found = queries.by_link(code)
    if found is None:
        return None
    activity = queries.activities().get(pk=found.activity_id)
    return PublishedAsk(str(found.partner.name), _activity(activity))
