"""Accounts, offices and the links that open them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Language, LinkPurpose, Office, Standing
from desa.foundation.accounts.exceptions import LinkUnusable, SignInRefused, WrongPassword
from desa.foundation.accounts.models import AccountLink, Membership, Officeholder, User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.tenancy.scope import current_village

LINK_LIFE = {LinkPurpose.DEMO: timedelta(days=7), LinkPurpose.PASSWORD: timedelta(days=3)}
NOBODY = make_password(None)


@dataclass(frozen=True)
class Appointment:
    """An office and who holds it, as papers print it; with `username` also an account."""

    office: Office
    title: str
    name: str
    term_from: date
    nip: str = ""
    standing: Standing = Standing.DEFINITIF
    term_to: date | None = None
    username: str = ""
    phone: str = ""
    email: str = ""


@action
def appoint(*, by: Actor, appointment: Appointment) -> Officeholder:
    """Enter an officeholder; a user name makes or finds the account that this office opens.

    Raises ValidationError, also for a user name that only another village's official has.
    """
    membership = _membership(appointment) if appointment.username else None
    holder = Officeholder(
        office=appointment.office,
        title=appointment.title,
        standing=appointment.standing,
        name=appointment.name,
        nip=appointment.nip,
        term_from=appointment.term_from,
        term_to=appointment.term_to,
        phone=appointment.phone,
        email=appointment.email,
        membership=membership,
    )
    holder.full_clean()
    holder.save()
    record("accounts.officeholder.appointed", holder, by, office=holder.office)
    return holder


@action
def change_contact(*, by: Actor, holder: Officeholder, phone: str, email: str) -> Officeholder:
    """Where messages for this official go: `phone` in E.164; empty takes it back."""
    holder.phone, holder.email = phone, email
    holder.full_clean()
    holder.save(update_fields=["phone", "email"])
    record("accounts.officeholder.contact_changed", holder, by)
    return holder


def _membership(appointment: Appointment) -> Membership:
    user = User.objects.filter(username=appointment.username).first()
    if user is None:
        user = User(username=appointment.username, name=appointment.name, password=NOBODY)
        user.full_clean()
        user.save()
    elif not _is_of_this_village(user):
        raise ValidationError(_("Nama pengguna ini sudah dipakai. Pilih nama lain."))
    membership, _created = Membership.objects.get_or_create(
        user=user,
        village=current_village(),
        office=appointment.office,
        valid_to=appointment.term_to,
        defaults={"valid_from": appointment.term_from},
    )
    return membership


def _is_of_this_village(user: User) -> bool:
    """Accounts are global: whoever may hand out a password link must not reach another village's."""
    return Membership.objects.filter(user=user, village=current_village()).exists()


@action
def end_term(*, by: Actor, holder: Officeholder, last_day: date) -> Officeholder:
    """The office ends on `last_day`; its account loses the office with it, its history stays.

    Raises ValidationError for a day before the office began.
    """
    if last_day < holder.term_from:
        raise ValidationError(_("Hari terakhir ini sebelum mulai menjabat. Periksa tahunnya."))
    holder.term_to = last_day
    holder.full_clean()
    holder.save()
    if holder.membership is not None:
        holder.membership.valid_to = last_day
        holder.membership.full_clean()
        holder.membership.save()
    record("accounts.officeholder.ended", holder, by, last_day=last_day.isoformat())
    return holder


@action
def issue_link(*, by: Actor, user: User, purpose: LinkPurpose) -> LinkCode:
    """A fresh link for one account of this village; only its digest is stored."""
    code = LinkCode.new()
    link = AccountLink(
        digest=code.digest, user=user, purpose=purpose, expires_at=clock.now() + LINK_LIFE[purpose]
    )
    link.full_clean()
    link.save()
    record("accounts.link.issued", link, by, purpose=purpose.value)
    return code


def usable_link(code: str) -> AccountLink:
    """The link behind a code, to show its page. Raises LinkUnusable; opening it changes nothing."""
    try:
        digest = LinkCode.parse(code).digest
    except ValueProblem:
        raise LinkUnusable from None
    fresh = AccountLink.objects.filter(
        digest=digest, used_at__isnull=True, expires_at__gt=clock.now()
    )
    link = fresh.select_related("user").first()
    if link is None or not link.user.is_active:
        raise LinkUnusable
    return link


@action
def enter_by_demo_link(*, code: str) -> User:
    """The button of a demo link. Raises LinkUnusable."""
    link = usable_link(code)
    if link.purpose != LinkPurpose.DEMO:
        raise LinkUnusable
    record("accounts.user.entered", link.user, link.user, way="demo")
    return link.user


@action
def choose_password(*, code: str, password: str) -> User:
    """Use up a password link. Raises LinkUnusable, or ValidationError for a password that is too weak."""
    link = usable_link(code)
    if link.purpose != LinkPurpose.PASSWORD:
        raise LinkUnusable
    validate_password(password, link.user)
    _use_up(link)
    link.user.set_password(password)
    link.user.save(update_fields=["password"])
    record("accounts.password.chosen", link.user, link.user)
    return link.user


@action
def change_password(*, by: User, old: str, new: str) -> User:
    """Every other session of the account ends with it. Raises WrongPassword, or ValidationError when `new` is too weak."""
    if not check_password(old, by.password):
        raise WrongPassword
    validate_password(new, by)
    by.set_password(new)
    by.save(update_fields=["password"])
    record("accounts.password.changed", by, by)
    return by


def _use_up(link: AccountLink) -> None:
    """With it every password link of the account. Raises LinkUnusable when another POST was quicker."""
    now = clock.now()
    if not AccountLink.objects.filter(pk=link.pk, used_at__isnull=True).update(used_at=now):
        raise LinkUnusable
    others = AccountLink.objects.filter(user=link.user, purpose=link.purpose, used_at__isnull=True)
    others.update(used_at=now)


@action
def choose_language(*, by: User, language: str) -> User:
    """The language of this account's own office screens. Raises ValidationError for an unknown one."""
    by.language = language
    by.full_clean()
    by.save(update_fields=["language"])
    record("accounts.language.chosen", by, by, language=Language(language).value)
    return by


@action
def enter(*, username: str, password: str) -> User:
    """Sign in. Raises SignInRefused; a name that does not exist costs the same time as a wrong password."""
    user = User.objects.filter(username=username).first()
    if (
        not check_password(password, user.password if user else NOBODY)
        or user is None
        or not user.is_active
    ):
        raise SignInRefused
    user.last_seen = clock.now()
    user.save(update_fields=["last_seen"])
    record("accounts.user.entered", user, user, way="password")
    return user


def begin_session(request: HttpRequest, user: User) -> None:
    """A new session id, whatever the browser brought along."""
    request.session.flush()
    request.session[SESSION_KEY] = str(user.pk)
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    request.session.cycle_key()
    rotate_token(request)
