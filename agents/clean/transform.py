"""A page in, an article or a rejection out: the steps in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version

from agents.clean import article_gate, dateline, language
from agents.clean.article_gate import legal_page, not_an_article
from agents.clean.body import extract_body
from agents.clean.body.model import load_model
from agents.clean.canonical import canonical_url
from agents.clean.charset import decode
from agents.clean.depth import count_starts
from agents.clean.fingerprint import fingerprint
from agents.clean.gate import Limits, gate
from agents.clean.language import language_of
from agents.clean.metadata import read_declared, read_metadata
from agents.clean.opening import without_opening
from agents.clean.plain import clean_lines
from agents.clean.refusal import Refusal
from agents.clean.standfirst import with_standfirst
from agents.clean.tree import parse_page
from agents.clean.truncation import breaks_off
from agents.clean.walls import wall
from agents.clean.words import count_words
from agents.settings import Settings
from agents.steps import step
from schemas.article import CleanArticle, Extractor
from schemas.identity import article_id
from schemas.page import RawPage
from schemas.rejection import RejectedPage, RejectionReason

NAME = "eventwire"
VERSION = version(NAME)
MAX_TAGS = 80_000
"""A page is read up to this many: some 40,000 blocks, the most that fit into a deadline. The longest news pages have 30,000."""
SHORTEST_TAG = len("<p>")
SENTENCE = 15
"""Characters of a line that says what a page is; a menu's are shorter."""


def load(settings: Settings) -> Callable[[RawPage], CleanArticle | RejectedPage]:
    """What a pool process calls once."""
    limits = Limits.of(settings)
    load_model()
    article_gate.warm_up()
    language.warm_up()
    dateline.warm_up()

    def transform(page: RawPage) -> CleanArticle | RejectedPage:
        outcome = clean(page, limits)
        return _rejected(page, outcome) if isinstance(outcome, Refusal) else outcome

    return transform


def clean(page: RawPage, limits: Limits) -> CleanArticle | Refusal:
    """The page's article, or why there is none."""
    body = page.body
    with step("gate"):
        if refusal := gate(page, body, limits):
            return refusal
    with step("decode"):
        html = _bounded(decode(body, _content_type(page)), body)
    address = page.final_url or page.url
    with step("parse"):
        tree = parse_page(html)
    with step("declared"):
        declared = read_declared(html, tree, address)
    with step("body"):
        found = extract_body(html, tree, declared.hints)
        lines = clean_lines(found.paragraphs)
    with step("metadata"):
        metadata = read_metadata(html, declared, found.outline, page.fetched_at)
        lines = without_opening(lines, found.outline, declared, metadata)
        text = "\n".join(with_standfirst(lines, found.outline, declared, metadata))
    with step("judge"):
        words = count_words(text)
        titles = (metadata.title, declared.markup.title)
        refusal = wall(titles, text, words) or _short(titles, found.outline.texts, words, limits)
        if refusal := refusal or legal_page(metadata.title) or not_an_article(found, declared, metadata):
            return refusal
        spoken = language_of(text, declared.markup.language)
        if limits.languages and spoken not in limits.languages:
            return Refusal(RejectionReason.UNSUPPORTED_LANGUAGE, f"the text's language is {spoken}")
    with step("finish"):
        canonical = canonical_url(page.url, page.final_url, declared.markup.canonical)
        return CleanArticle(
            article_id=article_id(canonical),
            page_id=page.page_id,
            url=page.url,
            canonical_url=canonical,
            title=metadata.title,
            subtitle=metadata.subtitle,
            authors=metadata.authors,
            published_at=metadata.published.when if metadata.published else None,
            published_precision=metadata.published.precision if metadata.published else None,
            modified_at=metadata.modified.when if metadata.modified else None,
            language=spoken,
            site_name=metadata.site_name,
            section=metadata.section,
            keywords=metadata.keywords,
            lead_image=metadata.lead_image,
            text=text,
            truncated=breaks_off(text, found.outline, found.keep, html, paywalled=metadata.paywalled),
            paywalled=metadata.paywalled,
            word_count=words,
            fingerprint=fingerprint(text),
            fetched_at=page.fetched_at,
            cleaned_at=datetime.now(UTC),
            extractor=_extractor(found.path),
        )


@cache
def _extractor(path: str) -> Extractor:
    """One for each of the few ways to a body."""
    return Extractor(name=NAME, version=VERSION, path=path)


def _bounded(html: str, body: bytes) -> str:
    """The page's beginning, up to MAX_TAGS; `body`: its bytes, of which no fewer are a `<`, and which are counted in no time."""
    if len(html) <= MAX_TAGS * SHORTEST_TAG or count_starts(body) <= MAX_TAGS or html.count("<") <= MAX_TAGS:
        return html
    position = -1
    for _ in range(MAX_TAGS):
        position = html.find("<", position + 1)
    return html[:position]


def _content_type(page: RawPage) -> str | None:
    """The media type with its charset: as told apart, else of the response's headers."""
    if page.content_type:
        return page.content_type
    headers = page.headers or {}
    return next((value for name, value in headers.items() if name.lower() == "content-type"), None)


def _short(titles: Sequence[str], shown: Sequence[str], words: int, limits: Limits) -> Refusal | None:
    """Why a page with hardly a story is none: what it shows first may tell of a wall."""
    if words >= limits.min_words:
        return None
    first = next((text for text in shown if len(text) >= SENTENCE), "")
    if refusal := wall(titles, first, count_words("\n".join(shown))):
        return refusal
    if words == 0:
        return Refusal(RejectionReason.EMPTY, "the page has no text")
    return Refusal(RejectionReason.TOO_SHORT, f"{words} words, at least {limits.min_words} are needed")


def _rejected(page: RawPage, refusal: Refusal) -> RejectedPage:
    return RejectedPage(
        page_id=page.page_id,
        url=page.url,
        reason=refusal.reason,
        detail=refusal.detail,
        fetched_at=page.fetched_at,
        rejected_at=datetime.now(UTC),
    )
