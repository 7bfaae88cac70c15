"""The project's own pages: a page a trap, each cleaned to exactly its gold text, or refused with its reason."""

from __future__ import annotations

import pytest

from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle
from schemas.rejection import RejectedPage
from tests.clean.samples import page
from tests.pages import gold_page, refusals, refused_page, texts, traps

transform = load(Settings())


@pytest.mark.parametrize("trap", traps())
def test_the_article_and_nothing_else(trap: str) -> None:
    gold = gold_page(trap)
    outcome = transform(page(gold.html, url=f"https://pages.example/2026/{trap}"))
    assert isinstance(outcome, CleanArticle), outcome
    assert outcome.text.split("\n") == gold.text
    assert outcome.truncated == ("truncated" in gold.marks)
    assert outcome.paywalled == ("paywalled" in gold.marks)
    assert outcome.language == gold.language
    assert outcome.title == gold.title


@pytest.mark.parametrize("name", refusals())
def test_what_is_no_article_is_refused_with_the_right_reason(name: str) -> None:
    refused = refused_page(name)
    outcome = transform(page(refused.html, url=refused.url))
    assert isinstance(outcome, RejectedPage), outcome.text
    assert outcome.reason == refused.reason


ENCODED = {
    "UTF-16 with a byte order mark": ("ransom", "utf-16", ""),
    "UTF-16 without one": ("greve", "utf-16-le", ""),
    "Windows-1251 that says nothing": ("most", "cp1251", ""),
    "Windows-1251 that says it is Latin 1": ("most", "cp1251", "<meta charset=iso-8859-1>"),
    "UTF-8 that says it is Latin 1": ("greve", "utf-8", "<meta charset=iso-8859-1>"),
    "Windows-1252 that says it is UTF-8": ("streik", "cp1252", "<meta charset=utf-8>"),
    "Windows-1256 that says nothing": ("mina", "cp1256", ""),
}


@pytest.mark.parametrize("case", list(ENCODED))
def test_text_is_read_whatever_the_page_says_of_its_charset(case: str) -> None:
    story, charset, declared = ENCODED[case]
    slots = texts(story)
    paragraphs = [slots[str(number)] for number in range(1, 6)]
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    title = slots["title"]
    html = f"<html><head>{declared}<title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    outcome = transform(page(html.encode(charset), content_type="text/html"))
    assert isinstance(outcome, CleanArticle), outcome
    assert outcome.text.split("\n") == paragraphs
