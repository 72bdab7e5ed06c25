"""Names that only a few named modules may use."""

import ast
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """`allowed`: beginnings of the paths that may use it."""

    why: str
    names: re.Pattern[str]
    allowed: tuple[str, ...]


def _rule(why: str, names: str, *allowed: str) -> Rule:
    return Rule(why, re.compile(rf"(?:^|\.)(?:{names})$"), allowed)


RULES = (
    _rule(
        "the time comes from core.clock",
        r"date\.today|datetime\.(today|now|utcnow)|localdate|localtime|timezone\.now"
        r"|time\.(time|localtime|gmtime)",
        "desa/foundation/core/clock.py",
        "desa/infrastructure/connectivity/engine/probe.py",  # runs without us, on a device of its own
    ),
    _rule("settings come from config", r"os\.(environ|getenv|putenv)", "config/", "tools/"),
    _rule(
        "SQL of our own has its few places",
        r".+\.cursor|(?:objects|\(\))\.(?:raw|extra)|RawSQL|executescript",
        "desa/foundation/core/sqlcipher/",
        "desa/foundation/tenancy/managers.py",
        "desa/people/residents/actions/indexing.py",
        "desa/people/residents/queries/trigram.py",
        "tools/bench/",
    ),
    _rule(
        "a body may not be read after the village is closed",
        r"StreamingHttpResponse|FileResponse",
        "desa/foundation/tenancy/middleware.py",
    ),
    _rule(
        "markup is made by templates",
        r"mark_safe|SafeString|SafeText",
        "desa/foundation/core/templatetags/ui.py",
        "desa/transparency/publishing/templatetags/publishing.py",
    ),
    _rule(
        "work stays in one village",
        r"all_villages",
        "desa/foundation/files/queries.py",
        "desa/foundation/tenancy/models/owned.py",
    ),
    _rule("money is RupiahField", r"DecimalField"),
    _rule("there is no Django admin", r"django\.contrib\.admin"),
)


def names(tree: ast.AST) -> set[str]:
    """Dotted names as written, imported ones with their module."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            found.add(_dotted(node))
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "()"


def broken_rules(tree: ast.AST, path: str) -> list[str]:
    used = names(tree)
    return sorted(
        f"{path}: {name}: {rule.why}"
        for rule in RULES
        if not path.startswith(rule.allowed)
        for name in used
        if rule.names.search(name)
    )


MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/\w|/tmp/[s]cratch")
INDEX = re.compile(r"://|^\s*--(?:extra-)?index-url|^\s*--find-links", re.MULTILINE)


def machine_paths(source: str) -> list[str]:
    return MACHINE.findall(source)
