"""The last gate before a village's words are stored as HTML."""

import nh3

from desa.transparency.publishing.rules.markup import to_html

TAGS = {"p", "br", "ul", "ol", "li", "strong", "a"}


def clean_html(source: str) -> str:
    """HTML of a text with the house's signs; only TAGS, and links of the web only."""
    return nh3.clean(
        to_html(source),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener nofollow",
    )
