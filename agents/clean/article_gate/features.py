"""What tells an article from a listing, a product, a service: some fifty numbers of a page."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import compress
from statistics import median

from agents.clean.article_gate.teasers import teasers
from agents.clean.article_node import ARTICLE_TYPES
from agents.clean.body import Body
from agents.clean.body.characters import SPACELESS
from agents.clean.body.walk import Outline
from agents.clean.jsonld import types
from agents.clean.metadata import Declared, Metadata
from agents.clean.words import count_words

PRODUCT = frozenset(
    ["Product", "ProductGroup", "Offer", "AggregateOffer", "Vehicle", "Hotel", "Apartment", "RealEstateListing", "Book"]
)
LISTING = frozenset(["ItemList", "CollectionPage", "SearchResultsPage", "OfferCatalog", "CategoryCode", "ListItem", "DataCatalog"])
BUSINESS = frozenset(
    {
        "LocalBusiness", "Service", "ProfessionalService", "Organization", "Corporation", "SoftwareApplication", "WebApplication",
        "FAQPage", "ContactPage", "AboutPage", "MedicalBusiness", "LegalService", "FinancialService", "HomeAndConstructionBusiness",
    }
)  # fmt: skip
NEWS = frozenset(
    ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "BlogPosting"]
)
"""Types of schema.org."""

PRICE = re.compile(
    r"[$€£¥₹₽UECkzK\d](?:(?:(?<=[$€£¥₹₽])|(?<=\bU)SD|(?<=\bE)UR|(?<=\bC)HF|(?<=\bk)r|(?<=\bz)ł|(?<=\bK)č)\s?\d|"
    r"(?<=\d)\s?(?:€|£|₽|₹|zł|Kč|kr\b|USD|EUR|CHF))"
)
"""A sign before or behind a number; begun by one character, which is looked for at the speed of the machine."""
CURRENCIES = ("$", "€", "£", "¥", "₹", "₽", "USD", "EUR", "CHF", "kr", "zł", "Kč")
SHOP = re.compile(
    r"b(?:uy now|ook (?:a|your|now)|(?<=sort b)y)|contact us|d(?<=add) to (?:cart|bag|basket|wish)|"
    r"f(?:ree shipping|ilter(?:s| by)|(?:(?<=start f)|(?<=start your f))ree|(?:(?<=result f)|(?<=results f))(?:ound|or))|"
    r"g(?:giungi al carrello|et (?:a|your) (?:free )?(?:quote|demo|estimate)|(?<=sig)n up)|j(?<=aj)outer au panier|"
    r"k(?:(?<=in stock)|(?<=out of stock))|more(?<=learn more)|ñadir al carrito|p(?:er page|(?<=shop) now)|"
    r"q(?<=req)uest a (?:quote|demo)|v(?:iew (?:all|details)|(?<=our serv)ices)|"
    r"w(?:hy choose|inkelwagen(?<=in winkelwagen)|arenkorb(?<=in den warenkorb)|(?<=show)ing \d)"
)
"""In lower case, each found by one of its rarer letters: fewer places are looked at."""
ADDRESSING = re.compile(
    r"i(?:hr(?<=\bihr)|e\b(?<=\bsie))|n(?:os\b(?<=\bnos)|otre\b(?<=\bnotre))|"
    r"u(?:s\b(?:(?<=\bus)|(?<=\b[nv]ous))|r(?:\b(?<=\bour)|s?\b(?:(?<=\byour)|(?<=\byours)))|nser(?<=\bunser)|\b(?<=\byou))|"
    r"v(?:os\b(?<=\bvos)|otre\b(?<=\bvotre))|w(?:e\b(?<=\bwe)|ir\b(?<=\bwir))"
)
"""The same of words that speak of us or to you; of `unser` and `ihr` with whatever ending."""
PATH_WORDS = re.compile(
    r"/(?:products?|p|shop|store|categor(?:y|ies)|collections?|c|tags?|topics?|search|services?|solutions?|features|pricing|about|"
    r"contact|browse|catalog|brands?|listings?|directory|jobs|careers|archives?|authors?|events?|plans)(?:/|$)",
    re.I,
)
SITE = re.compile(r"^\w+://[^/]*")
"""What stands before the path of an address."""
STORY_WORDS = re.compile(
    r"/(?:news|blog|article|story|stories|posts?|20\d\d|nachrichten|opinion|politi\w{1,8}|world|sport|magazine|insights)(?:/|$|-)",
    re.I,
)
SENTENCE_ENDS = frozenset(".!?…。！？।؟")
CLOSING = "'\"”’»)]"
"""What may stand behind them."""
QUOTES = '“”„«»「」"'
HEADINGS = frozenset({"h2", "h3", "h4"})
MAX_BLOCKS = 3000
"""Blocks in which prices and the words of shops are looked for."""
LONG = 120
"""Characters of a paragraph of running text; in scripts without spaces one says as much as WIDE."""
WIDE = 3.0
"""Half a word, of six letters with its space."""
BEGINNING = 6000
"""Characters of the text in which quotes and words that speak to the reader are counted."""
HEAD = 400
"""Characters of the text by which its script is told."""


def features(body: Body, declared: Declared, metadata: Metadata) -> dict[str, float]:
    """By name. Counts are logarithms, so that a long page isn't another kind of page. The body's own confidence is left out: it is
    higher on the pages that the body's model was trained on, which are articles all."""
    outline, markup, linked = body.outline, declared.markup, body.outline.linked
    text = body.text
    beginning = text[:HEAD]
    wide = WIDE if not beginning.isascii() and len(SPACELESS.findall(beginning)) > len(beginning) / 2 else 1.0
    least = LONG / wide
    lengths = list(map(len, outline.texts))
    kept = list(compress(outline.texts, body.keep))
    kept_lengths = list(map(len, kept))
    whole, said = max(1, sum(lengths)), max(1, sum(kept_lengths))
    labels = labels_of(outline)
    found: set[str] = set().union(*map(types, markup.nodes)) if markup.nodes else set()
    kind = markup.meta("og:type").lower()
    path = SITE.sub("", declared.url).split("?")[0]
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    head = text[:BEGINNING]
    tags = outline.tags
    headings = headings_of(outline)
    number = Counter(tags)
    running = sum([size for size, links in zip(lengths, linked, strict=True) if size >= least and links < 0.3 * size])
    long = sum([size for size in kept_lengths if size >= least])
    return teasers(outline, declared.title, path) | {
        "words kept": math.log1p(body.words),
        "paragraphs kept": math.log1p(len(kept)),
        "length of a kept paragraph": wide * median(kept_lengths) if kept else 0.0,
        "share of long paragraphs": long / said,
        "share of sentences": share_of_sentences(kept),
        "share kept": said / whole,
        "share of running text kept": long / max(1, running),
        "running text": math.log1p(wide * running),
        "links kept": sum(compress(linked, body.keep)) / said,
        "links": sum(linked) / whole,
        "blocks": math.log1p(len(outline.texts)),
        "menus": math.log1p(outline.forgotten),
        "linked blocks": sum([2 * links > size for size, links in zip(lengths, linked, strict=True)]) / max(1, len(lengths)),
        "first kept": body.keep.index(True) / len(lengths) if kept else 1.0,
        # What the model chose, before rules took off what gives a list of teasers away.
        "spread of chosen": (body.chosen[-1] - body.chosen[0] + 1) / len(body.chosen) if body.chosen else 0.0,
        "taken off": 1 - said / max(said, sum([lengths[block] for block in body.chosen])),
        "headings": math.log1p(len(headings)),
        "linked headings": share_of_linked(outline, headings),
        "article elements": math.log1p(number["article"]),
        "forms": math.log1p(number["form"]),
        "list items": number["li"] / max(1, len(tags)),
        "tables": math.log1p(number["td"]),
        "images": math.log1p(markup.images) - math.log1p(len(kept)),
        "inputs": math.log1p(markup.inputs),
        "prices": math.log1p(prices_in(labels)),
        "shop words": math.log1p(shop_words_in(labels)),
        "addressing": addressing(text),
        "quotes": sum([head.count(quote) for quote in QUOTES if quote in head]) / max(1, len(head)) * 1000,
        "article type": float(bool(found & ARTICLE_TYPES)),
        "news type": float(bool(found & NEWS)),
        "product type": float(bool(found & PRODUCT)),
        "listing type": float(bool(found & LISTING)),
        "business type": float(bool(found & BUSINESS)),
        "any type": float(bool(found)),
        "og article": float("article" in kind),
        "og product": float("product" in kind),
        "og website": float(kind in ("website", "")),
        "article metas": float(bool(markup.meta("article:published_time", "article:modified_time", "article:section"))),
        "date": float(metadata.published is not None),
        "change": float(metadata.modified is not None),
        "authors": float(bool(metadata.authors)),
        "keywords": float(bool(metadata.keywords)),
        "title words": float(count_words(declared.title)),
        "level-one headings": float(len(markup.h1)),
        "path depth": float(path.rstrip("/").count("/")),
        "words in slug": float(slug.count("-") + slug.count("_")),
        "path of a thing": float(bool(PATH_WORDS.search(path))),
        "path of a story": float(bool(STORY_WORDS.search(path))),
        "times": math.log1p(len(markup.times)),
    }


def labels_of(outline: Outline) -> str:
    """The page's short lines, one a line."""
    return "\n".join([line for line in outline.texts[:MAX_BLOCKS] if len(line) < 60])


def headings_of(outline: Outline) -> list[int]:
    """Blocks that are headings below the first level."""
    tags = outline.tags
    return [block for block, leaf in enumerate(outline.leaf) if tags[leaf] in HEADINGS]


def share_of_linked(outline: Outline, blocks: list[int]) -> float:
    """Of the blocks, that are mostly a link."""
    texts, linked = outline.texts, outline.linked
    return sum([2 * linked[block] > len(texts[block]) for block in blocks]) / max(1, len(blocks))


def share_of_sentences(paragraphs: list[str]) -> float:
    """Of the paragraphs, that end like one."""
    return sum([text[-10:].rstrip(CLOSING)[-1:] in SENTENCE_ENDS for text in paragraphs]) / max(1, len(paragraphs))


def prices_in(labels: str) -> int:
    return len(PRICE.findall(labels)) if any(map(labels.__contains__, CURRENCIES)) else 0


def shop_words_in(labels: str) -> int:
    return len(SHOP.findall(labels.lower()))


def addressing(text: str) -> float:
    """Words that speak of us or to you in a thousand characters of a text's beginning."""
    head = text[:BEGINNING]
    return len(ADDRESSING.findall(head.lower())) / max(1, len(head)) * 1000
