"""What a template may hold."""

import re

REMOTE = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9-]+\.[a-z]", re.IGNORECASE)
INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.IGNORECASE
)
UNSAFE = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off")
FORM = re.compile(r"<form\b[^>]*method=[\"']?post.*?</form>", re.IGNORECASE | re.DOTALL)
ICON = re.compile(r"{%\s*icon\s+[\"']([\w-]+)[\"']|\bicon=[\"']([\w-]+)[\"']")
LOAD = re.compile(r"{%\s*load\s+([\w\s]+?)\s*%}")
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", re.DOTALL)


def remote(source: str) -> list[str]:
    return REMOTE.findall(COMMENT.sub("", source))


def inline(source: str) -> list[str]:
    return INLINE.findall(source)


def unsafe(source: str) -> list[str]:
    return UNSAFE.findall(source)


def forms_without_token(source: str) -> list[str]:
    """Office forms are protected by a token."""
    return [form for form in FORM.findall(source) if "{% csrf_token %}" not in form]


def tokens(source: str) -> bool:
    """Public forms hold none: it would set a cookie."""
    return "csrf_token" in source


def icons(source: str) -> set[str]:
    return {first or second for first, second in ICON.findall(source)}


def loaded(source: str) -> set[str]:
    return {name for names in LOAD.findall(source) for name in names.split()}


def uses(source: str, tags: set[str], filters: set[str]) -> bool:
    """Whether any of a library's tags or filters stands in the template."""
    named = set(re.findall(r"{%\s*(\w+)", source)) & tags
    piped = set(re.findall(r"\|\s*(\w+)", source)) & filters
    return bool(named or piped)
