"""The house's few signs become HTML, and nothing else ever does."""

import re
from html.parser import HTMLParser

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.publishing.engine.cleaning import TAGS, clean_html
from desa.transparency.publishing.rules.markup import to_html, to_plain

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">klik</a>',
    "javascript:alert(1)",
    "**<b onmouseover=alert(1)>tebal</b>**",
    'https://desa.example/"onmouseover="alert(1)',
    "https://desa.example/'><script>alert(1)</script>",
    "- <iframe src=https://jahat.example></iframe>",
    "1. <form action=https://jahat.example><input name=nik>",
    "<style>body{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "data:text/html,<script>alert(1)</script>",
    "[klik](javascript:alert(1))",
]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Satu\n\nDua", "<p>Satu</p><p>Dua</p>"),
        ("Satu\r\nDua", "<p>Satu<br>Dua</p>"),
        ("- air\n- jalan", "<ul><li>air</li><li>jalan</li></ul>"),
        ("* air\n• jalan", "<ul><li>air</li><li>jalan</li></ul>"),
        ("1. datang\n2) tulis", "<ol><li>datang</li><li>tulis</li></ol>"),
        ("Bawa:\n- KTP", "<p>Bawa:</p><ul><li>KTP</li></ul>"),
        ("**besok** pagi", "<p><strong>besok</strong> pagi</p>"),
        ("2 * 3 ** 4", "<p>2 * 3 ** 4</p>"),
        ("balita <5 tahun & ibu", "<p>balita &lt;5 tahun &amp; ibu</p>"),
        ("10.30 sampai selesai", "<p>10.30 sampai selesai</p>"),
        ("   \n\n", ""),
    ],
)
def test_signs_become_the_html_they_mean(typed: str, shown: str) -> None:
    assert clean_html(typed) == shown


def test_address_becomes_a_link_without_its_full_stop() -> None:
    shown = clean_html("Lihat https://desa.example/info?a=1&b=2.")
    assert 'href="https://desa.example/info?a=1&amp;b=2"' in shown
    assert 'rel="noopener nofollow"' in shown
    assert shown.endswith("</a>.</p>")


class Collector(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]


def dangers(html: str) -> list[str]:
    seen = Collector()
    seen.feed(html)
    wrong = sorted((seen.tags - TAGS) | (seen.attributes - {"href", "rel"}))
    return wrong + [link for link in seen.links if not re.match(r"https?://", link)]


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_shown_as_it_was_typed_and_does_nothing(attack: str) -> None:
    assert dangers(clean_html(attack)) == []
    tree = html5lib.parseFragment(clean_html(attack), namespaceHTMLElements=False)
    assert not tree.findall(".//script")


def test_pasted_tags_are_readable_words() -> None:
    assert clean_html("<b>Halo</b>") == "<p>&lt;b&gt;Halo&lt;/b&gt;</p>"


@given(st.text(alphabet="<>\"'&*-•1. \n/=:abhtpsjcrip", max_size=120))
def test_no_text_at_all_becomes_code(text: str) -> None:
    assert dangers(clean_html(text)) == []


@given(st.text(max_size=200))
def test_last_gate_takes_nothing_away_that_the_signs_made(text: str) -> None:
    def words(html: str) -> str:
        parser = html5lib.parseFragment(html, namespaceHTMLElements=False)
        return "".join(parser.itertext()).replace("\x00", "").replace("\ufffd", "")

    assert words(clean_html(text)) == words(to_html(text))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Air **besok**.", "Air *besok*."),
        ("  Satu \r\n\r\n- dua  ", "Satu\n\n- dua"),
    ],
)
def test_message_keeps_the_words_with_one_star(typed: str, message: str) -> None:
    assert to_plain(typed) == message
