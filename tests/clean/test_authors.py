"""Names out of what sites write where an author stands, and bylines out of what stands beside a headline."""

import pytest

from agents.clean.body.walk import walk
from agents.clean.metadata import read_declared, read_metadata
from agents.clean.names import distinct, split_names
from tests.clean.samples import FETCHED_AT, PARAGRAPHS, URL, article_html

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
        ("Anna Lipa i Jan Dobosz", ["Anna Lipa", "Jan Dobosz"]),
        ("अनीता शर्मा और विवेक त्रिपाठी", ["अनीता शर्मा", "विवेक त्रिपाठी"]),
        ("Haber: Selin Korkut", ["Selin Korkut"]),
        ("Ana Luz redatora", ["Ana Luz"]),
        ("Ann van der Lee", ["Ann van der Lee"]),
        ("bell hooks", ["bell hooks"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Lee with Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Ana Ruiz y Luis Mora", ["Ana Ruiz", "Luis Mora"]),
        ("Por Luana Costa e Rafael Dias", ["Luana Costa", "Rafael Dias"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Reuters, Ann Lee", ["Reuters", "Ann Lee"]),
        ("Di Anna Lee", ["Anna Lee"]),
        ("Di Natale", ["Di Natale"]),
        ("Ann Lee and Di Fu", ["Ann Lee", "Di Fu"]),
        ("Oleh Koval", ["Oleh Koval"]),
        ("Kolumne von Anna Lee", ["Anna Lee"]),
        ("Analysis by Ann Lee", ["Ann Lee"]),
        ("Propos recueillis par Anne Lie", ["Anne Lie"]),
        ("Иван Петров и Анна Ли", ["Иван Петров", "Анна Ли"]),
        ("بقلم: أحمد علي", ["أحمد علي"]),
        ("記者：王小明", ["王小明"]),
        ("山田太郎記者", ["山田太郎"]),
        ("홍길동 기자 hong@gazette.example", ["홍길동"]),
        ("Ann Lee (Port Verane)", ["Ann Lee"]),
        ("Door onze redacteur Jan de Boer", ["Jan de Boer"]),
        ("Von unserem Korrespondenten Jan Maier", ["Jan Maier"]),
        ("Ann Lee, MD*", ["Ann Lee, MD"]),
        ("Ann Lee@annlee", ["Ann Lee"]),
        ('<a href="/people/ann-lee">Ann Lee</a><a href="/people/bo-ek">Bo Ek</a>', ["Ann Lee", "Bo Ek"]),
    ],
)
def test_newsrooms_sign_in_many_languages(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="byline">Ann LeeReporter</div>',
        '<div class="byline">Ann Lee Reporter</div>',
        '<div class="byline">Ann Lee Follow</div>',
        '<div class="byline">Ann Lee Ann Lee</div>',
        '<p class="byline">By Ann Lee for the Harbour Gazette</p>',
        '<p class="byline">By Ann Lee. Reviewed by Bo Ek</p>',
        '<p class="byline">By Ann Lee Last updated: March 4, 2026</p>',
        '<p class="byline">byAnn LeeMarch 4, 2026</p>',
        '<p class="byline">Ann Lee on Wed 4 March</p>',
        '<div class="article-author"><span>Reporter</span></div><div class="by-line-author">Ann Lee</div>',
        "<div>Written by</div><div>Ann Lee</div>",
        '<p class="byline">Text: Ann Lee Foto: Bo Ek</p>',
        '<p class="meta">Par Ann Lee (avec VNA) Publié le 4 mars 2026</p>',
        '<div class="firma">Ann Lee</div>',
        "<div>By</div><div>Ann Lee</div>",
        '<div><img class="author-avatar" src="a.jpg"> Ann Lee</div>',
        '<div><a href="/staff/ann-lee">Ann Lee</a> • March 4, 2026</div>',
        '<div>4 March 2026 | Ann Lee</div><a href="/author/ann-lee">More</a>',
    ],
)
def test_a_byline_is_freed_of_what_stands_around_the_name(shown: str) -> None:
    assert authors(beside(shown)) == ["Ann Lee"]


@pytest.mark.parametrize(
    "shown",
    ['<div class="byline">Size</div>', '<div class="byline">Contributing Writer</div>', "<div>Sea Travel • March 4, 2026</div>"],
)
def test_what_stands_in_a_bylines_place_may_be_no_name(shown: str) -> None:
    assert authors(beside(shown)) == []


FAR = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 4)


@pytest.mark.parametrize(
    "after",
    [
        "<p>Written by Ann Lee</p>",
        '<p class="wp-block-post-author__name">Ann Lee</p>',
        '<div class="author-box-name">Ann Lee</div>',
        "<li>Autorin/Autor Ann Lee</li>",
        "<p>View all posts by Ann Lee</p>",
    ],
)
def test_the_author_may_be_named_below_the_text(after: str) -> None:
    assert authors(beside("", FAR + after)) == ["Ann Lee"]


def test_a_byline_may_stand_behind_the_date_and_the_source() -> None:
    assert authors(beside('<p class="info">2026-03-04 18:30 來源：維拉內日報 記者：王小明</p>')) == ["王小明"]


def test_several_names_below_are_those_of_other_stories() -> None:
    cards = '<div class="author-name">Ann Lee</div><div class="author-name">Bo Ek</div>'
    assert authors(beside("", FAR + cards)) == []
    assert authors(beside("", FAR + '<div class="comment"><div class="author-name">Ann Lee</div></div>')) == []


def test_a_log_in_gives_way_to_a_name() -> None:
    meta = '<meta name="author" content="{}">'
    shown = '<p class="byline">By Ann Lee</p>'
    assert authors(article_html(meta.format("alee2")).replace("</h1>", f"</h1>{shown}")) == ["Ann Lee"]
    assert authors(article_html(meta.format("alee2"))) == ["alee2"]
    assert authors(article_html(meta.format("dpa")).replace("</h1>", f"</h1>{shown}")) == ["dpa"]


def test_a_section_is_no_author() -> None:
    shown = '<div class="authors">world</div><ul><li class="authors__item">By Ann Lee</li></ul>'
    assert authors(beside(shown)) == ["Ann Lee"]


def test_the_maker_of_a_picture_is_no_author() -> None:
    assert authors(beside("<figcaption>The cranes move again</figcaption><div>Foto:</div><div>Bo Ek / VNA</div>")) == []


@pytest.mark.parametrize("line", ["Bo Ek, 4 March 2026", "Bo Ek 4. März 2026", "4 March 2026, Bo Ek", "Bo Ek March 4, 2026"])
def test_a_name_with_a_day_right_beneath_the_headline_is_the_author(line: str) -> None:
    assert authors(beside(f"<p>{line}</p>")) == ["Bo Ek"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee and Bo Ek, Port Verane", ["Ann Lee", "Bo Ek"]),
        ("Por Ana Luz e João Sales, Porto Alvo", ["Ana Luz", "João Sales"]),
        ("By Ann Lee and Bo Ek, AFP", ["Ann Lee", "Bo Ek", "AFP"]),
        ("By Ann Lee, Bo Ek and Cy Roe", ["Ann Lee", "Bo Ek", "Cy Roe"]),
        ("By Ann Lee and Bo Ek, MD", ["Ann Lee", "Bo Ek, MD"]),
    ],
)
def test_a_place_behind_several_names_is_none(line: str, expected: list[str]) -> None:
    assert authors(beside(f"<p>{line}</p>")) == expected


def test_a_name_alone_between_headline_and_day_is_the_author() -> None:
    day = "<div>4 March 2026</div>"
    assert authors(beside(f"<div>Bo Ek</div>{day}")) == ["Bo Ek"]
    assert authors(beside(f"<div>Bo Ek</div><div>The night was cold.</div>{day}")) == []
    for other in ("<a href=/x>Bo Ek</a>", "Port News", "Union Verane", "BO EK", "Bo", "Bo Ek Cy Roe Lee"):
        assert authors(beside(f"<div>{other}</div>{day}")) == []
    assert authors(beside(f"<div>Bo Ek</div>{day}", "<p><a href=/t>Bo Ek</a></p>")) == []


def test_a_linked_section_with_a_day_is_none() -> None:
    assert authors(beside("<p><a href=/port>Port News</a>, 4 March 2026</p>")) == []


@pytest.mark.parametrize("shown", ["<div class=autor>Bo Ek</div>", "<p>Submitted by Bo Ek on 4 March 2026</p>"])
def test_who_signs_below_the_story(shown: str) -> None:
    assert authors(beside("", shown)) == ["Bo Ek"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bo Ek | 4 March 2026", ["Bo Ek"]),
        ("Bo Ek, Ida Holm 4 March 2026", ["Bo Ek", "Ida Holm"]),
        ("Bo Ek and Ida Holm · March 4, 2026", ["Bo Ek", "Ida Holm"]),
        ("World News | 4 March 2026", []),
        ("Published March 4, 2026", []),
        ("Harbour Cranes | 4 March 2026", []),
    ],
)
def test_names_that_nothing_else_tells_of_may_share_a_line_with_the_day(line: str, expected: list[str]) -> None:
    assert authors(beside(f"<p>{line}</p>")) == expected


@pytest.mark.parametrize(
    "shown",
    ["<dl><dd class=createdby>Bo Ek</dd></dl>", "<div class=post-footer>Publicado por Bo Ek a las 9:12</div>"],
)
def test_how_other_systems_sign(shown: str) -> None:
    assert authors(beside(shown)) == ["Bo Ek"]
