"""What does not belong to a story: comments, teasers, further stories and adverts, made from the text of other training pages."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ops.training.clean.data import Page
from ops.training.clean.pagetree import Leaf, Node


class Pool:
    """Text of other pages, to be put where it does not belong."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._stories = []
        for page in pages:
            prose = [text for text, y in zip(page.outline.texts, page.labels, strict=True) if y > 0.8 and 60 < len(text) < 900]
            title = page.hints.title
            if len(prose) >= 4 and 15 < len(title) < 150:
                self._stories.append((title, prose))

    def story(self, rng: random.Random) -> tuple[str, list[str]]:
        return rng.choice(self._stories)

    def comments(self, rng: random.Random, words: float) -> Node:
        """A discussion of about so many words; reactions are short, opinionated and about something else only to a reader."""
        word = rng.choice(["comments", "discussion", "responses", "reader-opinions", "talkback", ""])
        heading = rng.choice(
            [
                "Comments",
                "{} Comments",
                "What readers say",
                "Join the conversation",
                "Kommentare ({})",
                "Discussion",
                "{} Responses",
            ]
        )
        box = Node(rng.choice(["div", "section", "ul", "ol"]), f" {word}" if word else "")
        box.children.append(Node(rng.choice(["h2", "h3", "div"]), "", [Leaf(heading.format(rng.randint(2, 340)))]))
        item = "li" if box.tag in ("ul", "ol") else rng.choice(["div", "article", "section"])
        said = 0.0
        name_tag, text_tag = rng.choice(["div", "h4", "p", "cite"]), rng.choice(["p", "p", "div"])
        inner = rng.random() < 0.6
        while said < words:
            _, prose = self.story(rng)
            paragraphs = [_spoken(rng, rng.choice(prose)) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
            said += sum(text.count(" ") for text in paragraphs)
            author = Node(name_tag, "", [Leaf(_author(rng), linked=rng.choice([0, 10]), anchors=rng.choice([0, 1]))])
            when = Node(rng.choice(["div", "span", "p"]), "", [Leaf(_when(rng))])
            body: list[Node | Leaf] = [Node(text_tag, "", [Leaf(text)]) for text in paragraphs]
            reply = Node(
                "div",
                "",
                [Leaf(rng.choice(["Reply", "Like 3 Reply", "Report", "Share", "Antworten", "Responder"]), linked=5, anchors=1)],
            )
            content: list[Node | Leaf] = [author, when, *([Node("div", "", body)] if inner else body), reply]
            box.children.append(Node(item, rng.choice([" comment", ""]) if word else "", content))
        return box

    def teasers(self, rng: random.Random) -> Node:
        word = rng.choice(["related", "more-stories", "recommended", "latest", "teasers", "", ""])
        box = Node(rng.choice(["div", "section", "aside"]), f" {word}" if word else "")
        heading = [
            "Related",
            "Read more",
            "More stories",
            "Recommended for you",
            "Latest news",
            "You may also like",
            "Mehr zum Thema",
            "À lire aussi",
        ]
        if rng.random() < 0.8:
            box.children.append(Node(rng.choice(["h2", "h3", "div", "p"]), "", [Leaf(rng.choice(heading))]))
        with_text, with_date = rng.random() < 0.7, rng.random() < 0.5
        title_tag, item = rng.choice(["h2", "h3", "h4", "p", "div"]), rng.choice(["div", "li", "article"])
        for _ in range(rng.randint(1, 8)):
            title, prose = self.story(rng)
            card = Node(item, "", [Node(title_tag, "", [Leaf(title, linked=len(title), anchors=1, inline="a")])])
            if with_date:
                card.children.append(Node("div", "", [Leaf(_when(rng))]))
            if with_text:
                text = prose[0] if rng.random() < 0.5 else prose[0][: rng.randint(60, 200)] + rng.choice(["...", "…", " Read more"])
                card.children.append(Node(rng.choice(["p", "div"]), "", [Leaf(text)]))
            box.children.append(card)
        return box

    def further_story(self, rng: random.Random) -> Node:
        """A whole article after the article, as pages without end have it."""
        title, prose = self.story(rng)
        parts: list[Node | Leaf] = [
            Node(rng.choice(["h1", "h2", "h2", "div"]), "", [Leaf(title)]),
            Node("div", "", [Leaf(_when(rng))]),
        ]
        text: list[Node | Leaf] = [Node("p", "", [Leaf(paragraph)]) for paragraph in prose[: rng.randint(2, 20)]]
        return Node(rng.choice(["div", "article", "section"]), "", [*parts, *text])

    def advert(self, rng: random.Random) -> Node:
        lines = [
            "Advertisement",
            "ADVERTISEMENT",
            "Anzeige",
            "Publicité",
            "Sponsored",
            "Story continues below",
            "Article continues after this",
        ]
        box = Node(rng.choice(["div", "aside", "section"]), rng.choice([" ad", " advert-slot", "", "", " promo"]))
        if rng.random() < 0.7:
            box.children.append(Node(rng.choice(["p", "div", "span"]), "", [Leaf(rng.choice(lines))]))
        kind = rng.random()
        if kind < 0.3:
            title, _ = self.story(rng)
            box.children.append(
                Node(
                    "p",
                    "",
                    [Leaf(f"{rng.choice(['Read also: ', 'READ MORE: ', 'See also ', ''])}{title}", linked=len(title), anchors=1)],
                )
            )
        elif kind < 0.45:
            _, prose = self.story(rng)
            box.children.append(Node(rng.choice(["p", "div"]), "", [Leaf(rng.choice(prose)[:160])]))
            box.children.append(
                Node("p", "", [Leaf(rng.choice(["Sign up", "Subscribe now", "Shop now", "Learn more"]), linked=10, anchors=1)])
            )
        return box


_PEOPLE = [
    "ann_m",
    "Theo77",
    "quietreader",
    "MrBlue",
    "Kasia",
    "W.",
    "old.sailor",
    "Jens",
    "P.",
    "Guest",
    "Anonymous",
    "Marta",
    "Lindqvist",
    "user48213",
    "Rob",
    "D",
]


def _author(rng: random.Random) -> str:
    return rng.choice(_PEOPLE) + rng.choice(["", " says:", " wrote:", " •", " schrieb:"])


def _when(rng: random.Random) -> str:
    return rng.choice(
        [
            f"{rng.randint(2, 23)} hours ago",
            f"{rng.randint(2, 11)} months ago",
            f"{rng.randint(1, 28)} May 20{rng.randint(10, 26)}",
            f"March {rng.randint(1, 28)}, 20{rng.randint(10, 26)} at {rng.randint(1, 12)}:{rng.randint(10, 59)} pm",
            f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.20{rng.randint(10, 26)}",
        ]
    )


def _spoken(rng: random.Random, text: str) -> str:
    start = rng.choice(
        ["", "", "", "I think ", "Well, ", "Totally agree. ", "Sorry but ", "This is nonsense. ", "Thanks for this! "]
    )
    return start + text + rng.choice(["", "", "", "!!", " lol", " Just my two cents."])
