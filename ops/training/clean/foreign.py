"""What does not belong to a story: comments, teasers, further stories, adverts, menus, boxes; from a stock of fictional lines and
from the text of other training pages."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.clean.body.sections import Section, sections
from ops.training.clean.data import Page
from ops.training.clean.pagetree import Leaf, Node
from ops.training.clean.shapes import Part, bold, heading, linked, shaped
from ops.training.clean.stock import Stock, spoken

FEW = 8
"""Stories of a language under which those of all languages serve."""
MOST_REMARKS = 60

Story = tuple[str, list[str]]


@dataclass
class Texts:
    """Of the training pages of one language."""

    stories: list[Story] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What readers said beneath stories."""


class Pool:
    """Text of other pages, to be put where it does not belong."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._all = Texts()
        self._by_language: dict[str, Texts] = {}
        for page in pages:
            texts = page.outline.texts
            prose = [text for text, y in zip(texts, page.labels, strict=True) if y > 0.8 and 60 < len(text) < 900]
            title = page.hints.title
            own = self._by_language.setdefault(spoken(prose), Texts())
            if len(prose) >= 4 and 15 < len(title) < 150:
                own.stories.append((title, prose))
                self._all.stories.append((title, prose))
            said = [i for i, y in enumerate(page.labels) if y < 0.1 and 30 < len(texts[i]) < 900]
            stands_in = sections(page.outline, said)
            own.remarks += [texts[i] for i in said if stands_in[i] & Section.COMMENTS][:MOST_REMARKS]

    def voice(self, page: Page, rng: random.Random) -> Voice:
        """That speaks the page's language, of other things."""
        language = spoken(text for text, y in zip(page.outline.texts, page.labels, strict=True) if y > 0.5)
        own = self._by_language.get(language, Texts())
        stories = own.stories if len(own.stories) >= FEW else self._all.stories
        others = [story for story in stories if story[0] != page.hints.title]
        return Voice(Texts(others, own.remarks), Stock(language, rng), rng)


class Voice:
    """Foreign parts for one page, in its language."""

    def __init__(self, texts: Texts, stock: Stock, rng: random.Random) -> None:
        self._texts, self.stock, self.rng = texts, stock, rng

    def story(self) -> Story:
        return self.rng.choice(self._texts.stories)

    def comments(self, words: float) -> list[Part]:
        """A discussion of about so many words; in a box with or without telling names, or bare."""
        rng, stock = self.rng, self.stock
        said, rows = 0.0, []
        merged, small, answers = rng.random() < 0.4, rng.random() < 0.3, rng.random() < 0.5
        signature = [line for line in stock.lines("signatures", 20) if line.endswith(":") or not merged]
        form = rng.choice(signature)
        while said < words and len(rows) < MOST_REMARKS:
            row = self._remark(form, merged=merged, small=small)
            said += sum(leaf.text.count(" ") for leaf in row)
            if answers:
                row.append(linked(stock.line("replies")) if rng.random() < 0.8 else Leaf(stock.line("replies")))
            rows.append(row)
        parts = shaped(rows, rng)
        if rng.random() < 0.8:
            parts.insert(0, heading(stock.heading("discussion"), rng))
        if rng.random() < 0.2:
            parts.insert(rng.choice((1, len(parts))), Node("p", "", [Leaf(stock.heading("discussion"))]))
        return self._boxed(parts, "comments discussion responses reader-opinions talkback", 0.4)

    def _remark(self, form: str, *, merged: bool, small: bool) -> list[Leaf]:
        rng, stock = self.rng, self.stock
        texts = [self._said() for _ in range(1 if small else rng.choice((1, 1, 1, 2, 3)))]
        name = stock.filled(form)
        if merged:
            first = Leaf(f"{name} {texts[0]}")
            if rng.random() < 0.5:
                first.bold, first.inline = len(name), "b"
            return [first, *map(Leaf, texts[1:])]
        signed = rng.choice((Leaf, bold, linked))(name)
        dated = [Leaf(stock.date())] if rng.random() < 0.3 else []
        if rng.random() < 0.12:
            return [*map(Leaf, texts), signed, *dated]
        return [signed, *dated, *map(Leaf, texts)]

    def _said(self) -> str:
        rng = self.rng
        kind = rng.random()
        if kind < 0.25 and self._texts.remarks:
            return rng.choice(self._texts.remarks)
        if kind < 0.45:
            text = rng.choice(self.story()[1])
            return rng.choice((text, f"{self.stock.remark()} {text}", f"{text} {self.stock.line('closings')}".strip()))
        return self.stock.remark()

    def teasers(self) -> list[Part]:
        """Cards of other stories, linked or plain, with or without their first lines."""
        rng, stock = self.rng, self.stock
        with_text, with_date, with_more = rng.random() < 0.7, rng.random() < 0.4, rng.random() < 0.3
        style = rng.choice((linked, linked, linked, bold, Leaf))
        rows = []
        for _ in range(rng.randint(1, 8)):
            title, prose = self.story()
            row = [style(title)]
            if with_date:
                row.insert(rng.randint(0, 1), Leaf(stock.date()))
            if with_text:
                row.append(
                    Leaf(prose[0] if rng.random() < 0.5 else prose[0][: rng.randint(60, 200)] + rng.choice(("...", "…", "")))
                )
            if with_more:
                row.append(linked(stock.line("continued")))
            rows.append(row)
        parts = self._cards(rows) if rng.random() < 0.4 else shaped(rows, rng)
        if rng.random() < 0.8:
            parts.insert(0, heading(stock.heading("stories"), rng))
        return self._boxed(parts, "related more-stories recommended latest teasers", 0.5)

    def _cards(self, rows: Sequence[Sequence[Leaf]]) -> list[Part]:
        tags = [self.rng.choice(("h2", "h3", "h4", "p", "div")), *["p"] * 4]
        item = self.rng.choice(("div", "li", "article"))
        return [Node(item, "", [Node(tag, "", [leaf]) for tag, leaf in zip(tags, row, strict=False)]) for row in rows]

    def further_story(self) -> list[Part]:
        """A whole article after the article, as pages without end and digests have it."""
        rng = self.rng
        title, prose = self.story()
        head = Node("h1" if rng.random() < 0.2 else "h2", "", [Leaf(title)]) if rng.random() < 0.5 else heading(title, rng)
        rows = [[Leaf(text)] for text in prose[: rng.randint(2, 20)]]
        dated: list[Part] = [Node("div", "", [Leaf(self.stock.date())])] if rng.random() < 0.6 else []
        parts = [head, *dated, *shaped(rows, rng, rng.choice(("p", "p", "div", "breaks")))]
        return parts if rng.random() < 0.3 else [Node(rng.choice(("div", "article", "section")), "", parts)]

    def advert(self) -> Node:
        """Between paragraphs: a label, a line to another story, or a sentence that sells something."""
        rng, stock = self.rng, self.stock
        box = Node(rng.choice(("div", "aside", "section", "p")), rng.choice((" ad", " advert-slot", "", "", " promo")))
        kind = rng.random()
        if kind < 0.4:
            line = stock.line("more", self.story()[0])
            box.children.append(linked(line) if rng.random() < 0.7 else Leaf(line))
        elif kind < 0.5:
            box.children += self.newsletter()
        elif kind < 0.6:
            box.children.append(Leaf(rng.choice(self.story()[1])[:160]))
            box.children.append(linked(stock.line("continued")))
        else:
            box.children += [Leaf(stock.line("adverts"), breaks=1) for _ in range(rng.choice((1, 1, 2)))]
        return box

    def newsletter(self) -> list[Part]:
        lines = [Leaf(self.stock.line("newsletters")) for _ in range(self.rng.choice((1, 1, 2)))]
        return shaped([lines], self.rng, self.rng.choice(("p", "div", "breaks")))

    def trailer(self) -> list[Part]:
        """What stands beneath a story: who wrote it, tags, rights, share lines, a newsletter."""
        rng, stock = self.rng, self.stock
        rows: list[list[Leaf]] = []
        for kind in rng.sample(("biographies", "newsletters", "shares", "tags", "rights", "more"), rng.randint(1, 4)):
            if kind == "tags":
                rows.append([Leaf(stock.line("tags"))] + [linked(word) for word in stock.lines("menus", rng.randint(1, 5))])
            elif kind == "more":
                rows.append([linked(stock.line("more", self.story()[0])) for _ in range(rng.randint(1, 4))])
            else:
                rows.append([Leaf(stock.line(kind)) for _ in range(rng.choice((1, 1, 2)))])
        return shaped(rows, rng)

    def menu(self) -> list[Part]:
        """Section names and perhaps headlines, linked or plain."""
        rng, stock = self.rng, self.stock
        entries = stock.lines("menus", rng.randint(5, 20)) + [self.story()[0] for _ in range(rng.choice((0, 0, 2, 5)))]
        style = rng.choice((linked, linked, Leaf))
        if style is Leaf and rng.random() < 0.4:
            return [Node("div", "", [Leaf(rng.choice((" | ", " - ", " · ", " ")).join(entries))])]
        return shaped([[style(entry)] for entry in entries], rng, rng.choice(("breaks", "items", "div", "table")))

    def notice(self) -> list[Part]:
        return [
            Node(self.rng.choice(("div", "p", "section")), "", [Leaf(self.stock.filled(line))])
            for line in self.stock.lines("cookies", 2)
        ]

    def _boxed(self, parts: list[Part], words: str, telling: float) -> list[Part]:
        """In an element of its own, so often with a telling name; or bare."""
        rng = self.rng
        if rng.random() < telling:
            return [Node(rng.choice(("div", "section", "aside")), f" {rng.choice(words.split())}", parts)]
        return [Node(rng.choice(("div", "section")), "", parts)] if rng.random() < 0.4 else parts
