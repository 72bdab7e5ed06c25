"""How every figure is counted, for someone who wants to do it again."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desa.insight.readiness.published.words import number, said
from desa.insight.readiness.rules.catalogue import (
    Part,
    SubIndicator,
    Unit,
    catalogue,
)


@dataclass(frozen=True)
class MethodLine:
    """A sub-indicator on the page of methods; `breaks` as they are printed, "" for a ladder."""

    code: str
    name: str
    formula: str
    source: str
    breaks: str
    basis_words: str
    cadence: str
    guards: tuple[str, ...]
    scored: bool


@dataclass(frozen=True)
class MethodGroup:
    code: str
    name: str
    asks: str
    subs: tuple[MethodLine, ...]


def methods() -> tuple[MethodGroup, ...]:
    return tuple(
        MethodGroup(
            item.code,
            said(item.name),
            said(item.asks),
            tuple(_method(sub) for sub in item.subs),
        )
        for item in catalogue()
    )


def _method(sub: SubIndicator) -> MethodLine:
    breaks = [_breaks(part) for part in sub.parts if part.goalposts]
    return MethodLine(
        code=sub.code,
        name=said(sub.name),
        formula=sub.formula,
        source=sub.source,
        breaks="; ".join(breaks),
        basis_words=_("kerangka umum") if sub.basis == "kerangka" else _("kebijakan desa"),
        cadence=sub.cadence.value,
        guards=sub.guards,
        scored=sub.scored,
    )


def _breaks(part: Part) -> str:
    """The four breakpoints between the five levels, in the unit of the figure."""
    if part.goalposts is None:
        return ""
    share = part.unit is Unit.SHARE
    points = [number(p * 100 if share else p, 2) for p in part.goalposts.breaks]
    return " / ".join(points) + (" %" if share else "")
