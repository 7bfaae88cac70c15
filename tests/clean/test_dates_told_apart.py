"""Which of a page's dates is that of publication: each rule on a page of its own."""

import pytest

from agents.clean.metadata import read_metadata
from tests.clean.samples import FETCHED_AT, PARAGRAPHS, article_html, declared_of, outline_of

ELSEWHERE = "https://www.harbour-gazette.example/world/port-strike-ends"


def published(html: str, url: str = ELSEWHERE) -> str | None:
    found = read_metadata(html, declared_of(html, url), outline_of(html), FETCHED_AT).published
    return found.when.date().isoformat() if found else None


def beside(shown: str, head: str = "") -> str:
    return article_html(head).replace("</h1>", f"</h1>{shown}")


def declared(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}">'


def ld(day: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "Article", "datePublished": "{day}"}}</script>'


def test_of_several_declared_days_the_one_that_is_shown_counts() -> None:
    twice = ld("2025-03-01") + declared("2026-03-04")
    assert published(beside("<p>4 March 2026</p>", twice)) == "2026-03-04"
    assert published(beside("<p>1 March 2025</p>", twice)) == "2025-03-01"
    assert published(article_html(twice)) == "2025-03-01"


def test_an_earlier_day_beside_the_headline_is_older_than_the_systems() -> None:
    assert published(beside("<p>4 March 2025</p>", declared("2026-03-01"))) == "2025-03-04"


def test_a_news_story_is_of_its_declared_day_whatever_earlier_day_it_shows() -> None:
    news = ld("2026-03-04").replace("Article", "NewsArticle")
    assert published(beside("<p>1 February 2026</p>", news)) == "2026-03-04"
    assert published(beside("<p>3 March 2026</p>", news)) == "2026-03-03"


def test_a_later_day_beside_the_headline_is_that_of_a_change() -> None:
    assert published(beside("<p>4 March 2026</p>", declared("2025-03-01"))) == "2025-03-01"


def test_a_guide_is_of_the_edition_that_it_shows_and_a_news_story_of_its_first_day() -> None:
    """Rewritten after years, not written on in its first week."""
    assert published(beside("<p>Updated 4 March 2026</p>", ld("2023-06-01"))) == "2026-03-04"
    assert published(beside("<p>Updated 4 March 2026</p>", ld("2023-06-01").replace("Article", "NewsArticle"))) == "2023-06-01"
    assert published(beside("<p>Updated 4 March 2026</p>", ld("2026-03-01"))) == "2026-03-01"
    assert published(beside("<p>Updated 4 March 2026</p>", declared("2023-06-01"))) == "2023-06-01"


def test_a_guide_that_shows_its_edition_alone_is_of_that_day() -> None:
    typed = '<script type="application/ld+json">{"@type": "Article", "headline": "Port guide"}</script>'
    assert published(beside("<p>Updated 4 March 2026</p>", typed)) == "2026-03-04"
    assert published(beside("<p>Updated 4 March 2026</p>", typed.replace("Article", "NewsArticle"))) is None
    assert published(beside("<p>Updated 4 March 2026</p>")) is None


def test_a_day_read_the_other_way_round_is_the_declared_one() -> None:
    assert published(beside("<p class='date'>01.03.2026</p>", declared("2026-01-03"))) == "2026-01-03"


def test_a_story_below_does_not_date_this_one() -> None:
    others = "".join(f"<p>Story {n}</p>" for n in "abcdefg") + "<div class='date-time'>9 August 2025</div>"
    assert published(beside(others, declared("2026-03-04"))) == "2026-03-04"


def test_a_time_element_says_which_is_the_month() -> None:
    shown = '<div>by the desk <time datetime="2026-03-02T07:30Z">{}</time></div>'
    assert published(beside(shown.format("02/03/2026"))) == "2026-03-02"
    assert published(beside(shown.format("03/02/2026"))) == "2026-03-02"


def test_comments_do_not_date_the_story() -> None:
    comment = (
        '<li class="comment"><time itemprop="datePublished" datetime="2026-01-{day}T08:00:00Z">{day} January</time> Well said.</li>'
    )
    html = article_html().replace(
        "</article>", "</article><ol>" + comment.format(day=11) + "x" * 9000 + comment.format(day=12) + "</ol>"
    )
    assert published(html.replace("<ol>", " " * 9000 + "<ol>")) is None


def test_a_name_given_to_many_days_dates_nothing() -> None:
    teasers = "".join(f'<meta itemprop="datePublished" content="2026-02-{day:02}">' for day in range(1, 9))
    assert published(article_html().replace("</article>", f"</article><div>{teasers}</div>")) is None


@pytest.mark.parametrize(
    "shown",
    [
        '<abbr class="published" title="2026-03-04T07:30:00+01:00">half past seven</abbr>',
        '<span itemprop="datePublished" content="2026-03-04 07:30:00">Spring</span>',
    ],
)
def test_microdata_on_any_element_dates_the_story(shown: str) -> None:
    assert published(beside(shown)) == "2026-03-04"


@pytest.mark.parametrize("path", ["/2026/march/04/port", "/news/2026/03/04/port", "/blog/20260304-port", "/31-12-2025"])
def test_the_address_dates_the_story(path: str) -> None:
    assert published(article_html(), f"https://www.harbour-gazette.example{path}") in ("2026-03-04", "2025-12-31")


def test_what_holds_the_headline_is_no_part_of_something_else() -> None:
    html = beside("<p>By the desk</p><p>4 March 2026</p>")
    assert published(html.replace("<article>", '<article class="category-popular newsletter-issue">')) == "2026-03-04"
    assert published(html.replace("<p>4 March", '<p class="related-post">4 March')) is None


@pytest.mark.parametrize(
    "shown", ["4 March 2026 - Words by The Harbour Team - 7 min read", "By Ann Lee | 4 March 2026 | 3 min read"]
)
def test_a_credit_and_the_reading_time_stand_beside_a_date(shown: str) -> None:
    assert published(beside(f"<h4>{shown}</h4>")) == "2026-03-04"


@pytest.mark.parametrize("shown", ["Member since 4 March 2020", "Release date: 4 March 2020", "Valid until 4 March 2026"])
def test_dates_of_other_things_date_nothing(shown: str) -> None:
    assert published(beside(f'<p class="meta">{shown}</p>')) is None


@pytest.mark.parametrize(
    "opening",
    [
        "PORT VERANE, March 4, 2026 (VNA) - {}",
        "Port Verane, 4 March 2026 – {}",
        "(04.03.2026) {}",
        "VERANE, Islands, March 4, 2026 /Harbour Wire/ -- {}",
    ],
)
def test_a_story_may_open_with_its_dateline(opening: str) -> None:
    assert published(article_html(paragraphs=(opening.format(PARAGRAPHS[0]), *PARAGRAPHS[1:]))) == "2026-03-04"


@pytest.mark.parametrize("opening", ["Since March 4, 2026 - {}", "The strike of March 4, 2026 is over. {}", "On 4 March 2026 {}"])
def test_a_sentence_with_a_date_is_no_dateline(opening: str) -> None:
    assert published(article_html(paragraphs=(opening.format(PARAGRAPHS[0]), *PARAGRAPHS[1:]))) is None


def test_a_caption_or_one_long_standfirst_parts_no_date_from_its_headline() -> None:
    long = PARAGRAPHS[0] * 3
    assert published(beside(f"<figcaption>{long}</figcaption><p>4 March 2025</p>", declared("2026-03-01"))) == "2025-03-04"
    assert published(beside(f"<p>{long}</p><p>4 March 2025</p>", declared("2026-03-01"))) == "2025-03-04"
    assert published(beside(f"<p>{long}</p><p>{long}</p><p>4 March 2025</p>", declared("2026-03-01"))) == "2026-03-01"


def test_a_guides_edition_read_the_other_way_round_is_the_declared_day() -> None:
    assert published(beside("<p class='date'>09.10.2025</p>", ld("2025-09-10"))) == "2025-09-10"


def test_a_guide_that_declares_its_day_twice_is_of_that_day_unless_it_shows_another_as_its_own() -> None:
    twice = ld("2023-06-01") + declared("2023-06-01")
    assert published(beside("<p>Updated 4 March 2026</p>", twice)) == "2023-06-01"
    assert published(beside("<p>4 March 2026</p>", twice)) == "2026-03-04"


def test_a_label_may_stand_in_a_block_of_its_own() -> None:
    end = "<div>(Re)Published:</div><div>4 March 2026</div>"
    assert published(article_html().replace("</article>", f"{PARAGRAPHS[0] * 3}{end}</article>")) == "2026-03-04"


def test_a_storys_own_footer_dates_it_and_the_sites_does_not() -> None:
    footers = '<div class="{}"><div class="entry-meta">By Bo Ek on 1 May 2025</div></div>' + (
        '<div class="entry-footer"><div class="entry-meta">By Ann Lee on 4 March 2026</div></div>'
    )
    for name in ("site-footer", "footer"):
        html = article_html(paragraphs=PARAGRAPHS * 4).replace("</article>", f"{footers.format(name)}</article>")
        assert published(html) == "2026-03-04"
