"""The walk: text blocks in reading order, and the elements that hold them."""

from __future__ import annotations

import time

import pytest

from tests.clean.samples import outline_of


def blocks(html: str, **options: bool) -> list[str]:
    return list(outline_of(html, **options).texts)


def test_block_elements_and_line_breaks_part_blocks() -> None:
    assert blocks("<p>One <b>bold</b>\n word.<p>Two<br>three<div>Four") == ["One bold word.", "Two", "three", "Four"]


def test_line_breaks_before_a_block_are_counted() -> None:
    assert list(outline_of("<div>One<br><br>two<br>three<p>four</div>").breaks) == [0, 2, 1, 0]


def test_scripts_styles_and_templates_hold_no_text() -> None:
    assert blocks("<style>a{}</style><p>Seen<script>x = '<p>not'</script> text<template><p>not</template>") == ["Seen text"]


def test_hidden_places_are_read_on_demand() -> None:
    html = "<div><noscript><p>The story.</p></noscript></div>"
    assert blocks(html) == []
    assert blocks(html, hidden=True) == ["The story."]


def test_buttons_leave_the_paragraph_whole() -> None:
    assert blocks("<p>The bank <button>Explain</button>raised rates.") == ["The bank raised rates."]


@pytest.mark.parametrize("tag", ["button", "select", "svg", "video"])
def test_a_forgotten_end_tag_does_not_swallow_the_page(tag: str) -> None:
    assert "A paragraph of the story." in blocks(
        f"<div><{tag}>Menu<section><h2>News</h2><p>A paragraph of the story.</p></section></div>"
    )


def test_a_declarative_shadow_root_is_shown() -> None:
    assert blocks("<x-story><template shadowrootmode=open><p>In the shadow.</p></template></x-story>") == ["In the shadow."]


def test_unknown_elements_stand_inline_in_a_paragraph_and_apart_elsewhere() -> None:
    assert blocks("<x-a>One</x-a><x-a><p>Two <x-ref>and</x-ref> three</p></x-a>") == ["One", "Two and three"]


def test_pictures_and_films_are_noted_where_they_open_a_line_or_stand_in_none() -> None:
    outline = outline_of("<p>One<img></p><div><img> two</div><figure><iframe></iframe></figure><p><img></p>")
    assert [(block, outline.tags[element]) for block, element in outline.pictures] == [(1, "div"), (2, "figure"), (2, "p")]
    assert outline_of(f"<ul>{LINKS.replace('<li>', '<li><img>')}</ul><p>Text").pictures == []


def test_menus_are_forgotten_but_not_a_nav_that_was_never_closed() -> None:
    assert blocks("<nav><ul><li>Home<li>Sport</ul></nav><p>Text") == ["Text"]
    assert len(blocks(f"<nav><ul><li>Home</ul><p>{'A long paragraph. ' * 20}</p><p>Another.")) == 3


LINKS = "".join(f"<li><a href=/{i}>Section {i}</a>" for i in range(6))


def test_lists_of_short_links_and_footers_are_forgotten_and_counted() -> None:
    outline = outline_of(f"<div><ul>{LINKS}</ul></div><p>Text</p><footer><p>About us<p>Jobs</footer>")
    assert (list(outline.texts), outline.forgotten, outline.tags) == (["Text"], 8, ["#root", "html", "body", "div", "p"])


@pytest.mark.parametrize(
    "html",
    [
        f"<ul>{LINKS.replace('<li>', '<p>', 1).replace('</a>', '</a> opened on Monday after forty years of work', 1)}</ul>",
        f"<ul>{LINKS.replace('Section', 'Ferry leaves the harbour with forty people, section')}</ul>",
        "<p>Topics:<a href=/a>Ferries</a><br><a href=/b>Harbours</a></p>",
        f"<article><p>Text</p><footer><p>{'</p><p>'.join(['By Ann Lee'] * 6)}</p></footer></article>",
        f"<main>{LINKS.replace('<li>', '<p>')}</main>",
        f"<div><p>The winners are:</p><ul>{LINKS}</ul></div>",
    ],
    ids=["text among links", "titles", "tags", "foot of a story", "all there is", "a line leads to it"],
)
def test_what_is_no_menu_stays(html: str) -> None:
    assert outline_of(html).texts
    assert outline_of(html).forgotten == 0


def test_scripts_in_a_menu_are_no_prose() -> None:
    assert blocks(f"<nav><a href=/>Home</a><script>{'var x = 1; ' * 50}</script></nav><p>Text") == ["Text"]


def test_elements_know_their_blocks() -> None:
    outline = outline_of("<div id=a class=b><p>One</p><p>Two</p></div><p>Three</p>")
    holder = outline.names.index(" b a") if " b a" in outline.names else outline.names.index(" a b")
    assert (outline.first[holder], outline.end[holder]) == (0, 2)
    assert [outline.tags[leaf] for leaf in outline.leaf] == ["p", "p", "p"]


def test_characters_in_links_and_in_bold_are_counted() -> None:
    outline = outline_of("<p>See <a href=/>this <b>page</b></a> now <a href=/>or</a></p>")
    assert (outline.linked, outline.anchors, outline.bold) == ((11,), (2,), (4,))


@pytest.mark.parametrize(
    "card",
    [
        '<span class="person-hovercard"><img src="a"><a href="/o">Ana Orsk</a> <a href="/s">Harbour strike ends</a></span>',
        '<span class="rollover-block"><span><a href="/s">Harbour strike ends</a></span></span>',
        '<span style="display: none">Mayor since 2019</span>',
        "<span hidden>Mayor since 2019</span>",
        '<span class="sr-only">opens in a new tab</span>',
    ],
)
def test_what_stands_in_a_line_unseen_is_no_part_of_it(card: str) -> None:
    assert blocks(f'<p>The mayor, <a href="/o">Ana Orsk</a>{card}, spoke <span class="box">first</span>.') == [
        "The mayor, Ana Orsk, spoke first."
    ]


def test_undisplayed_elements_are_marked() -> None:
    outline = outline_of("<div hidden>a</div><div style='display: none'>b</div><div style='color: red'>c</div>")
    assert ["HIDDEN" in outline.names[leaf] for leaf in outline.leaf] == [True, True, False]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "<b>" * 100_000 + "x",
        "<p><a href=x>story</a>" * 50_000,
        f"<p {' '.join(f'a{i}=1' for i in range(100_000))}>x",
        "<nav>" * 3000 + "<p>x" * 20_000,
        "<table>" * 20_000 + "x",
        f"<p><span class={'tooltip' * 10_000}>x",
        "\x00\ud800<p>\ufffe",
        "",
    ],
    ids=["nested", "nested-inline", "links", "attributes", "menus", "tables", "class", "broken", "empty"],
)
def test_hostile_pages_cost_little(html: str) -> None:
    began = time.process_time()
    outline_of(html)
    assert time.process_time() - began < 4


def test_unseen_elements_in_which_the_page_goes_on_may_nest_as_deep_as_they_like() -> None:
    page = "<canvas><article>" * 1000 + "At last a line."
    assert list(outline_of(page).texts) == ["At last a line."]
