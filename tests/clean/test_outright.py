"""Pages that tell as much as an article does and say themselves that they are none; and articles that look like them."""

import json

import pytest

from agents.clean.article_gate.outright import outright
from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle
from schemas.rejection import RejectedPage, RejectionReason
from tests.clean.samples import URL, article_html, declared_of, page

transform = load(Settings())
SITE = "https://www.harbour-gazette.example"
LAMP = {"@type": "Product", "name": "Folding lamp"}
OFFER = {"@type": "Offer", "price": "79.90"}


def declares(*nodes: dict[str, object]) -> str:
    return article_html("".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes))


def with_menu(html: str) -> str:
    """As a site's pages are, whose menu has more than a plain page's few entries."""
    entries = "".join(f'<li><a href="/section-{n}">Section {n}</a></li>' for n in range(20))
    return html.replace("<main>", f"<nav><ul>{entries}</ul></nav><main>")


def refused(html: str, url: str = URL) -> bool:
    outcome = transform(page(html, url=url))
    if isinstance(outcome, RejectedPage):
        assert outcome.reason == RejectionReason.NOT_AN_ARTICLE
    return not isinstance(outcome, CleanArticle)


@pytest.mark.parametrize("address", ["", "/", "/?utm_source=feed&srsltid=Afm7", "/#top"])
def test_a_sites_front_page_is_no_article(address: str) -> None:
    assert refused(with_menu(article_html()), SITE + address)


@pytest.mark.parametrize("address", ["/", "/news"])
def test_a_story_with_hardly_anything_else_is_one_at_any_address(address: str) -> None:
    assert not refused(article_html(), SITE + address)


@pytest.mark.parametrize("address", ["/?p=17", "/#!/stories/17", "/#/stories/17"])
def test_a_story_may_be_named_by_query_or_fragment_alone(address: str) -> None:
    assert not refused(with_menu(article_html()), SITE + address)


@pytest.mark.parametrize("address", ["https://page-7.invalid/", "file:///"])
def test_an_address_that_is_no_sites_says_nothing(address: str) -> None:
    assert not refused(with_menu(article_html()), address)


@pytest.mark.parametrize(
    "path", ["/news", "/en/blog/", "/about/press-releases", "/tag/strikes", "/category/harbour/", "/author/ines-varga"]
)
def test_a_list_by_its_address_is_no_article(path: str) -> None:
    assert refused(with_menu(article_html()), SITE + path)


@pytest.mark.parametrize("path", ["/news/port-strike-ends", "/category/harbour/port-strike-ends", "/news?id=17"])
def test_a_story_beneath_a_list_is_one(path: str) -> None:
    assert outright(declared_of(article_html(), SITE + path), plain=False) is None


def test_a_page_that_declares_an_article_is_no_list_by_its_address() -> None:
    assert not refused(with_menu(declares({"@type": "NewsArticle", "headline": "Port strike ends"})), f"{SITE}/news")
    published = '<meta property="article:published_time" content="2026-03-04T09:00:00Z">'
    assert not refused(with_menu(article_html(published)), f"{SITE}/news")


@pytest.mark.parametrize("kind", ["Product", "SingleFamilyResidence", "https://schema.org/SoftwareApplication"])
def test_what_declares_an_offer_is_no_article(kind: str) -> None:
    assert refused(declares({"@type": kind, "name": "Pier 7", "offers": OFFER}))


def test_an_offer_of_several_kinds_is_no_article() -> None:
    assert refused(declares({"@type": "ProductGroup", "name": "Lamps", "hasVariant": [LAMP]}))


def test_an_article_may_name_what_it_reviews_and_sell_it_too() -> None:
    assert not refused(declares(LAMP))
    assert not refused(declares({"@type": "Article", "headline": "Port strike ends"}, LAMP | {"offers": OFFER}))


JOB = {"@type": "JobPosting", "title": "Mooring hand", "datePosted": "2026-03-04"}
FAIR = {"@type": "MusicEvent", "name": "Port strike ends after nine days", "startDate": "2026-06-12"}


@pytest.mark.parametrize("node", [JOB, FAIR, {"@type": ["Hotel"], "name": "Pier 7"}, {"@type": "ProfilePage"}])
def test_what_declares_to_be_about_something_else_is_no_article(node: dict[str, object]) -> None:
    assert refused(declares(node))
    assert not refused(declares(node, {"@type": "Article", "headline": "Port strike ends"}))


def test_a_calendar_beside_a_story_tells_of_other_things() -> None:
    assert not refused(declares(FAIR | {"name": "Spring fair"}, FAIR | {"name": "Choir night"}))


def test_what_is_shared_as_something_else_is_no_article() -> None:
    assert refused(article_html('<meta property="og:type" content="profile">'))


@pytest.mark.parametrize("path", ["/login", "/privacy-policy/", "/en/terms-of-use", "/impressum.html", "/subscribe", "/kontakt"])
def test_a_page_of_the_sites_own_is_no_article(path: str) -> None:
    assert refused(with_menu(article_html()), SITE + path)


@pytest.mark.parametrize("path", ["/search?q=strike", "/suche/streik", "/?s=strike", "/2026/03/", "/autor/ines-varga"])
def test_a_search_and_an_archive_are_none_by_their_address(path: str) -> None:
    assert refused(with_menu(article_html()), SITE + path)


@pytest.mark.parametrize(
    "path", ["/research/strike", "/search-for-the-lost-ship", "/privacy/strike-ends", "/2026/03/04", "/login-theft"]
)
def test_an_address_that_only_begins_so_is_a_storys(path: str) -> None:
    assert outright(declared_of(with_menu(article_html()), SITE + path), plain=False) is None


def test_a_host_of_jobs_has_no_articles() -> None:
    assert refused(with_menu(article_html()), "https://jobs.harbour-gazette.example/4412-mooring-hand")
