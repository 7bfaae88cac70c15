"""One pass over a page: its text blocks in reading order, and the elements that hold them.

turbohtml's `sax_parse` does the parsing: it builds the tree as the HTML standard says (implied ends, void elements, foster
parenting), so that starts and ends always come in pairs, and it is linear on hostile pages (a million nested tags, 200,000
attributes). It nests no deeper than 512 elements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from turbohtml.saxparse import sax_parse

from agents.clean.body.menus import FEWEST, FOOTERS, PROSE, STORIES, WHOLE, Entry, is_list_of_links


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNSEEN = _set(
    "script style noscript svg math template iframe head title button select datalist textarea object canvas video audio noframes"
)
"""Elements whose text is not part of the page as read."""
RAW = _set("script style head title iframe textarea noframes")
"""Those of which nothing is taken even when the page shows no text elsewhere."""
BOLD = _set("b strong")
INLINE = _set(
    "a abbr acronym bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rb rp rt rtc ruby s samp"
    " small source span strike sub sup time track tt u var wbr"
)
PARAGRAPHS = _set("p h1 h2 h3 h4 h5 h6")
"""Hold running text only: a tag unknown to the standard stands inline in them."""
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
NAMING = _set("class id itemprop role data-testid data-component data-type data-qa data-module")
"""Attributes whose values are names that a site's developers gave to a part of the page."""
HIDDEN = " HIDDEN"
"""Mark among an element's names: not displayed, by attribute or style."""
BODY = re.compile(r"</head>\s*(?=<body[\s>])")
MOST = 20_000
"""Blocks; what comes after them is left out. The richest page of some 2,000 from the web has a tenth of that."""
SHADOW, SHADOW_MARK = "shadowrootmode", "data-eventwire-shadow"
"""The parser leaves the content of a declarative shadow root out, though it is shown; under another name it is a plain template."""

_BLOCK, _INLINE, _ANCHOR, _BOLD, _BREAK, _UNSEEN, _FOOTER, _UNKNOWN = range(8)
_PLAIN = _BREAK
"""The kinds up to this one need no second look."""
_KIND = (
    dict.fromkeys(KNOWN, _BLOCK)
    | dict.fromkeys(INLINE, _INLINE)
    | dict.fromkeys(UNSEEN, _UNSEEN)
    | dict.fromkeys(BOLD, _BOLD)
    | {"a": _ANCHOR, "br": _BREAK}
    | dict.fromkeys(FOOTERS, _FOOTER)
)
_KIND_OF_THE_HIDDEN = _KIND | dict.fromkeys(UNSEEN - RAW, _BLOCK)
_FOOTERS_READ = dict.fromkeys(FOOTERS, _BLOCK)


@dataclass(slots=True)
class Outline:
    """A page as parallel lists: n blocks and m elements.

    A block is the text between two starts or ends of block-level elements, or line breaks, with single spaces; never empty.
    Element 0 is the root. An element's blocks, its descendants' included, are `first[e]` to `end[e]` (exclusive).
    """

    texts: Sequence[str]
    """n texts."""
    leaf: Sequence[int]
    """n: the element that directly holds the block."""
    linked: Sequence[int]
    """n: characters inside of links, spaces included."""
    anchors: Sequence[int]
    """n: links that start in the block."""
    bold: Sequence[int]
    """n: characters in bold type."""
    inline: Sequence[str | None]
    """n: tag and names of the inline element that the block starts with, if any."""
    breaks: Sequence[int]
    """n: line breaks (br) right before the block; 0 where an element's edge parts it from the one before."""
    tags: list[str]
    """m tag names in lower case."""
    names: list[str]
    """m: the values of the naming attributes, each after a space."""
    parents: list[int]
    """m; the root is its own parent."""
    first: list[int]
    end: list[int]
    forgotten: int = 0
    """Blocks of menus, footers and lists of links, that are not among the n."""


class _Handler:
    """What `sax_parse` calls; slots, since attribute look-ups on it are the walk's inner loop."""

    __slots__ = ("characters", "comment", "doctype", "end_element", "processing_instruction", "start_element")

    start_element: Callable[[str, Sequence[tuple[str, str | None]]], None]
    end_element: Callable[[str], None]
    characters: Callable[[str], None]
    comment: Callable[..., None]
    doctype: Callable[..., None]
    processing_instruction: Callable[..., None]


def _ignore(*_: Any) -> None:
    pass


def _names(attributes: Sequence[tuple[str, str | None]]) -> str:
    names = ""
    for name, value in attributes:
        if name in NAMING:
            if value:
                names = f"{names} {value}"
        elif name == "hidden" or (name == "style" and value and "display" in value and "none" in value):
            names += HIDDEN
    return names


def _without_head(html: str) -> str:
    """From the body on, where it is plain where that is: the head is up to half of a page, and holds no text."""
    head = html.find("</head>")
    body = BODY.match(html, head) if head >= 0 else None
    if body is None:
        return html
    if any(_is_open(html, start, end, head) for start, end in (("<script", "</script"), ("<!--", "-->"))):
        return html  # the head's end stands in a script or a comment
    return html[body.end() :]


def _is_open(html: str, start: str, end: str, at: int) -> bool:
    """Whether what begins so stands open at a place of the page."""
    if html.find(start, 0, at) < 0:
        return False
    return html.find(start, max(0, html.rfind(end, 0, at)), at) >= 0


def walk(html: str, *, hidden: bool = False) -> Outline:
    """Blocks and elements of the page; `hidden`: with what stands in noscript, templates, buttons and media, for pages that
    show nothing else.

    Never raises on any text; time and memory are linear in its length.
    """
    shown = _without_head(html)
    if SHADOW in shown:
        shown = shown.replace(SHADOW, SHADOW_MARK)
    kinds = _KIND_OF_THE_HIDDEN if hidden else _KIND
    outline, forgotten = _walked(shown, kinds)
    if forgotten and forgotten > sum(len(text) for text in outline.texts if len(text) >= PROSE):
        return _walked(shown, kinds | _FOOTERS_READ)[0]  # a nav that was never closed holds the page
    return outline


def _walked(html: str, kinds: dict[str, int]) -> tuple[Outline, int]:
    """With the characters of prose in navs and footers, which are not read."""
    kind = kinds.get
    blocks: list[Entry] = []
    tags, names, parents, first, end = ["#root"], [""], [0], [0], [0]
    buffer: list[str] = []  # texts of the block in progress
    unseen: list[str] = []  # open elements from the unseen one inwards
    current = 0  # element
    in_link = in_bold = 0  # open links and bold elements
    linked = anchors = bold = breaks = 0  # of the block in progress
    link_from = bold_from = unseen_from = raw_from = 0  # where in the buffer the outermost open one began
    inline: str | None = None
    forgotten = prose_forgotten = 0

    def flush() -> None:
        """Ends the block in progress."""
        nonlocal linked, anchors, bold, link_from, bold_from, inline, breaks
        text = buffer[0] if len(buffer) == 1 else "".join(buffer)
        if text and not text.isspace() and len(blocks) < MOST:
            if in_link:
                linked += sum(map(len, buffer[link_from:]))
            if in_bold:
                bold += sum(map(len, buffer[bold_from:]))
            blocks.append((" ".join(text.split()), current, linked, anchors, bold, inline, breaks))
            breaks = 0
        buffer.clear()
        linked = anchors = bold = link_from = bold_from = 0
        inline = None

    def push(tag: str, element_names: str) -> None:
        nonlocal current
        parents.append(current)
        current = len(tags)
        tags.append(tag)
        names.append(element_names)
        first.append(len(blocks))
        end.append(0)

    def rescue() -> None:
        """The page goes on inside of an unseen element: all that is open in it was meant to be seen."""
        del buffer[unseen_from:]
        flush()
        for open_tag in unseen:
            if kind(open_tag, _UNKNOWN) in (_BLOCK, _UNSEEN, _FOOTER, _UNKNOWN):
                push(open_tag, "")
        unseen.clear()

    def start(tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        nonlocal current, in_link, in_bold, anchors, link_from, bold_from, unseen_from, raw_from, inline, breaks
        if unseen:
            if tag not in RESCUE.get(unseen[0], ()):
                unseen.append(tag)
                if tag in RAW:
                    raw_from = len(buffer)
                return
            rescue()
        what = kind(tag, _UNKNOWN)
        if what > _PLAIN:
            if what == _UNKNOWN:
                what = _INLINE if tags[current] in PARAGRAPHS else _BLOCK
            elif what == _FOOTER:
                if buffer:
                    flush()
                breaks = 0
                what = _BLOCK if tag == "footer" and in_story(current) else _UNSEEN
            elif tag == "template" and any(name == SHADOW_MARK for name, _ in attributes):
                what = _BLOCK
        if what == _BLOCK:
            if buffer:
                flush()
            breaks = 0
            parents.append(current)
            current = len(tags)
            tags.append(tag)
            names.append(_names(attributes) if attributes else "")
            first.append(len(blocks))
            end.append(0)
        elif what == _UNSEEN:
            unseen.append(tag)
            unseen_from = len(buffer)
        elif what == _BREAK:
            if buffer:
                flush()
            breaks += 1
        else:
            if inline is None and not buffer:
                inline = tag
                for name, value in attributes or ():
                    if value and name in ("class", "itemprop"):
                        inline = f"{inline} {value}"
            if what == _ANCHOR:
                if not in_link:
                    link_from = len(buffer)
                in_link += 1
                anchors += 1
            elif what == _BOLD:
                if not in_bold:
                    bold_from = len(buffer)
                in_bold += 1

    def close(tag: str) -> None:
        nonlocal current, in_link, in_bold, linked, bold, breaks
        if unseen:
            unseen.pop()
            if not unseen:
                if tag in FOOTERS:
                    forget_texts(buffer[unseen_from:])
                del buffer[unseen_from:]
            elif tag in RAW:
                del buffer[raw_from:]
            return
        what = kind(tag, _UNKNOWN)
        if what == _ANCHOR:
            if in_link:
                in_link -= 1
                if not in_link:
                    linked += sum(map(len, buffer[link_from:]))
        elif what == _BOLD:
            if in_bold:
                in_bold -= 1
                if not in_bold:
                    bold += sum(map(len, buffer[bold_from:]))
        elif what != _INLINE and tags[current] == tag:
            if buffer:
                flush()
            breaks = 0
            end[current] = len(blocks)
            element, current = current, parents[current]
            if len(blocks) - first[element] >= FEWEST and tag not in WHOLE and is_list_of_links(blocks, first[element]):
                forget(element)

    def forget_texts(texts: list[str]) -> None:
        nonlocal forgotten, prose_forgotten
        forgotten += sum(not text.isspace() for text in texts)
        prose_forgotten += sum(len(text) for text in texts if len(text) >= PROSE and not text.isspace())

    def in_story(element: int) -> bool:
        while element and tags[element] not in STORIES:
            element = parents[element]
        return element > 0

    def forget(element: int) -> None:
        """All of the element that was closed last."""
        nonlocal forgotten
        begin = first[element]
        forgotten += len(blocks) - begin
        del blocks[begin:], tags[element:], names[element:], parents[element:], first[element:], end[element:]

    handler = _Handler()
    handler.start_element, handler.end_element, handler.characters = start, close, buffer.append
    handler.comment = handler.doctype = handler.processing_instruction = _ignore
    sax_parse(html, handler)
    if unseen:
        del buffer[unseen_from:]
    flush()
    while current:
        end[current] = len(blocks)
        current = parents[current]
    end[0] = len(blocks)
    texts, leaf, linked_, anchors_, bold_, inline_, breaks_ = zip(*blocks, strict=True) if blocks else ((),) * 7
    return (
        Outline(texts, leaf, linked_, anchors_, bold_, inline_, breaks_, tags, names, parents, first, end, forgotten),
        prose_forgotten,
    )
