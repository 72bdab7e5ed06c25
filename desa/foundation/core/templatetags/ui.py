"""Tags of the design system: icons and their sprite, form fields, small charts."""

from typing import Any, cast

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from desa.foundation.core import charts, icons, rendering

register = template.Library()

USED_ICONS = "core.ui.icons"
USED_PATTERNS = "core.ui.patterns"


def _used(context: Context, kind: str) -> dict[str, None]:
    """Names used so far on this page, in order.

    Kept in the lowest layer of the render context: that one dictionary is
    shared with every included template, the upper ones are not.
    """
    shared = cast(dict[str, dict[str, None]], context.render_context.dicts[0])
    return shared.setdefault(kind, {})


@register.simple_tag(takes_context=True)
def icon(context: Context, name: str) -> SafeString:
    if name not in icons.icon_paths():
        raise template.TemplateSyntaxError(f"Unknown icon {name!r}: add it to core/icons.json.")
    _used(context, USED_ICONS)[name] = None
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag(takes_context=True)
def pattern(context: Context, name: str) -> str:
    """The value of an SVG `fill` that draws this hatch."""
    _used(context, USED_PATTERNS)[name] = None
    return f"url(#p-{name})"


@register.simple_tag(takes_context=True)
def sprite(context: Context) -> SafeString:
    """The symbols of this page only; stands at the end of body, after every use."""
    symbols = "".join(icons.symbol(name) for name in _used(context, USED_ICONS))
    patterns = "".join(icons.PATTERNS[name] for name in _used(context, USED_PATTERNS))
    defs = f"<defs>{patterns}</defs>" if patterns else ""
    # The drawings are our own data file, never input.
    return mark_safe(f'<svg class="hide" aria-hidden="true">{symbols}{defs}</svg>')  # noqa: S308


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, question: str = "") -> dict[str, Any]:
    """One field: label, hint, error, input, in that order.

    With `question` ("Pertanyaan 2 dari 4") the label is the heading of the page.
    """
    rendering.in_our_words(bound.form)
    return {"field": bound, "question": question}


@register.inclusion_tag("parts/error_summary.html", takes_context=True)
def error_summary(context: Context, form: BaseForm) -> dict[str, Any]:
    """Stands first in main; nothing when the form has no errors."""
    if form.errors:  # `{{ form }}` renders its icons outside the page's own context
        _used(context, USED_ICONS)["triangle-alert"] = None
    items = [{"href": "", "text": message} for message in form.non_field_errors()]
    for bound in form:
        href = "" if bound.is_hidden else f"#{_target(bound)}"
        items += [{"href": href, "text": message} for message in rendering.problems(bound)]
    return {"items": items}


def _target(bound: BoundField) -> str:
    """The id to jump to: of a group of choices its first one."""
    if bound.use_fieldset and bound.subwidgets:
        return bound.subwidgets[0].id_for_label
    return bound.id_for_label


register.filter("has_picks", rendering.has_picks)
register.filter("problems", rendering.problems)


@register.inclusion_tag("parts/dots.html")
def dots(total: int, late: int, label: str) -> dict[str, Any]:
    """One square for each letter; the late ones, last, are crossed out."""
    return {"squares": charts.dots(total, late), "rows": charts.dot_rows(total), "label": label}


@register.inclusion_tag("parts/stair.html")
def stair(levels: list[str], stage: int) -> dict[str, Any]:
    """Five terraces filled up to the stage (1 to 5)."""
    return {"steps": charts.stair(levels, stage)}


@register.inclusion_tag("parts/track.html", takes_context=True)
def track(context: Context, shares: list[tuple[str, float]], label: str) -> dict[str, Any]:
    """Working time of a promise: (`used` or `paused`, per cent) pairs from the left up to now."""
    now = sum(share for _, share in shares)
    hatch = pattern(context, "tidak")
    return {
        "segments": charts.segments(shares),
        "now": charts.percent(now),
        "label": label,
        "hatch": hatch,
    }


@register.inclusion_tag("parts/bar.html", takes_context=True)
def bar(context: Context, known: float, possible: float, label: str, text: str) -> dict[str, Any]:
    """Known part solid, what may be on top hatched; per cent of the whole."""
    hatch = pattern(context, "tidak")
    span = charts.interval(known, possible, known)
    return {"span": span, "label": label, "text": text, "hatch": hatch}


@register.inclusion_tag("parts/stat.html")
def stat(value: float, low: float, high: float, label: str) -> dict[str, Any]:
    """A value of 0 to 100 with the interval it may lie in."""
    span = charts.interval(low, high, value)
    return {"value": value, "low": low, "high": high, "label": label, "span": span}


@register.inclusion_tag("parts/axis.html", takes_context=True)
def axis(
    context: Context, value: float | None, low: float, high: float, label: str
) -> dict[str, Any]:
    """A score on its five bands; without a value everything it may be is hatched."""
    span = charts.interval(low, high, low if value is None else value)
    known = value is not None
    return {
        "span": span,
        "known": known,
        "label": label,
        "hatch": "" if known else pattern(context, "tidak"),
    }
