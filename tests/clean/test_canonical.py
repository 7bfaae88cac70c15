import pytest

from agents.clean.canonical import canonical_url, normalise, site_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://News.Example:443/A?b=2&a=1#top", "https://news.example/A?a=1&b=2"),
        ("http://news.example:8080", "http://news.example:8080/"),
        ("https://news.example/a?utm_source=x&id=7&fbclid=y&srsltid=z", "https://news.example/a?id=7"),
        ("https://news.example/a?empty=&b=ü", "https://news.example/a?b=%C3%BC&empty="),
        ("not a url", "not a url"),
    ],
)
def test_one_article_has_one_url(url: str, expected: str) -> None:
    assert normalise(url) == expected
    assert normalise(expected) == expected


@pytest.mark.parametrize(
    ("declared", "taken"),
    [
        ("https://www.news.example/2026/story", True),
        ("/2026/story", True),
        ("https://www.news.example/", False),
        ("https://agency.example/2026/story", False),
        ("javascript:void(0)", False),
        ("http://[bad", False),
    ],
)
def test_the_pages_own_link_counts_where_it_is_credible(declared: str, taken: bool) -> None:
    found = canonical_url("https://amp.news.example/story?id=1", None, declared)
    assert (found != "https://amp.news.example/story?id=1") is taken


def test_the_end_of_the_redirects_is_where_the_article_stands() -> None:
    assert canonical_url("https://short.example/x", "https://news.example/story", "") == "https://news.example/story"


def test_sites_are_told_apart() -> None:
    assert site_of("www.bbc.co.uk") == site_of("news.bbc.co.uk") == "bbc.co.uk"
    assert site_of("one.blogspot.com") != site_of("two.blogspot.com")
