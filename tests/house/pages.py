"""What every HTML page keeps to, read from its bytes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

TOKEN = re.compile(r'csrfmiddlewaretoken(?!" value="contoh")')  # the gallery's is made up
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}


def page_faults(source: str) -> list[str]:
    """Every fault of a page in words; an empty list for a good one."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        root = parser.parse(source)
    except ParseError as problem:
        return [f"not valid HTML: {problem}"]
    return [fault for check in CHECKS for fault in check(root)]


def part_faults(source: str) -> list[str]:
    """The same for a piece of a page that a script fetches: valid, and without its own scripts."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        root = parser.parseFragment(source)
    except ParseError as problem:
        return [f"not valid HTML: {problem}"]
    return [fault for check in (labels, ids) for fault in check(root)]


def words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def headings(root: Element) -> Iterator[str]:
    found = [words(heading) for heading in root.iter("h1")]
    if len(found) != 1:
        yield f"{len(found)} h1 instead of one: {found}"
    elif not found[0]:
        yield "the h1 is empty"


def names(root: Element) -> Iterator[str]:
    title = words(root.find(".//title"))
    if not title or title.startswith("-"):
        yield f"the title says nothing: {title!r}"
    if root.get("lang") not in {"id", "en"}:
        yield f"the language is {root.get('lang')!r}"


def labels(root: Element) -> Iterator[str]:
    named = {label.get("for") for label in root.iter("label") if words(label)}
    wrapped = {box for label in root.iter("label") if words(label) for box in label.iter()}
    for tag in ("input", "select", "textarea"):
        for box in root.iter(tag):
            spoken = box.get("aria-label") or box.get("aria-labelledby")
            if box.get("type") in UNLABELLED or spoken or box in wrapped:
                continue
            if box.get("id") not in named or box.get("id") is None:
                yield f"no label for {tag} {box.get('name')}"


def ids(root: Element) -> Iterator[str]:
    counts = Counter(element.get("id") for element in root.iter() if element.get("id"))
    yield from (f"id {name} stands {count} times" for name, count in counts.items() if count > 1)
    for element in root.iter():
        for attribute in ("aria-describedby", "aria-labelledby"):
            missing = set((element.get(attribute) or "").split()) - set(counts)
            yield from (f"{attribute} names {name}, which is not there" for name in missing)


def inline(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"inline {element.tag}"
        for attribute in element.attrib:
            if attribute == "style" or re.match(r"on[a-z]+$", attribute):
                yield f"{attribute} on {element.tag}"


def forms(root: Element) -> Iterator[str]:
    for form in root.iter("form"):
        if not (form.get("action") or form.get("method")):
            yield "a form goes nowhere"
    for image in root.iter("img"):
        if image.get("alt") is None:
            yield f"no words for the picture {image.get('src')}"


def doors(root: Element) -> Iterator[str]:
    for link in root.iter("a"):
        if link.get("href") == "":
            yield f"the link {words(link)!r} leads nowhere"
        if not (words(link) or link.get("aria-label")):
            yield f"the link to {link.get('href')} has no words"
    for button in root.iter("button"):
        if not (words(button) or button.get("aria-label")):
            yield "a button has no words"


CHECKS: tuple[Callable[[Element], Iterator[str]], ...] = (
    headings,
    names,
    labels,
    ids,
    inline,
    forms,
    doors,
)


def answer_faults(
    source: str, policy: str, cookies: list[str], *, public_get: bool
) -> Iterator[str]:
    """Of the answer around the page: its policy, and what a public GET may not leave behind."""
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield f"the content policy is {policy!r}"
    if public_get and cookies:
        yield f"a public page set {', '.join(cookies)}"
    if public_get and TOKEN.search(source):
        yield "a public page holds a token"
