"""What each element of HTML is to the walk: a block of its own, part of a line, unseen, a menu or footer; what names it has; and
whether it is displayed."""

from __future__ import annotations

import re
from functools import lru_cache

from turbohtml import Element

from agents.clean.body.menus import FOOTERS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNSEEN = _set(
    "script style noscript svg math template iframe head title button select datalist textarea object canvas video audio noframes"
)
"""Elements whose text is not part of the page as read."""
RAW = _set("script style head title iframe textarea noframes")
"""Those of which nothing is taken even when the page shows no text elsewhere."""
FILMS = _set("video iframe object")
"""Those that show something, as a picture does."""
BOLD = _set("b strong")
INLINE = _set(
    "a abbr acronym bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rb rp rt rtc ruby s samp"
    " small source span strike sub sup time track tt u var wbr"
)
HEADINGS = _set("h1 h2 h3 h4 h5 h6")
PARAGRAPHS = HEADINGS | {"p"}
"""Hold running text only: a tag unknown to the standard stands inline in them."""
LISTS = _set("ul ol")
CELLS = _set("td th")
ENTRIES = CELLS | _set("li dt dd")
"""Items of lists, terms with what they mean, cells."""
OWN_LINES = HEADINGS | ENTRIES | {"pre"}
"""What one of these holds is a line of its own, however it begins, and may be said again of another thing."""
KNOWN = _set(
    "html body p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd div section article aside nav header footer main figure figcaption blockquote"
    " pre table caption colgroup col thead tbody tfoot tr td th form fieldset legend details summary dialog address center hr input"
    " hgroup menu search frameset frame embed param area map option optgroup output progress meter link meta base"
)
_SECTIONS = _set("article main section table h1 h2 h3 footer nav blockquote")
RESCUE = dict.fromkeys(("video", "audio", "canvas", "object"), _SECTIONS) | {
    tag: _SECTIONS | {"p"} for tag in ("button", "select", "svg", "math", "datalist")
}
"""By unseen element: what no page nests in it. Where one starts, an end tag was forgotten, and the page goes on. (A video's
paragraphs may tell to switch browsers.)"""

BLOCK, PART, LINK, STRONG, PICTURE, BREAK, UNREAD, MENU = range(8)
"""Kinds: of a line a part, a link, a part in bold type, a picture; what ends it, what is not read."""
PLAIN = BREAK
"""The kinds up to this one need no second look."""
KIND = (
    dict.fromkeys(KNOWN, BLOCK)
    | dict.fromkeys(INLINE, PART)
    | dict.fromkeys(UNSEEN, UNREAD)
    | dict.fromkeys(BOLD, STRONG)
    | {"a": LINK, "br": BREAK, "img": PICTURE}
    | dict.fromkeys(FOOTERS, MENU)
)
KIND_OF_THE_HIDDEN = KIND | dict.fromkeys(UNSEEN - RAW, BLOCK)
FOOTERS_READ = dict.fromkeys(FOOTERS, BLOCK)
NAMING = frozenset(("class", "id", "itemprop", "role", "data-testid", "data-component", "data-type", "data-qa", "data-module"))
"""Attributes whose values are names that a site's developers gave to a part of the page."""
SHADOW = "shadowrootmode"
"""Attribute of a template that is shown: a declarative shadow root."""
HIDDEN = " HIDDEN"
"""Mark among an element's names: not displayed, by attribute or style."""
LONGEST_CLASS = 300
"""Characters of a class attribute that are looked at: a page could make it as long as it likes."""
POPUP = re.compile(
    r"(?:rollover|tooltip|popover|hover-?card|popup|tippy)[\w-]{0,40}(?:block|content|body|box|text|inner|card|panel|popup)\b"
    r"|\b(?:popover|hover-?card|tooltiptext|sr-only|visually-?hidden|screen-reader-text)\b",
    re.IGNORECASE,
)
"""Names of what stands in a line unseen: a card of the person named, which opens under the mouse; what is read aloud alone."""
POPUP_PARTS = ("over", "tip", "popup", "only", "hidden", "reader")
"""One of these stands in each: to ask takes a tenth of the time."""


@lru_cache(4096)
def _names_a_popup(name: str) -> bool:
    return any(map(name.lower().__contains__, POPUP_PARTS)) and POPUP.search(name) is not None


def is_unseen_in_line(element: Element) -> bool:
    """Whether a part of a line is not displayed, by its names, its style or an attribute."""
    for name in element.attrs:
        if name == "class":
            value = element.attr(name)
            if value and _names_a_popup(value[:LONGEST_CLASS]):
                return True
        elif name in HIDING and _hides(name, element.attr(name)):
            return True
    return False


HIDING = frozenset(("hidden", "style"))


def _hides(name: str, value: str | None) -> bool:
    """Whether an attribute says that its element is not displayed."""
    return name == "hidden" or (name == "style" and value is not None and "display" in value and "none" in value)


def names_in(element: Element) -> str:
    """The values of the naming attributes, each after a space, and the mark of what is not displayed."""
    names = ""
    for name in element.attrs:
        if name in NAMING:
            value = element.attr(name)
            if value:
                names = f"{names} {value}"
        elif name in HIDING and _hides(name, element.attr(name)):
            names += HIDDEN
    return names


def start_of_line(element: Element) -> str:
    """The tag and names of an inline element that a block starts with."""
    start: str = element.tag
    for name in element.attrs:
        if name in ("class", "itemprop"):
            value = element.attr(name)
            if value:
                start = f"{start} {value}"
    return start
