from __future__ import annotations

from agents.clean.content import COUNTERS
from agents.content import Labels
from tests.embedded import article, rejected


def counted(record: object) -> dict[str, list[Labels]]:
    return {counter.name: list(counter.read(record)) for counter in COUNTERS}


def test_an_article_counts_for_its_site_and_language() -> None:
    found = counted(
        article(url="https://www.harbour-post.example/strike").model_copy(update={"language": "en-GB", "authors": ["Ann"]})
    )
    assert found["site_pages_total"] == [("harbour-post.example", "clean-article.v1", "")]
    assert found["articles_total"] == [("en",)]
    assert found["articles_lacking_total"] == []
    assert found["articles_truncated_total"] == []


def test_what_an_article_lacks_is_counted() -> None:
    bare = article().model_copy(update={"title": "", "published_at": None, "language": "und", "truncated": True})
    assert counted(bare)["articles_lacking_total"] == [("title",), ("authors",), ("date",), ("language",)]
    assert counted(bare)["articles_truncated_total"] == [("open",)]


def test_a_rejected_page_counts_for_its_site_with_the_reason() -> None:
    found = counted(rejected("https://news.delta.example/", "too-short"))
    assert found == {
        "site_pages_total": [("delta.example", "rejected-page.v1", "too-short")],
        "articles_total": [],
        "articles_lacking_total": [],
        "articles_truncated_total": [],
    }


def test_what_is_no_url_is_of_an_unknown_site() -> None:
    for url in ("http://[", "page 7", f"https://{'x' * 1000}.example/"):
        assert counted(rejected(url))["site_pages_total"] == [("unknown", "rejected-page.v1", "not-an-article")]
