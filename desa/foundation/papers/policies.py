"""What the open village decided about its papers, as one typed value for a day."""

from datetime import date

from django.conf import settings

from desa.foundation.core.values.codes import VerifyCode
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.models import PaperPolicy
from desa.foundation.papers.rules.document import Check
from desa.foundation.papers.rules.layout import Layout
from desa.foundation.papers.rules.numbering import DEFAULT_FORMAT
from desa.foundation.tenancy.models import Village


def policy_on(day: date) -> PaperPolicy:
    """The village's own, or an unsaved one with the usual values."""
    decided = PaperPolicy.objects.filter(valid_from__lte=day).select_related("emblem").first()
    return decided or PaperPolicy(valid_from=day)


def layout_of(policy: PaperPolicy, size: PaperSize) -> Layout:
    width, height = size.millimetres
    return Layout(
        width=width,
        height=height,
        top=policy.margin_top,
        right=policy.margin_right,
        bottom=policy.margin_bottom,
        left=policy.margin_left,
        font_size=policy.font_size,
    )


def number_format(policy: PaperPolicy, register: str) -> str:
    return str(policy.number_formats.get(register, DEFAULT_FORMAT))


def public_base(village: Village) -> str:
    """Where this village's pages are reached, never from a Host header; "" = nowhere yet."""
    demo: str = settings.DEMO_ADDRESS
    return (village.public_address or demo).rstrip("/")


def check_of(code: VerifyCode, village: Village) -> Check:
    """The QR leads to the paper itself, the words to the form; without an address only the code."""
    base = public_base(village)
    if not base:
        return Check(code=code.display)
    place = base.split("://", 1)[-1] + "/v"
    return Check(code=code.display, link=f"{base}/v/{code.value}", place=place)
