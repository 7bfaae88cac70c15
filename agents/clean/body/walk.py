"""One pass over a page: its text blocks in reading order, the elements that hold them, and where pictures and buttons stand.

Nothing is asked of menus and scripts, so that they are passed by at no cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter
from typing import Any

from turbohtml import Document, DocumentFragment, Element, Node, Text

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
    SHADOW,
    STRONG,
    UNREAD,
    is_unseen_in_line,
    names_in,
    start_of_line,
)
from agents.clean.body.menus import FEWEST, PROSE, STORIES, WHOLE, Entry, is_list_of_links

Reader = Callable[[Iterable[Node], Any], None]

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
    """m: the values of the naming attributes, each after a space; of elements without blocks, and of `html`, none."""
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


def walk(page: Document, *, hidden: bool = False) -> Outline:
    """Blocks and elements of the page; `hidden`: with what stands in noscript, templates, buttons and media, for pages that
    show nothing else.

    Never raises on any page; time and memory are linear in its length.
    """
    kinds = KIND_OF_THE_HIDDEN if hidden else KIND
    outline, forgotten = _walked(page, kinds)
    if forgotten and forgotten > sum(len(text) for text in outline.texts if len(text) >= PROSE):
        return _walked(page, kinds | FOOTERS_READ)[0]  # a nav that was never closed holds the page
    return outline


def _walked(page: Document, kinds: dict[str, int]) -> tuple[Outline, int]:
    """With the characters of prose in navs and footers, which are not read."""
    blocks: list[Entry] = []
    named: list[Element | None] = [None]  # by element: whose names it has
    tags, parents, first, end = ["#root"], [0], [0], [0]
    buffer: list[str] = []  # texts of the block in progress
    current = 0  # element
    in_link = in_bold = 0  # open links and bold elements
    linked = anchors = bold = breaks = 0  # of the block in progress
    link_from = bold_from = 0  # where in the buffer the outermost open one began
    inline: Element | None = None  # that the block starts with
    pictures: list[tuple[int, int]] = []
    buttons: list[int] = []
    forgotten = prose_forgotten = 0

    def flush() -> None:
        """Ends the block in progress."""
        nonlocal linked, anchors, bold, link_from, bold_from, inline, breaks
        text = "".join(buffer).strip()
        if text and len(blocks) < MOST:
            if in_link:
                linked += len("".join(buffer[link_from:]))
            if in_bold:
                bold += len("".join(buffer[bold_from:]))
            if not text.isprintable() or "  " in text:  # few have white space but single spaces
                text = " ".join(text.split())
            begun = start_of_line(inline) if inline is not None else None
            blocks.append((text, current, linked, anchors, bold, begun, breaks))
            breaks = 0
        buffer.clear()
        linked = anchors = bold = link_from = bold_from = 0
        inline = None

    def read(nodes: Iterable[Node], inside: Reader) -> None:
        """What stands side by side. `inside`: this function, for what stands in that; if it named itself, the tree would stay in
        memory until the garbage collector comes."""
        nonlocal current, in_link, in_bold, linked, anchors, bold, link_from, bold_from, inline, breaks
        for node in nodes:
            kind_of_node = type(node)
            if kind_of_node is Text:
                buffer.append(node.data)
                continue
            if kind_of_node is not Element:
                continue
            tag = node.tag
            try:
                what = kinds[tag]
            except KeyError:  # the standard does not know it
                what = PART if tags[current] in PARAGRAPHS else BLOCK
            if what > PLAIN:
                if what == MENU:
                    if buffer:
                        flush()
                    breaks = 0
                    if tag != "footer" or not in_story(current):
                        forget_texts(node)
                        continue
                    what = BLOCK
                elif tag == "template" and node.attr(SHADOW) is not None:
                    what = BLOCK
            if what == BLOCK:
                if buffer:
                    flush()
                breaks = 0
                holder, element, begin = current, len(tags), len(blocks)
                current = element
                parents.append(holder)
                tags.append(tag)
                named.append(node)
                first.append(begin)
                end.append(begin)
                inside(node if tag != "template" else _content_of(node), inside)
                if buffer:
                    flush()
                breaks = 0
                current = holder
                if len(blocks) != begin:
                    end[element] = len(blocks)
                    if len(blocks) - begin >= FEWEST:
                        forget_menu(element)
            elif what == BREAK:
                if buffer:
                    flush()
                breaks += 1
            elif what == UNREAD or (tag == "span" and is_unseen_in_line(node)):
                if tag in FILMS:
                    pictures.append((len(blocks), current))
                elif tag == "button":
                    buttons.append(current)
                if tag in RESCUE:
                    seen = next(node.iter_elements(RESCUE[tag]), None)
                    if seen is not None:
                        rescue(node, seen, inside)
            else:
                if inline is None and not buffer:
                    inline = node
                if what == PART:
                    inside(node, inside)
                elif what == LINK:
                    if not in_link:
                        link_from = len(buffer)
                    in_link += 1
                    anchors += 1
                    inside(node, inside)
                    in_link -= 1
                    if not in_link:
                        linked += len("".join(buffer[link_from:]))
                elif what == STRONG:
                    if not in_bold:
                        bold_from = len(buffer)
                    in_bold += 1
                    inside(node, inside)
                    in_bold -= 1
                    if not in_bold:
                        bold += len("".join(buffer[bold_from:]))
                elif what == PICTURE and (not buffer or "".join(buffer).isspace()):
                    pictures.append((len(blocks), current))

    def forget_menu(element: int) -> None:
        """Where the element, which holds all blocks from its first one on, is a list of links."""
        if tags[element] not in WHOLE and is_list_of_links(blocks, first[element]):
            forget(element)

    def rescue(unseen: Element, seen: Node, read: Reader) -> None:
        """The page goes on inside of an unseen element: all that is open where it does was meant to be seen."""
        nonlocal current, breaks
        flush()
        around = [seen.parent]
        while around[-1] is not unseen:
            around.append(around[-1].parent)
        shown = [part for part in around if type(part) is Element and kinds.get(part.tag, BLOCK) in (BLOCK, UNREAD, MENU)]
        for part in reversed(shown):
            parents.append(current)
            current = len(tags)
            tags.append(part.tag)
            named.append(None)
            first.append(len(blocks))
            end.append(0)
        read([seen], read)
        for part in around:
            read(seen.next_siblings, read)
            if part in shown:
                if buffer:
                    flush()
                breaks = 0
                element, current = current, parents[current]
                end[element] = len(blocks)
                forget_menu(element)
            seen = part

    def forget_texts(menu: Element) -> None:
        nonlocal forgotten, prose_forgotten
        for part, sign in ((menu, 1), *zip(menu.iter_elements(RAW), repeat(-1))):
            lengths = [len(text) for text in part.strings if not text.isspace()]
            forgotten += sign * len(lengths)
            prose_forgotten += sign * sum([length for length in lengths if length >= PROSE])

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
        del blocks[begin:], tags[element:], named[element:], parents[element:], first[element:], end[element:]

    read(page, read)
    if buffer:
        flush()
    end[0] = len(blocks)
    # a zip of so many tuples takes twice the time
    texts, leaf, linked_, anchors_, bold_, inline_, breaks_ = [tuple(map(itemgetter(field), blocks)) for field in range(7)]
    names = [
        names_in(element) if begin != stop and element is not None and tag != "html" else ""  # those are of browsers and switches
        for element, tag, begin, stop in zip(named, tags, first, end, strict=True)
    ]
    return (
        Outline(
            texts, leaf, linked_, anchors_, bold_, inline_, breaks_, tags, names, parents, first, end, pictures, buttons, forgotten
        ),
        prose_forgotten,
    )


def _content_of(template: Element) -> list[Node]:
    """What stands in a template, which is a fragment of its own."""
    return [node for part in template for node in (part if type(part) is DocumentFragment else (part,))]
