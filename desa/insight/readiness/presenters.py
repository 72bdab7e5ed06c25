"""What the office reads: what happened, how the first evening stands, what is missing and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.insight.readiness.models import ChecklistAnswer
from desa.insight.readiness.rules.catalogue import Text, catalogue, sub_indicator
from desa.insight.readiness.rules.checklist import Item, checklist
from desa.insight.readiness.rules.filling import fillers
from desa.insight.readiness.rules.gaps import Call, Gap, templates
from desa.insight.readiness.rules.standing import SCORED, Status
from desa.insight.readiness.rules.whole import Known

SENTENCES = {
    "readiness.measurement.added": _("Angka %(code)s dihitung."),
    "readiness.item.answered": _("Butir %(item)s dari penilaian awal diisi."),
    "readiness.assessment.signed": _(
        "Penilaian awal diperiksa dan ditandatangani: %(items)s butir."
    ),
    "readiness.action.accepted": _("Tindakan untuk %(code)s diterima."),
    "readiness.action.called_off": _("Tindakan untuk %(code)s dibatalkan."),
    "readiness.action.finished": _("Tindakan untuk %(code)s selesai."),
    "readiness.stage.added": _("Tahap desa dihitung (%(basis)s)."),
}
STEPS: dict[int, Promise] = {
    1: _("Belum ada"),
    2: _("Ada sebagian, atau hanya lisan"),
    3: _("Ada dan dipakai"),
    4: _("Ada, dipakai, dan diperiksa tiap tahun"),
    5: _("Ada, dipakai, dan diperiksa pihak luar"),
}


@dataclass(frozen=True)
class ItemLine:
    """An item with what stands or waits for it; `answer` is the open one before the signed one."""

    item: Item
    ask: str
    proof: str
    answer: ChecklistAnswer | None
    step: str
    signed: bool


@dataclass(frozen=True)
class GroupLine:
    """One screen of the first evening: the items of an indicator."""

    code: str
    name: str
    answered: int
    waiting: int
    of: int


@dataclass(frozen=True)
class MissingLine:
    """What one room would have to do, whose work it is, and the figures that would appear."""

    does: str
    who: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class GapLine:
    """A proposal; `measure_first` where the interval does not decide."""

    sub: str
    name: str
    title: str
    measure_first: bool
    score: int
    low: int
    high: int
    quantity: int
    unit: str
    cost: int | None
    owner: str
    basis: str
    effect: str


def said(text: Text) -> str:
    return text.of(get_language() or "id")


Answers = Mapping[str, ChecklistAnswer]


def assessed_indicators() -> tuple[str, ...]:
    asked = {sub_indicator(item.sub).indicator for item in checklist()}
    return tuple(item.code for item in catalogue() if item.code in asked)


def item_lines(indicator: str, open_: Answers, standing: Answers) -> tuple[ItemLine, ...]:
    return tuple(
        _item_line(item, open_.get(item.code) or standing.get(item.code))
        for item in checklist()
        if sub_indicator(item.sub).indicator == indicator
    )


def _item_line(item: Item, answer: ChecklistAnswer | None) -> ItemLine:
    return ItemLine(
        item=item,
        ask=said(item.ask),
        proof=said(item.proof),
        answer=answer,
        step=str(STEPS[answer.level]) if answer else "",
        signed=bool(answer and answer.signed_on),
    )


def group_lines(open_: Answers, standing: Answers) -> tuple[GroupLine, ...]:
    names = {item.code: said(item.name) for item in catalogue()}
    return tuple(
        _group_line(code, names[code], item_lines(code, open_, standing))
        for code in assessed_indicators()
    )


def _group_line(code: str, name: str, lines: tuple[ItemLine, ...]) -> GroupLine:
    answered = [line for line in lines if line.answer]
    waiting = sum(1 for line in answered if not line.signed)
    return GroupLine(code, name, len(answered), waiting, len(lines))


def missing_lines(known: Mapping[str, Known]) -> tuple[MissingLine, ...]:
    """By room, the one that would make most figures appear first."""
    by_room: dict[str, list[str]] = {}
    for sub in (sub for indicator in catalogue() for sub in indicator.scored_subs):
        status = known.get(sub.code, Known(Status.NO_DATA, None)).status
        if status not in SCORED and status is not Status.NOT_APPLICABLE:
            by_room.setdefault(sub.needs, []).append(said(sub.name))
    rooms = sorted(by_room, key=lambda room: (-len(by_room[room]), room))
    return tuple(_missing_line(room, tuple(by_room[room])) for room in rooms)


def _missing_line(room: str, names: tuple[str, ...]) -> MissingLine:
    filler = fillers()[room]
    return MissingLine(said(filler.does), str(Office(filler.who).label), names)


def gap_line(gap: Gap) -> GapLine:
    plan = gap.template
    return GapLine(
        sub=plan.sub,
        name=said(sub_indicator(plan.sub).name),
        title=said(plan.title),
        measure_first=gap.call is Call.MEASURE,
        score=round(gap.score),
        low=round(gap.low),
        high=round(gap.high),
        quantity=plan.quantity,
        unit=said(plan.unit),
        cost=plan.cost,
        owner=str(Office(plan.owner).label),
        basis=plan.basis,
        effect=said(plan.effect),
    )


def title_of_action(code: str) -> str:
    return said(templates()[code].title)
