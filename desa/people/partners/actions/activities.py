"""Joint activities: planned, told as done, confirmed by each side, paid from named classes of money."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.models import StoredFile
from desa.people.partners.actions.common import LINK, save_new
from desa.people.partners.enums import ActivityState, Answer
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Activity, Fund, Participation, Partner
from desa.people.partners.queries import by_link, partner_of, today

LINK_LIFE = timedelta(days=30)
TOO_FEW = _(
    "Kegiatan bersama perlu dua pihak. Pilih mitra lain, atau centang pemerintah desa ikut."
)
NOT_YET = _("Tanggal ini belum tiba. Catat setelah kegiatannya selesai.")
CANCELLED = _("Kegiatan ini sudah dibatalkan. Catat kegiatan baru.")
NOT_DONE = _("Kegiatan ini belum dilaporkan selesai, jadi belum ada yang perlu dijawab.")
ANSWERED = _("Sudah dijawab. Bila keliru, minta kantor desa melaporkan kegiatan ini sekali lagi.")
NOT_YOURS = _("Kegiatan ini bukan kegiatan kelompok Anda.")
GONE = _("Tautan ini sudah dipakai atau sudah lewat waktu. Minta tautan baru di kantor desa.")


@dataclass(frozen=True)
class ActivityFacts:
    title: str
    planned_on: date
    place: str = ""
    with_village: bool = True


@dataclass(frozen=True)
class Report:
    done_on: date
    attendance: int
    result: str
    photo: StoredFile | None = None


@dataclass(frozen=True)
class FundFacts:
    money_class: str
    amount: Rupiah
    in_kind: bool = False
    nphd_number: str = ""
    nphd_on: date | None = None
    what: str = ""


@action
def plan_activity(*, by: Actor, facts: ActivityFacts, partners: Sequence[Partner]) -> Activity:
    """Raises PartnersRefused with fewer than two sides."""
    if len(partners) + facts.with_village < 2 or not partners:
        raise PartnersRefused(TOO_FEW, "partners")
    activity = save_new(Activity(**vars(facts)))
    Participation.objects.bulk_create(
        Participation(activity=activity, partner=partner) for partner in partners
    )
    record("partners.activity.planned", activity, by, partners=len(partners))
    return activity


@action
def report_activity(*, by: Actor, activity: Activity, report: Report) -> Activity:
    """Done; every partner is asked. Reporting again asks all of them again. Raises PartnersRefused."""
    current = _open(activity)
    if report.done_on > today():
        raise PartnersRefused(NOT_YET, "done_on")
    current.state, current.recorded_at = ActivityState.DONE, clock.now()
    current.done_on, current.attendance = report.done_on, report.attendance
    current.result, current.photo = report.result, report.photo or current.photo
    current.full_clean()
    current.save()
    _ask_again(current)
    record("partners.activity.reported", current, by, on=report.done_on.isoformat())
    return current


@action
def cancel_activity(*, by: Actor, activity: Activity, reason: str) -> Activity:
    current = _open(activity)
    if current.state == ActivityState.DONE:
        raise PartnersRefused(_("Kegiatan yang sudah selesai tidak dapat dibatalkan."))
    current.state, current.cancel_reason = ActivityState.CANCELLED, reason
    current.full_clean()
    current.save(update_fields=["state", "cancel_reason"])
    record("partners.activity.cancelled", current, by)
    return current


def _open(activity: Activity) -> Activity:
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    if current.state == ActivityState.CANCELLED:
        raise PartnersRefused(CANCELLED)
    return current


def _ask_again(activity: Activity) -> None:
    """A yes holds for what was told when it was given."""
    activity.participations.update(
        answer=Answer.WAITING, answered_at=None, answered_by_label="", note=""
    )


@action
def add_fund(*, by: Actor, activity: Activity, facts: FundFacts) -> Fund:
    """One row for each class. After the report the partners are asked again: money is part of it."""
    current = _open(activity)
    fund = save_new(Fund(activity=current, **vars(facts)))
    if current.state == ActivityState.DONE:
        _ask_again(current)
    record("partners.fund.added", fund, by, money_class=fund.money_class, in_kind=fund.in_kind)
    return fund


@action
def drop_fund(*, by: Actor, fund: Fund) -> Activity:
    current = _open(fund.activity)
    record("partners.activity.fund_dropped", current, by, money_class=fund.money_class)
    fund.delete()
    if current.state == ActivityState.DONE:
        _ask_again(current)
    return current


@action
def make_link(*, by: Actor, participation: Participation) -> LinkCode:
    """For a partner without an account: good for 30 days and one answer; an older link dies."""
    row = Participation.objects.select_for_update().get(pk=participation.pk)
    if row.activity.state != ActivityState.DONE:
        raise PartnersRefused(NOT_DONE)
    if row.answer != Answer.WAITING:
        raise PartnersRefused(ANSWERED)
    code = LinkCode.new()
    row.link_digest, row.link_expires_at = code.digest, clock.now() + LINK_LIFE
    row.save(update_fields=["link_digest", "link_expires_at"])
    record("partners.participation.link_made", row, by)
    return code


@action
def answer_as(*, by: User, participation: Participation, took_part: bool, note: str = "") -> None:
    """By the partner's own account. Raises PartnersRefused."""
    own = partner_of(by)
    if own is None or own.pk != participation.partner_id:
        raise PartnersRefused(NOT_YOURS)
    _answer(by, participation, took_part, note, by.actor_label)


@action
def answer_by_link(*, code: str, took_part: bool, note: str = "") -> None:
    """Raises PartnersRefused when the link was used or is too old."""
    found = by_link(code)
    if found is None:
        raise PartnersRefused(GONE)
    _answer(LINK, found, took_part, note, LINK.actor_label)


def _answer(by: Actor, found: Participation, took_part: bool, note: str, label: str) -> None:
    row = Participation.objects.select_for_update().get(pk=found.pk)
    if row.activity.state != ActivityState.DONE:
        raise PartnersRefused(NOT_DONE)
    if row.answer != Answer.WAITING:
        raise PartnersRefused(ANSWERED)
    row.answer = Answer.CONFIRMED if took_part else Answer.DENIED
    row.answered_at, row.answered_by_label, row.note = clock.now(), label, note
    row.link_digest, row.link_expires_at = "", None
    row.full_clean()
    row.save()
    record("partners.participation.answered", row, by, answer=row.answer)
