"""What a page tells besides its text, each rule on a page of its own."""

import pytest

from agents.clean.metadata import Metadata, read_metadata
from schemas.article import Precision
from tests.clean.samples import FETCHED_AT, HEADLINE, PARAGRAPHS, URL, article_html, declared_of, outline_of


def read(html: str, url: str = URL) -> Metadata:
    return read_metadata(html, declared_of(html, url), outline_of(html), FETCHED_AT)


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def beside(shown: str) -> str:
    """A story with something shown between headline and text."""
    return article_html().replace("</h1>", f"</h1>{shown}")


def day(found: Metadata) -> str | None:
    return found.published.when.date().isoformat() if found.published else None


SITE = '<meta property="og:site_name" content="Harbour Gazette">'
ELSEWHERE = "https://www.harbour-gazette.example/world/port-strike-ends"


@pytest.mark.parametrize(
    "head",
    [
        "",
        f'{SITE}<meta property="og:title" content="{HEADLINE} - Harbour Gazette">',
        f'<meta property="og:title" content="{HEADLINE} | World">',
        f'<meta property="og:title" content="{HEADLINE} » harbour-gazette.example">',
        ld(f'{{"@type": "NewsArticle", "headline": "{HEADLINE}"}}'),
        ld(f'{{"@graph": [{{"@type": "WebSite"}}, {{"@type": ["NewsArticle"], "headline": "{HEADLINE}"}}]}}'),
    ],
)
def test_the_title_is_the_headline_without_the_sites_name(head: str) -> None:
    assert read(article_html(head)).title == HEADLINE


def test_a_part_of_the_headline_is_no_site() -> None:
    assert read(article_html(headline="Port strike - what now?")).title == "Port strike - what now?"


@pytest.mark.parametrize(
    ("json", "authors"),
    [
        ('{"@type": "NewsArticle", "author": {"name": "Ann Lee"}}', ["Ann Lee"]),
        ('{"@type": "NewsArticle", "author": [{"name": "By Ann Lee"}, "Bo Ek"]}', ["Ann Lee", "Bo Ek"]),
        (
            '{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@id": "#a", "name": "Ann Lee"}]}',
            ["Ann Lee"],
        ),
        ('{"@type": "NewsArticle", "author": {"name": "Ann Lee, Senior Reporter and Bo Ek"}}', ["Ann Lee", "Bo Ek"]),
        ('{"@type": "NewsArticle", "author": {"name": "https://example.com/ann"}}', []),
        ('{"@type": "NewsArticle", "author": "Ann Lee", }', ["Ann Lee"]),
    ],
)
def test_authors_are_names(json: str, authors: list[str]) -> None:
    assert read(article_html(ld(json))).authors == authors


@pytest.mark.parametrize(
    "shown",
    [
        '<p class="byline">By Ann Lee</p>',
        '<div><a href="/author/ann-lee" rel="author">Ann Lee</a></div>',
        '<span class="article-author">Ann Lee</span>',
    ],
)
def test_a_byline_names_the_author_where_the_page_declares_none(shown: str) -> None:
    assert read(beside(shown)).authors == ["Ann Lee"]


def test_the_site_is_author_only_where_nobody_else_is() -> None:
    head = '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour Gazette">'
    html = article_html(head)
    assert read(html).authors == ["Harbour Gazette"]
    assert read(html.replace("</h1>", '</h1><p class="byline">By Ann Lee</p>')).authors == ["Ann Lee"]


@pytest.mark.parametrize(
    ("declared", "expected", "precision"),
    [
        ("2026-03-04T07:30:00+01:00", "2026-03-04T07:30:00+01:00", Precision.SECOND),
        ("2026-03-04T07:30Z", "2026-03-04T07:30:00+00:00", Precision.MINUTE),
        ("2026-03-04", "2026-03-04T00:00:00+00:00", Precision.DAY),
        ("2026-03-04T07:30:00", "2026-03-04T00:00:00+00:00", Precision.DAY),
        ("Wed, 04 Mar 2026 07:30:00 GMT", "2026-03-04T07:30:00+00:00", Precision.SECOND),
        ("2026-03", "2026-03-01T00:00:00+00:00", Precision.MONTH),
        ("Wed Mar 04 2026 07:30:00 GMT+0100 (CET)", "2026-03-04T07:30:00+01:00", Precision.SECOND),
        ("2026-03-04 23:30 GMT-0500", "2026-03-04T23:30:00-05:00", Precision.MINUTE),
    ],
)
def test_the_date_keeps_what_the_page_says_of_zone_and_precision(declared: str, expected: str, precision: Precision) -> None:
    found = read(article_html(f'<meta property="article:published_time" content="{declared}">'), ELSEWHERE).published
    assert found is not None
    assert (found.when.isoformat(), found.precision) == (expected, precision)


def test_a_date_after_the_fetch_is_none_unless_its_zone_explains_it() -> None:
    """Fetched at 2026-03-05T12:00Z."""
    assert day(read(article_html('<meta property="article:published_time" content="2026-04-01">'), ELSEWHERE)) is None
    ahead = read(article_html('<meta property="article:published_time" content="2026-03-05T21:00:00Z">'), ELSEWHERE).published
    assert ahead is not None
    assert (ahead.when.isoformat(), ahead.precision) == ("2026-03-05T00:00:00+00:00", Precision.DAY)


@pytest.mark.parametrize(
    "shown",
    [
        "<p class='dateline'>4 March 2026, 7.30 am</p>",
        "<div>Published</div><div>March 4, 2026</div>",
        "<p>By Ann Lee | March 4, 2026 | Updated March 5, 2026</p>",
        "<p>Updated: March 5, 2026</p><p>Published: March 4, 2026</p>",
    ],
)
def test_the_date_beside_the_headline_counts_and_that_of_an_update_does_not(shown: str) -> None:
    assert day(read(beside(shown), ELSEWHERE)) == "2026-03-04"


def test_the_day_of_a_change_may_stand_behind_that_of_publication() -> None:
    for shown in (
        "<p>First published: 3 March 2026</p><p>Last updated: 4 March 2026</p>",
        "<p>3 March 2026 (updated 4 March 2026)</p>",
    ):
        found = read(beside(shown), ELSEWHERE)
        assert day(found) == "2026-03-03"
        assert found.modified is not None
        assert found.modified.when.date().isoformat() == "2026-03-04"


def test_a_caption_and_a_related_story_date_nothing() -> None:
    caption = "<figcaption>Workers cheer as the cranes move in the harbour of Verane, March 1, 2026</figcaption>"
    related = '<div class="related-stories"><span class="date">March 2, 2026</span></div>'
    assert day(read(beside(caption + related), ELSEWHERE)) is None


def test_the_address_dates_a_page_that_says_nothing_else() -> None:
    assert day(read(article_html(), URL)) == "2026-03-04"


@pytest.mark.parametrize(("lines", "expected"), [(["4 March 2026"], "2026-03-04"), (["4 March 2026", "3 March 2026"], None),
                                                 (["Updated: 4 March 2026"], None)])  # fmt: skip
def test_the_only_day_on_a_page_dates_it_wherever_it_stands(lines: list[str], expected: str | None) -> None:
    shown = "".join(f"<p>The cranes moved all night, and the ships left one by one.</p><p>{line}</p>" for line in lines)
    assert day(read(article_html(paragraphs=5 * PARAGRAPHS).replace("</article>", f"{shown}</article>"), ELSEWHERE)) == expected


def test_what_stands_right_above_the_headline_is_nearer_than_what_stands_beneath_a_story() -> None:
    remarks = "".join(f"<div>Bo {number}</div><div>5 March 2026, 10:15</div>" for number in range(3))
    html = article_html(paragraphs=2 * PARAGRAPHS)
    shown = html.replace("<h1>", "<p>harbour_desk 4 March 2026</p><h1>").replace("</article>", f"{remarks}</article>")
    assert day(read(shown, ELSEWHERE)) == "2026-03-04"


def test_a_change_is_never_before_the_publication() -> None:
    head = '<meta property="article:published_time" content="2026-03-04"><meta property="article:modified_time" content="{}">'
    assert read(article_html(head.format("2026-03-01"))).modified is None
    assert read(article_html(head.format("2026-03-05"))).modified is not None


def test_the_rest_of_what_is_declared() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Gazette"><meta property="article:section" content="World">'
        '<meta property="og:image" content="/i/crane.jpg"><meta name="keywords" content="ports, strikes, ports">'
        + ld('{"@type": "NewsArticle", "alternativeHeadline": "Night shifts agreed", "isAccessibleForFree": "False"}')
    )
    found = read(article_html(head))
    assert (found.site_name, found.section, found.subtitle) == ("Harbour Gazette", "World", "Night shifts agreed")
    assert found.lead_image == "https://www.harbour-gazette.example/i/crane.jpg"
    assert found.keywords == ["ports", "strikes"]
    assert found.paywalled


def test_what_stands_in_a_comment_is_not_said() -> None:
    assert read(article_html('<!-- <meta property="article:published_time" content="2020-01-01"> -->'), ELSEWHERE).published is None


def test_text_is_no_part_of_this() -> None:
    assert PARAGRAPHS[0] not in str(read(article_html()))


def test_a_standfirst_is_the_subtitle() -> None:
    deck = "Night shifts agreed after nine days; ships begin to unload"
    assert read(beside(f'<p class="article-standfirst">{deck}</p>')).subtitle == deck
    assert read(beside(f"<p>{deck}</p>")).subtitle is None


@pytest.mark.parametrize("name", ["article-intro", "articulo-subtitulo", "sottotitolo", "chapo", "subheading", "ingress"])
def test_newsrooms_name_a_standfirst_in_many_languages(name: str) -> None:
    deck = "Night shifts agreed after nine days; ships begin to unload"
    assert read(beside(f'<p class="{name}">{deck}</p>')).subtitle == deck
    assert read(beside(f'<p class="author {name}">{deck}</p>')).subtitle is None


@pytest.mark.parametrize(
    "other", [HEADLINE, "Port strike ends after nine days - live", "Port strike ends after nine", "Nine-day port strike ends"]
)
def test_another_form_of_the_headline_is_no_subtitle(other: str) -> None:
    assert read(article_html(ld(f'{{"@type": "NewsArticle", "alternativeHeadline": "{other}"}}'))).subtitle is None


def test_tags_of_analytics_are_keywords_where_nothing_else_is() -> None:
    tags = '<meta name="parsely-tags" content="ports,strikes">'
    assert read(article_html(tags)).keywords == ["ports", "strikes"]
    assert read(article_html(tags + '<meta name="keywords" content="harbours">')).keywords == ["harbours"]


FRONT = "https://www.hbg.example/42"


def titled(title: str, body: str, head: str = "") -> str:
    return read(f"<html><head><title>{title}</title>{head}</head><body>{body}<p>{PARAGRAPHS[0]}</p></body></html>", FRONT).title


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (f"{HEADLINE} | Harbour Gazette", f"<h2>{HEADLINE}</h2>"),
        (f"{HEADLINE} | Harbour Gazette", "<div>Harbour Gazette</div>"),
        (f"Harbour Gazette - {HEADLINE}", f"<td><b> {HEADLINE} </b></td>"),
        (f"Harbour Gazette: {HEADLINE}", f"<b>{HEADLINE}</b>"),
        (f"{HEADLINE} | Harbour Gazette", f'<script>{{"headline": "{HEADLINE}"}}</script>'),
        (f"{HEADLINE} — Johnsons", "<p>hbg</p><p>Johnsons</p>"),
    ],
)
def test_the_page_itself_tells_a_sites_name_from_a_headline(title: str, body: str) -> None:
    assert titled(title, body) == HEADLINE


@pytest.mark.parametrize("title", ["Verane: port strike ends", "Port strike - what now?", "Port 4 | 2"])
def test_a_title_that_the_page_says_nothing_of_stays(title: str) -> None:
    assert titled(title, "<div>Home</div>") == title


@pytest.mark.parametrize(
    ("json", "name"),
    [
        (
            '[{"@type": "NewsArticle", "publisher": {"@id": "#o"}}, {"@type": "Organization", "@id": "#o", "name": "The Wharf"}]',
            "The Wharf",
        ),
        ('{"@type": "NewsArticle", "publisher": {"@id": "https://www.wharf.example/#organization"}}', None),
        ('{"@type": "NewsArticle", "publisher": {"url": "https://www.wharf.example"}}', None),
    ],
)
def test_an_address_is_no_name_of_a_site(json: str, name: str | None) -> None:
    assert read(article_html(ld(json))).site_name == name


def test_a_slogan_goes_with_the_sites_host_behind_a_short_headline() -> None:
    assert titled("Port-Strike | hbg.example | All about ships", "") == "Port-Strike"
    assert titled("Home | hbg.example | All about ships", "") == "Home | hbg.example | All about ships"


def test_a_slogan_goes_with_the_sites_name() -> None:
    assert titled(f"{HEADLINE} | Harbour Gazette | All about ships", "", SITE) == HEADLINE


def test_a_short_name_of_a_site_is_a_word_and_no_part_of_one() -> None:
    short = '<meta property="og:site_name" content="HBG">'
    assert titled(f"{HEADLINE} - HBG News", "", short) == HEADLINE
    assert titled(f"{HEADLINE} - Whbgx tells", "", short) == f"{HEADLINE} - Whbgx tells"


def test_a_page_without_a_title_has_none() -> None:
    assert titled("", "<p>x</p>") == ""
    assert titled("| | | |" * 50, "|" * 100_000) == titled("| | | |" * 50, "")


PURPOSE = "Dockers back at work"


@pytest.mark.parametrize(
    ("title", "shared", "declared", "heading", "expected"),
    [
        (HEADLINE, PURPOSE, HEADLINE, HEADLINE, PURPOSE),
        (HEADLINE, HEADLINE, PURPOSE, PURPOSE, PURPOSE),
        (HEADLINE, HEADLINE, PURPOSE, HEADLINE, PURPOSE),
        ("Verane port strike over", PURPOSE, HEADLINE, HEADLINE, HEADLINE),
        ("Verane port strike over", PURPOSE, HEADLINE, PURPOSE, PURPOSE),
    ],
)
def test_of_two_declared_headlines_the_one_written_on_purpose_counts(
    title: str, shared: str, declared: str, heading: str, expected: str
) -> None:
    head = f'<meta property="og:title" content="{shared}">' + ld(f'{{"@type": "NewsArticle", "headline": "{declared}"}}')
    assert titled(title, f"<h1>{heading}</h1>", head) == expected


KICKER = '<h1><span class="{name}">Labour dispute</span> <span>- </span><span>{headline}</span></h1>'


@pytest.mark.parametrize("name", ["article-title__overline", "kicker", "head_dachzeile bold"])
def test_a_kicker_above_the_heading_is_no_part_of_it(name: str) -> None:
    assert titled(HEADLINE, KICKER.format(name=name, headline=HEADLINE)) == HEADLINE


def test_a_kicker_needs_no_sign_between_it_and_the_heading() -> None:
    heading = f'<h1><span class="kicker">Labour dispute</span> <span>{HEADLINE}</span></h1>'
    assert titled(f"Labour dispute: {HEADLINE}", heading, f'<meta property="og:title" content="{HEADLINE}">') == HEADLINE


def test_what_stands_before_the_declared_title_in_an_element_of_its_own_is_no_part_of_it() -> None:
    assert titled(HEADLINE, f'<h1><b class="label">LIVE</b> {HEADLINE}</h1>') == HEADLINE
    assert titled("Best ports in the islands", "<h1>The Best ports in the islands</h1>") == "The Best ports in the islands"


def test_a_kicker_that_is_declared_with_the_title_stays() -> None:
    shared = f'<meta property="og:title" content="Labour dispute: {HEADLINE}">'
    heading = f'<h1><span class="kicker">Labour dispute</span><span>: </span><span>{HEADLINE}</span></h1>'
    assert titled("Strike", heading, shared) == f"Labour dispute: {HEADLINE}"


def test_the_head_of_a_newspaper_tells_which_day_it_is_and_not_the_storys() -> None:
    today = '<div class="topbar"><span class="date">Thursday, 5 March 2026</span> <a href="/login">Sign in</a></div>'
    page = article_html().replace("<nav>", f"{today}<nav>")
    assert day(read(page, ELSEWHERE)) is None
    assert day(read(page.replace("</h1>", "</h1><p>3 March 2026</p>"), ELSEWHERE)) == "2026-03-03"
    above = article_html().replace("<h1>", "<h2 class='date-header'>Wednesday, March 4, 2026</h2><h1>")
    assert day(read(above, ELSEWHERE)) == "2026-03-04"


def test_the_day_of_a_change_may_stand_beneath_its_label() -> None:
    shown = "<dl><dt>Published:</dt><dd>1 March 2026</dd><dt>Last updated:</dt><dd>3 March 2026</dd></dl>"
    found = read(beside(shown), ELSEWHERE)
    assert day(found) == "2026-03-01"
    assert found.modified
    assert found.modified.when.day == 3
    assert day(read(beside("<ul><li>입력 2026.03.01 07:30</li><li>수정 2026.03.03 11:02</li></ul>"), ELSEWHERE)) == "2026-03-01"


def test_the_element_of_a_shown_day_tells_its_time() -> None:
    found = read(
        beside('<div class="meta">By Ann Lee <time datetime="2026-03-04T07:00:00+01:00">4 March 2026</time></div>'), ELSEWHERE
    )
    assert found.published
    assert found.published.when.isoformat() == "2026-03-04T07:00:00+01:00"
    assert found.published.precision == Precision.SECOND


def test_a_membership_dates_nothing() -> None:
    assert (
        day(read(beside('<div class="author">Ann Lee<span>Member since 12 May 2019</span></div><p>Posted 3 March 2026</p>')))
        == "2026-03-03"
    )


def test_dated_cards_beneath_a_short_story_date_others() -> None:
    card = '<div><h3><a href="/{0}">Ferry number {0} delayed by fog again</a></h3><p class="card__meta">{0} February 2026</p></div>'
    cards = "".join(card.format(number) for number in range(10, 16))
    assert day(read(article_html().replace("</article>", f"</article>{cards}"), ELSEWHERE)) is None


def test_a_day_that_only_the_fetch_makes_whole_may_stand_before_a_change() -> None:
    assert day(read(beside("<p>Hier à 18:22 - mis à jour hier à 20:01</p>"), ELSEWHERE)) == "2026-03-04"


def test_a_title_element_may_say_no_more_than_which_site_it_is() -> None:
    page = article_html().replace(f"<title>{HEADLINE} | Harbour Gazette</title>", "<title>Notes</title>")
    assert read(page).title == HEADLINE
    logo = page.replace(f"<h1>{HEADLINE}</h1>", f"<h1>Verane</h1><h2>{HEADLINE}</h2>").replace("<title>Notes", f"<title>{HEADLINE}")
    assert read(logo).title == HEADLINE


@pytest.mark.parametrize("line", ["Tickets on sale 2 February 2026", "Last build 2026-03-02"])
def test_the_day_of_something_else_dates_no_story(line: str) -> None:
    found = read(beside(f"<p>{line}</p>"), ELSEWHERE)
    assert day(found) is None
