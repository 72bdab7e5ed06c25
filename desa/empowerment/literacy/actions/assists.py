"""Help: written down by the cadre, true once the resident says so."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.actions.common import demand
from desa.empowerment.literacy.enums import PAPER, AgeBand, ConfirmedVia, Help, LiteracyPermission
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.models import Assist, Cadre
from desa.empowerment.literacy.policies import MAY_CONFIRM
from desa.empowerment.literacy.rules.ages import band_on
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.models import Person

PURPOSE = "literacy.assist"
RESIDENT = SystemActor("Warga yang dibantu", actor_kind="resident")
"""Whoever holds the code; who it is, is not kept."""


@dataclass(frozen=True)
class Entry:
    """What a cadre notes: nothing that says who it was. `at` None is now."""

    cadre: Cadre
    age_band: AgeBand
    helps: tuple[Help, ...]
    at: datetime | None = field(default=None)


@action
def log_assist(*, by: Actor, entry: Entry) -> Assist:
    """Raises LiteracyRefused, PermissionDenied."""
    demand(by, LiteracyPermission.ASSIST, entry.cadre.dusun_id)
    if entry.cadre.valid_to is not None:
        raise LiteracyRefused(_("Kader ini sudah tidak bertugas."))
    if not entry.helps:
        raise LiteracyRefused(_("Pilih sedikitnya satu hal yang dibantu."))
    assist = Assist(
        cadre=entry.cadre,
        dusun=entry.cadre.dusun,
        age_band=entry.age_band,
        helps=[str(item) for item in dict.fromkeys(entry.helps)],
        at=entry.at or clock.now(),
        logged_by_label=by.actor_label,
    )
    assist.full_clean()
    assist.save()
    record("literacy.assist.logged", assist, by)
    return assist


@action
def log_once(*, by: Actor, entry: Entry, key: UUID) -> Assist:
    """The same sent twice is one help."""
    made, _new = once(key=key, purpose=PURPOSE, by=by, make=lambda: log_assist(by=by, entry=entry))
    return Assist.objects.get(pk=made)


@action
def confirm_by_code(*, by: Actor, assist: Assist) -> Assist:
    """The resident taps "ya". Twice is once. Raises LiteracyRefused."""
    return _confirm(by, assist, ConfirmedVia.CODE)


@action
def confirm_on_paper(*, by: User, assist: Assist, via: ConfirmedVia) -> Assist:
    """Typed from the sheet by somebody of the office, never by whoever helped.

    Raises LiteracyRefused, PermissionDenied.
    """
    demand(by, LiteracyPermission.PAPER)
    if via not in PAPER:
        raise ValueError(via)
    if assist.cadre.user_id == by.pk:
        raise PermissionDenied(LiteracyPermission.PAPER)
    return _confirm(by, assist, via)


def _confirm(by: Actor, assist: Assist, via: ConfirmedVia) -> Assist:
    current = _locked(assist)
    if current.confirmed_at:
        return current
    _demand_open(current)
    current.confirmed_at, current.confirmed_via = clock.now(), via
    current.confirmed_by_label = "" if via == ConfirmedVia.CODE else by.actor_label
    current.full_clean()
    current.save(update_fields=["confirmed_at", "confirmed_via", "confirmed_by_label"])
    record("literacy.assist.confirmed", current, by, via=str(via))
    return current


@action
def deny(*, by: Actor, assist: Assist) -> Assist:
    """The resident says it was not so: it never counts. Raises LiteracyRefused."""
    current = _locked(assist)
    if current.denied_at:
        return current
    _demand_open(current)
    current.denied_at = clock.now()
    current.save(update_fields=["denied_at"])
    record("literacy.assist.denied", current, by)
    return current


@action
def follow(*, by: Actor, assist: Assist, person: Person) -> Assist:
    """Note who it was, because they agreed to be followed. Raises LiteracyRefused, PermissionDenied."""
    current = _locked(assist)
    demand(by, LiteracyPermission.ASSIST, current.dusun_id)
    if person.birth_date:
        day = clock.local(current.at, current_village()).date()
        if band_on(person.birth_date, day) is None:
            raise LiteracyRefused(_("Warga di bawah 13 tahun tidak diikuti."))
    current.person = person
    current.save(update_fields=["person"])
    record("literacy.assist.followed", current, by)
    return current


def _demand_open(assist: Assist) -> None:
    if not assist.is_open:
        raise LiteracyRefused(_("Catatan ini sudah dijawab."))
    if clock.now() - assist.at > MAY_CONFIRM:
        raise LiteracyRefused(
            _("Catatan ini sudah lebih dari 30 hari, jadi tidak bisa dijawab lagi.")
        )


def _locked(assist: Assist) -> Assist:
    return Assist.objects.select_for_update().get(pk=assist.pk)
