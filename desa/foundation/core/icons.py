"""The drawings of the design system: Lucide icons (ISC) and the hatches of the charts."""

import json
from functools import cache
from pathlib import Path

PATTERNS = {
    "tidak": '<pattern id="p-tidak" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path class="hx" d="M0 0v7"/></pattern>',
    "garis": '<pattern id="p-garis" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M0 3h6" stroke="#fff" stroke-width="1.6"/></pattern>',
    "titik": '<pattern id="p-titik" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<circle cx="3.5" cy="3.5" r="1.5" fill="#fff"/></pattern>',
    "miring": '<pattern id="p-miring" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0v6" stroke="#fff" stroke-width="2"/></pattern>',
    "kisi": '<pattern id="p-kisi" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<path d="M0 3.5h7M3.5 0v7" stroke="#fff" stroke-width="1.2"/></pattern>',
}


@cache
def icon_paths() -> dict[str, str]:
    """Icon name -> the inside of its 24 x 24 drawing."""
    data = (Path(__file__).parent / "icons.json").read_text(encoding="utf-8")
    paths: dict[str, str] = json.loads(data)
    return paths


def symbol(name: str) -> str:
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{icon_paths()[name]}</symbol>'
