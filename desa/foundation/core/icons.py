"""The drawings of the design system: Lucide icons (ISC) and the hatches of the charts."""

import json
from functools import cache
from pathlib import Path

PATTERNS = {
    "tidak": '<pattern id="p-tidak" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path class="hx" d="M0 0v7"/></pattern>',
}


@cache
def icon_paths() -> dict[str, str]:
    """Icon name -> the inside of its 24 x 24 drawing."""
    data = (Path(__file__).parent / "icons.json").read_text(encoding="utf-8")
    paths: dict[str, str] = json.loads(data)
    return paths


def symbol(name: str) -> str:
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{icon_paths()[name]}</symbol>'
