"""One pass over a page: its text blocks in reading order, the elements that hold them, and where pictures and buttons stand.

turbohtml's `sax_parse` does the parsing: it builds the tree as the HTML standard says (implied ends, void elements, foster
parenting), so that starts and ends always come in pairs, and it is linear on hostile pages (a million nested tags, 200,000
attributes). It nests no deeper than 512 elements.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Any

from turbohtml.saxparse import sax_parse

from agents.clean.body.elements import (
    BLOCK,
    BREAK,
    FILMS,
    FOOTERS_READ,
    KIND,
    KIND_OF_THE_HIDDEN,
    LINK,
    MENU,
    PARAGRAPHS,
    PART,
    PICTURE,
    PLAIN,
    RAW,
    RESCUE,
    STRANGE,
    STRONG,
    UNREAD,
    Attributes,
    is_unseen_in_line,
    names_in,
    start_of_line,
)
from agents.clean.body.menus import FEWEST, FOOTERS, PROSE, STORIES, WHOLE, Entry, is_list_of_links
from agents.clean.body.source import SHADOW_MARK, as_read

MOST = 20_000
"""Blocks; what comes after them is left out. The richest page of some 2,000 from the web has a tenth of that."""


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
    pictures: Sequence[tuple[int, int]] = ()
    """Of pictures and films that open a line or stand in none: the block that follows, and the element that directly holds them."""
    buttons: Sequence[int] = ()
    """The elements that directly hold a button."""
    forgotten: int = 0
    """Blocks of menus, footers and lists of links, that are not among the n."""


class _Handler:
    """What `sax_parse` calls; slots, since attribute look-ups on it are the walk's inner loop."""

    __slots__ = ("characters", "comment", "doctype", "end_element", "processing_instruction", "start_element")

    start_element: Callable[[str, Attributes], None]
    end_element: Callable[[str], None]
    characters: Callable[[str], None]
    comment: Callable[..., None]
    doctype: Callable[..., None]
    processing_instruction: Callable[..., None]


def _ignore(*_: Any) -> None:
    pass


def walk(html: str, *, hidden: bool = False) -> Outline:
    """Blocks and elements of the page; `hidden`: with what stands in noscript, templates, buttons and media, for pages that
    show nothing else.

    Never raises on any text; time and memory are linear in its length.
    """
    shown = as_read(html)
    kinds = KIND_OF_THE_HIDDEN if hidden else KIND
    outline, forgotten = _walked(shown, kinds)
    if forgotten and forgotten > sum(len(text) for text in outline.texts if len(text) >= PROSE):
        return _walked(shown, kinds | FOOTERS_READ)[0]  # a nav that was never closed holds the page
    return outline


def _walked(html: str, kinds: dict[str, int]) -> tuple[Outline, int]:
    """With the characters of prose in navs and footers, which are not read."""
    kind = kinds.get
    blocks: list[Entry] = []
    tags, names, parents, first, end = ["#root"], [""], [0], [0], [0]
    buffer: list[str] = []  # texts of the block in progress
    unseen: list[str] = []  # open elements from the unseen one inwards
    rescuing: Container[str] = ()  # what no page nests in it
    current = 0  # element
    in_link = in_bold = 0  # open links and bold elements
    linked = anchors = bold = breaks = 0  # of the block in progress
    link_from = bold_from = unseen_from = raw_from = 0  # where in the buffer the outermost open one began
    inline: tuple[str, Attributes] | None = None  # that the block starts with
    pictures: list[tuple[int, int]] = []
    buttons: list[int] = []
    forgotten = prose_forgotten = 0

    def flush() -> None:
        """Ends the block in progress."""
        nonlocal linked, anchors, bold, link_from, bold_from, inline, breaks
        text = buffer[0] if len(buffer) == 1 else "".join(buffer)
        if text and not text.isspace() and len(blocks) < MOST:
            if in_link:
                linked += len("".join(buffer[link_from:]))
            if in_bold:
                bold += len("".join(buffer[bold_from:]))
            text = text.strip()
            if not text.isprintable() or "  " in text:  # few have white space but single spaces
                text = " ".join(text.split())
            begun = start_of_line(*inline) if inline else None
            blocks.append((text, current, linked, anchors, bold, begun, breaks))
            breaks = 0
        buffer.clear()
        linked = anchors = bold = link_from = bold_from = 0
        inline = None

    def push(tag: str) -> None:
        nonlocal current
        parents.append(current)
        current = len(tags)
        tags.append(tag)
        names.append("")
        first.append(len(blocks))
        end.append(0)

    def rescue() -> None:
        """The page goes on inside of an unseen element: all that is open in it was meant to be seen."""
        del buffer[unseen_from:]
        flush()
        for open_tag in unseen:
            if kind(open_tag, STRANGE) in (BLOCK, UNREAD, MENU, STRANGE):
                push(open_tag)
        unseen.clear()

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal current, in_link, in_bold, anchors, link_from, bold_from, unseen_from, raw_from, rescuing, inline, breaks
        if unseen:
            if tag not in rescuing:
                unseen.append(tag)
                if tag in RAW:
                    raw_from = len(buffer)
                return
            rescue()
        what = kind(tag, STRANGE)
        if what > PLAIN:
            if what == STRANGE:
                what = PART if tags[current] in PARAGRAPHS else BLOCK
            elif what == MENU:
                if buffer:
                    flush()
                breaks = 0
                what = BLOCK if tag == "footer" and in_story(current) else UNREAD
            elif tag == "template" and any(name == SHADOW_MARK for name, _ in attributes):
                what = BLOCK
        if what == BLOCK:
            if buffer:
                flush()
            breaks = 0
            parents.append(current)
            current = len(tags)
            tags.append(tag)
            names.append(names_in(attributes) if attributes else "")
            first.append(len(blocks))
            end.append(0)
        elif what == BREAK:
            if buffer:
                flush()
            breaks += 1
        elif what == UNREAD or (tag == "span" and attributes and is_unseen_in_line(attributes)):
            unseen.append(tag)
            unseen_from, rescuing = len(buffer), RESCUE.get(tag, ())
            if tag in FILMS:
                pictures.append((len(blocks), current))
            elif tag == "button":
                buttons.append(current)
        else:
            if inline is None and not buffer:
                inline = (tag, attributes)
            if what == LINK:
                if not in_link:
                    link_from = len(buffer)
                in_link += 1
                anchors += 1
            elif what == STRONG:
                if not in_bold:
                    bold_from = len(buffer)
                in_bold += 1
            elif what == PICTURE and (not buffer or "".join(buffer).isspace()):
                pictures.append((len(blocks), current))

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
        if tags[current] == tag:
            if buffer:
                flush()
            breaks = 0
            begin, stop = first[current], len(blocks)
            end[current] = stop
            element, current = current, parents[current]
            if stop - begin >= FEWEST and tag not in WHOLE and is_list_of_links(blocks, begin):
                forget(element)
            return
        what = kind(tag, STRANGE)
        if what == LINK and in_link:
            in_link -= 1
            if not in_link:
                linked += len("".join(buffer[link_from:]))
        elif what == STRONG and in_bold:
            in_bold -= 1
            if not in_bold:
                bold += len("".join(buffer[bold_from:]))

    def forget_texts(texts: list[str]) -> None:
        nonlocal forgotten, prose_forgotten
        seen = [len(text) for text in texts if not text.isspace()]
        forgotten += len(seen)
        prose_forgotten += sum([length for length in seen if length >= PROSE])

    def in_story(element: int) -> bool:
        while element and tags[element] not in STORIES:
            element = parents[element]
        return element > 0

    def forget(element: int) -> None:
        """All of the element that was closed last."""
        nonlocal forgotten
        begin = first[element]
        forgotten += len(blocks) - begin
        while pictures and pictures[-1][1] >= element:
            pictures.pop()
        while buttons and buttons[-1] >= element:
            buttons.pop()
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
        Outline(
            texts, leaf, linked_, anchors_, bold_, inline_, breaks_, tags, names, parents, first, end, pictures, buttons, forgotten
        ),
        prose_forgotten,
    )
