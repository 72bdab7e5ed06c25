"""The steps of a card as data: what it asks, when it may be taken, what it does."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.enums import CardState, MarketplacePermission, Via
from desa.empowerment.marketplace.forms import (
    DecideForm,
    NumberForm,
    PriceForm,
    ReasonForm,
    VouchForm,
)
from desa.empowerment.marketplace.models import Card
from desa.foundation.accounts.models import User

Data = dict[str, Any]
S = CardState


@dataclass(frozen=True)
class Step:
    """`form` None: one press is enough. `hint` says what follows."""

    title: Promise
    states: Collection[str]
    run: Callable[[User, Card, Data], object]
    permission: MarketplacePermission = MarketplacePermission.EDIT
    form: type[forms.Form] | None = None
    hint: Promise | str = ""


def _number(by: User, card: Card, data: Data) -> object:
    return actions.request_number(by=by, card=card, phone=data["phone"], reason=data["reason"])


def _decide(by: User, card: Card, data: Data) -> object:
    accept, via = data["accept"] == "ya", Via(data["via"])
    return actions.decide_number(by=by, card=card, accept=accept, via=via, reason=data["reason"])


def _price(by: User, card: Card, data: Data) -> object:
    return actions.set_price(by=by, card=card, price=data["price"], via=Via(data["via"]))


def _vouch(by: User, card: Card, data: Data) -> object:
    via = Via(data["via"])
    return actions.vouch_for_seller(by=by, card=card, via=via, words=data["words"])


STEPS: dict[str, Step] = {
    "harga": Step(
        _("Ganti harga"),
        (S.WAITING, S.SHOWN, S.ASLEEP),
        _price,
        form=PriceForm,
        hint=_("Harga lama tetap tercatat di riwayat harga."),
    ),
    "masih": Step(
        _("Penjual bilang masih jual"),
        (S.SHOWN, S.ASLEEP),
        lambda by, card, data: actions.hear_seller(by=by, card=card, still=True),
    ),
    "henti": Step(
        _("Penjual bilang sudah tidak jual"),
        (S.SHOWN,),
        lambda by, card, data: actions.hear_seller(by=by, card=card, still=False),
    ),
    "setuju": Step(
        _("Catat persetujuan penjual"),
        (S.WAITING,),
        _vouch,
        MarketplacePermission.VOUCH,
        VouchForm,
        _("Untuk penjual yang datang ke loket atau tidak memakai WhatsApp."),
    ),
    "nomor": Step(
        _("Ganti nomor HP"),
        (S.WAITING, S.SHOWN, S.ASLEEP),
        _number,
        form=NumberForm,
        hint=_("Nomor baru berlaku setelah pemilik nomor lama, atau loket, menyetujui."),
    ),
    "putus-nomor": Step(
        _("Putuskan ganti nomor di loket"),
        (S.SHOWN, S.ASLEEP),
        _decide,
        MarketplacePermission.VOUCH,
        DecideForm,
        _("Pastikan orangnya. Keputusan dan alasannya tercatat, dan nomor lama diberi tahu."),
    ),
    "tarik": Step(
        _("Tarik kartu"),
        (S.WAITING, S.SHOWN, S.ASLEEP),
        lambda by, card, data: actions.withdraw_card(by=by, card=card, reason=data["reason"]),
        MarketplacePermission.VOUCH,
        ReasonForm,
        _("Kartu tidak tampil lagi. Riwayatnya tetap tersimpan."),
    ),
    "buka-lagi": Step(
        _("Buka lagi, tunggu persetujuan penjual"),
        (S.ENDED,),
        lambda by, card, data: actions.reopen_card(by=by, card=card),
    ),
}
