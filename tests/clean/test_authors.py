"""Names out of what sites write where an author stands, and bylines out of what stands beside a headline."""

import pytest

from agents.clean.body.walk import walk
from agents.clean.metadata import read_declared, read_metadata
from agents.clean.names import distinct, split_names
from tests.clean.samples import FETCHED_AT, URL, article_html

SITE = '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour Gazette">'


def names(text: str) -> list[str]:
    return distinct(split_names(text))


def authors(html: str) -> list[str]:
    return read_metadata(html, read_declared(html, URL), walk(html), FETCHED_AT).authors


def beside(shown: str, after: str = "") -> str:
    return article_html().replace("</h1>", f"</h1>{shown}").replace("</article>", f"{after}</article>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee, Senior Reporter", ["Ann Lee"]),
        ("Ann Lee, professor of harbours at the town hall", ["Ann Lee"]),
        ("Ann Lee, MD, Bo Ek, DVM", ["Ann Lee, MD", "Bo Ek, DVM"]),
        ("Ann Lee | MD", ["Ann Lee, MD"]),
        ("Ann Lee (ann.lee@gazette.example)", ["Ann Lee"]),
        ("Ann Lee @annlee", ["Ann Lee"]),
        ("ann.lee@gazette.example", []),
        ("@annlee", []),
        ("Ann Lee in Port Verane", ["Ann Lee"]),
        ("AFP, AFP", ["AFP"]),
        ("AFP, Manila", ["AFP, Manila"]),
        ("Ann Lee/AFP", ["Ann Lee", "AFP"]),
        ("(Image: Harbour Pictures/Bo Ek)", []),
        ("Articles by Ann Lee", ["Ann Lee"]),
        ("View all posts by Ann Lee »", ["Ann Lee"]),
        ("Ann Lee on Tuesday, August", ["Ann Lee"]),
        ("Written by", []),
        ("Von Anna Lee und Bo Ek", ["Anna Lee", "Bo Ek"]),
    ],
)
def test_names_are_parted_and_freed_of_what_is_none(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "shown",
    [
        "<p>4 March 2026 | 2.07 pm | By Ann Lee</p>",
        "<p>March 4th, 2026 By Ann Lee</p>",
        "<p>By Ann Lee • March 4, 2026</p>",
        "<p>By Ann Lee - Mar 4, 2026</p>",
        '<p>By <a href="/x">Ann Lee</a><span>In <a href="/y">Sea Travel</a>, <a href="/z">Ports</a></span></p>',
        '<div class="authors"><span>by</span> Ann Lee</div>',
        '<p><img class="post-author_image" src="a.jpg"></p><div class="post-author">Ann Lee</div>',
    ],
)
def test_a_byline_may_stand_in_one_line_with_other_things(shown: str) -> None:
    assert authors(beside(shown)) == ["Ann Lee"]


def test_a_bare_name_counts_where_the_page_tells_more_about_it() -> None:
    assert authors(beside("<p>Ann Lee</p>", "<p>Ann Lee is a reporter at the harbour desk.</p>")) == ["Ann Lee"]
    assert authors(beside("<p>Ann Lee</p>")) == []
    assert authors(beside("<p>Machine Learning</p>", "<p>Learning is fun.</p>")) == []


def test_the_name_of_a_related_storys_author_is_not_this_ones() -> None:
    assert authors(beside('<p>In short</p><div class="related-story"><p class="byline">By Bo Ek</p></div>')) == []


def test_an_author_may_be_declared_in_parts() -> None:
    person = '{"@type": "Person", "givenName": "Ann", "familyName": "Lee"}'
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": [{person}]}}</script>'
    assert authors(article_html(head)) == ["Ann Lee"]


def test_a_byline_of_the_site_itself_gives_way_to_the_declared_name() -> None:
    assert authors(article_html(SITE).replace("</h1>", '</h1><p class="byline">By Harbour Gazette4 March 2026</p>')) == [
        "Harbour Gazette"
    ]


def test_an_author_without_an_id_is_not_another_node_that_has_an_empty_one() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Ann Lee"}, {"name": "VNA"}]},'
        ' {"@type": "Person", "@id": "", "jobTitle": "Editor"}]}</script>'
    )
    assert authors(article_html(head)) == ["Ann Lee", "VNA"]
