"""Lapor lives in a draft whose key is in the address: no cookie, no script.

The back button, two tabs and a cut lose nothing, and a photo need not travel twice. Hidden fields could
hold no photo, and would be lost with the page.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.intake.models import GuestDraft
from desa.foundation.intake.queries import find_guest_draft
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.actions.sending import FORM, sent_before

# Many phones of one mobile operator share an address; a whole village tells us less than this.
opened = RateLimiter(attempts=60, seconds=3600)
sent = RateLimiter(attempts=20, seconds=3600)
sent_here = RateLimiter(attempts=600, seconds=600)
# Each photo costs a second of a processor and lies on the disk for a week, also one dropped again.
pictured = RateLimiter(attempts=60, seconds=3600)
FASTEST = timedelta(seconds=3)
FLOOD = _(
    "Sedang terlalu banyak laporan yang masuk, jadi yang ini belum kami terima. Tulisan Anda tersimpan di "
    "alamat halaman ini sampai besok. Coba lagi 10 menit lagi, atau datang ke kantor desa."
)
TOO_FAST = _("Terlalu cepat untuk kami baca. Periksa isian Anda, lalu kirim sekali lagi.")

P = ParamSpec("P")
Inner = Callable[Concatenate[HttpRequest, str, GuestDraft, P], HttpResponse]


def with_draft(view: Inner[P]) -> Callable[..., HttpResponse]:
    """Gives the view the draft of the address. One that was sent leads to what became of it: the answer
    may have been lost on its way, and who sends again must not file twice."""

    @wraps(view)
    def opened_draft(
        request: HttpRequest, key: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        draft = find_guest_draft(key, FORM)
        if draft is not None:
            answer = view(request, key, draft, *args, **kwargs)
            answer["Cache-Control"] = "no-store"
            return answer
        if complaint := sent_before(key):
            return redirect("complaints:filed", complaint.code.value)
        return render(request, "complaints/resident/gone.html", {}, status=404)

    return opened_draft


def refusal_to_send(request: HttpRequest, draft: GuestDraft) -> str | Promise:
    """Why it is not taken just now, in words for the page; empty when it is."""
    if clock.now() - draft.created_at < FASTEST:
        return TOO_FAST
    here = str(current_village().pk)
    if sent.is_blocked(client_of(request)) or sent_here.is_blocked(here):
        return FLOOD
    return ""


def count_sent(request: HttpRequest) -> None:
    sent.count(client_of(request))
    sent_here.count(str(current_village().pk))
