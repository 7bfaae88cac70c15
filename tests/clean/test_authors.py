"""Names out of what sites write where an author stands, and bylines out of what stands beside a headline."""

import pytest

from agents.clean.metadata import read_metadata
from agents.clean.names import distinct, split_names
from tests.clean.samples import FETCHED_AT, PARAGRAPHS, URL, article_html, declared_of, outline_of

SITE = '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour Gazette">'


def names(text: str) -> list[str]:
    return distinct(split_names(text))


def authors(html: str) -> list[str]:
    return read_metadata(html, declared_of(html, URL), outline_of(html), FETCHED_AT).authors


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


STORY_IN_PORT_VERANE = (
    "<p>Dock workers in Port Verane ended a nine-day strike on Wednesday after the authority agreed to new shifts, it said.</p>"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee, Port Verane", ["Ann Lee"]),
        ("By Ann Lee, PORT VERANE", ["Ann Lee"]),
        ("By Ann Lee, Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Salt City", ["Ann Lee", "Salt City"]),  # the story says nothing of it: it may be somebody
        ("<span>Ann Lee, Port Verane</span><span>4 March 2026</span>", ["Ann Lee"]),
        ("EFE Port Verane 4 March 2026", ["EFE"]),
        ("PORT VERANE, 4 March 2026", []),
    ],
)
def test_a_place_behind_a_name_is_one_that_the_story_speaks_of(line: str, expected: list[str]) -> None:
    assert authors(beside(f"<p>{line}</p>{STORY_IN_PORT_VERANE}")) == expected


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Ann Lee, harbour correspondent</p>",
        "<div>Ann Lee<br>Harbour reporter</div>",
        "<div><span>Ann Lee</span><span>Redakteurin</span></div>",
        "<p>Wed 4 Mar 2026</p><p>Ann Lee</p><p>Periodista de puertos</p>",
    ],
)
def test_the_job_behind_a_bare_name_tells_that_its_bearer_wrote_it(shown: str) -> None:
    assert authors(beside(shown)) == ["Ann Lee"]


def test_somebody_with_a_job_whom_the_story_speaks_of_did_not_write_it() -> None:
    assert authors(beside("<div>Ines Varga<br>Managing director</div>")) == []
    assert authors(beside("<p>In short, the strike is over.</p><div>Bo Ek<br>Managing director</div>")) == []


@pytest.mark.parametrize(
    "shown",
    [
        "<div><span>Ann Lee</span><span>4 March 2026</span></div>",
        "<div>4 March 2026</div><div>Ann Lee</div>",
        "<div>Ann Lee</div><div>3 hours ago · 4 min read</div>",
        "<div>Ann Lee - 4 March 2026</div>",
        "<div>Ann Lee / Gazette News</div><div>4 March 2026</div>",
        "<div>Ann Lee</div><div>ann.lee@gazette.example</div><div>4 March 2026</div>",
        "<div>Ann Lee 04-03-2026 1,204 views</div>",
        '<div><a href="/person/ann-lee">Ann Lee</a></div><div>4 March 2026</div>',
        '<div><a href="/@annlee">Ann Lee</a></div><div>4 March 2026</div>',
        "<p>After nine days the cranes move again, and forty ships wait.</p><div>Ann Lee</div><div>4 March 2026</div>",
    ],
)
def test_a_bare_name_beside_the_day_is_the_author(shown: str) -> None:
    assert authors(beside(shown)) == ["Ann Lee"]


@pytest.mark.parametrize(
    "shown",
    [
        '<div><a href="/topics/sea-travel">Sea Travel</a></div><div>4 March 2026</div>',
        "<div>Public Transport</div><div>4 March 2026</div>",
        "<div>Medio Ambiente</div><div>4/3/2026</div>",
        "<div>Share Article</div><div>4 March 2026</div>",
        "<div>Night Shifts</div><div>4 March 2026</div>",
    ],
)
def test_a_section_beside_the_day_is_none(shown: str) -> None:
    assert authors(beside(shown)) == []


def test_authors_may_stand_in_a_list() -> None:
    assert authors(beside('<ul class="authors"><li>Ann Lee</li><li>Bo Ek</li><li>Cy Roe (photos)</li></ul>')) == [
        "Ann Lee",
        "Bo Ek",
    ]


def test_a_names_own_element_parts_it_from_what_stands_behind() -> None:
    shown = '<p><strong class="signature__author">Ann Lee</strong> <span class="signature__location">Salt City</span></p>'
    assert authors(beside(shown)) == ["Ann Lee"]
    assert authors(beside('<div class="author-card"><span class="name">Ann Lee</span><span>Member since 2019</span></div>')) == [
        "Ann Lee"
    ]
    assert authors(beside('<div class="byline"><span>Af</span><span>Ann Lee</span></div>')) == ["Ann Lee"]


CARD = (
    '<div><h3><a href="/{0}">Ferry number {0} delayed by fog again</a></h3>'
    '<p class="card__meta"><b class="author">Bo Ek{0}</b> 1{0} March</p></div>'
)


def test_the_cards_beneath_a_short_story_name_others() -> None:
    cards = "".join(CARD.format(number) for number in range(6))
    assert authors(article_html().replace("</article>", f"</article>{cards}")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AF ANN LEE OG BO EK", ["ANN LEE", "BO EK"]),
        ("By Ann Lee and Bo Ek Associated Press", ["Ann Lee", "Bo Ek", "Associated Press"]),
        ("The Associated Press", ["The Associated Press"]),
        ("Di Redazione", ["Redazione"]),
        ("Skriven av Ann Lee", ["Ann Lee"]),
        ("Exclusive by Ann Lee", ["Ann Lee"]),
        ("De notre envoyée spéciale à Port-Vérane, Anne Lie", ["Anne Lie"]),
        ("Oprac. Anna Lipa", ["Anna Lipa"]),
        ("A cura di Anna Lipa", ["Anna Lipa"]),
        ("Yazar: Selin Korkut", ["Selin Korkut"]),
        ("執筆：高村陽子", ["高村陽子"]),
        ("Ann Lee, University of Salt City and Bo Ek, Harbour College", ["Ann Lee", "Bo Ek"]),
    ],
)
def test_more_ways_to_sign(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Door Ann Lee op di 17 maart 2026</p>",
        "<p>30 Dec, by Ann Lee</p>",
        "<p><span>17 Mart 2026 Salı, 09:12</span><span>Yazar: Ann Lee</span></p>",
        "<p>Words by Ann Lee · Photos: Bo Ek</p>",
    ],
)
def test_a_byline_behind_or_before_a_day(shown: str) -> None:
    assert authors(beside(shown)) == ["Ann Lee"]


@pytest.mark.parametrize(
    "after", ["<p>About the author: Ann Lee writes about ports.</p>", "<p>Seen on 4 March · Text: Ann Lee · Foto: Bo Ek</p>"]
)
def test_who_is_told_of_below_the_text(after: str) -> None:
    assert authors(beside("", FAR + after)) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("<p>김하늘 기자</p>", ["김하늘"]),
        ("<p>佐伯麻衣 2026年3月4日 7時30分</p>", ["佐伯麻衣"]),
        ("<p>国際面 2026年3月4日 7時30分</p>", []),
        ("<p>新华社记者</p>", []),
    ],
)
def test_names_without_capitals(shown: str, expected: list[str]) -> None:
    assert authors(beside(shown)) == expected
