"""What is read of a page's head and marks in its tree."""

import pytest

from agents.clean.markup import MAX_ELEMENTS, Markup, read_markup
from agents.clean.tree import parse_page


def markup_of(html: str) -> Markup:
    return read_markup(parse_page(html))


def test_names_and_values_of_meta_elements() -> None:
    markup = markup_of('<META Property=" og:title " content="Port &amp;amp; strike"><meta name=author content=Varga>')
    assert markup.meta("og:title") == "Port & strike"
    assert markup.all_metas("author") == ["Varga"]


def test_meta_elements_as_most_are_written() -> None:
    markup = markup_of("""<meta property="og:title article:title" content="Port &amp; strike"/><meta name="author" content="">""")
    assert list(markup.metas) == ["og:title", "article:title", "author"]
    assert markup.meta("og:title") == markup.meta("article:title") == "Port & strike"
    assert markup.all_metas("author") == []


def test_the_canonical_link_is_the_first_with_a_target() -> None:
    html = (
        '<link rel="stylesheet" href="/a.css"><link rel=canonical><link href="/b" rel="Canonical"><link rel="canonical" href="/c">'
    )
    assert markup_of(html).canonical == "/b"


@pytest.mark.parametrize("around", ["<!-- {} -->", "<!-- {}", "<script>document.write('{}')</script>", "<textarea>{}</textarea>"])
def test_comments_and_scripts_hide_what_stands_in_them(around: str) -> None:
    markup = markup_of(around.format('<meta name="author" content="Nobody"><h1>No heading</h1><img>'))
    assert (markup.metas, markup.h1, markup.images) == ({}, [], 0)


def test_the_type_of_a_script_may_be_written_with_a_character_reference() -> None:
    assert markup_of('<script type="application/ld&#x2B;json">{"@type": "Report"}</script>').nodes == [{"@type": "Report"}]


def test_data_of_scripts_and_not_the_markup_inside() -> None:
    script = '<script type="application/LD+json">{"@type": "Report", "articleBody": "<h1>Within</h1>"}</SCRIPT>'
    markup = markup_of(f"{script}<h1>Outside</h1><script>var a = 'ld+json';</script>")
    assert markup.nodes == [{"@type": "Report", "articleBody": "<h1>Within</h1>"}]
    assert [text for text, _ in markup.h1] == ["Outside"]


@pytest.mark.parametrize("tag", ["tıtle", "ſelect", "lınk", "lin\u212a"])
def test_a_letter_like_an_ascii_one_makes_no_tag_of_another_name(tag: str) -> None:
    assert markup_of(f"<{tag}>A</{tag}><mEtA name=author content=Varga>").meta("author") == "Varga"


def test_images_and_inputs_are_counted() -> None:
    markup = markup_of('<img src="a"><IMG src="b"><input><select><option></select><!-- <img> -->')
    assert (markup.images, markup.inputs) == (2, 2)


def test_a_sign_for_a_tag_s_end_may_stand_in_quotes() -> None:
    html = """<meta content="a > b" name="section"><meta content='it"s > c' name="date"><meta content="it's" name="author">"""
    markup = markup_of(html)
    assert [markup.meta(name) for name in ("section", "date", "author")] == ["a > b", 'it"s > c', "it's"]


def test_a_title_ends_with_its_end_tag_in_either_case_of_letters() -> None:
    markup = markup_of("<title>İzmir'de liman açıldı</TITLE><h1>İzmir'de <b>İki</b> vinç</H1><h1>Second</h1>")
    assert markup.title == "İzmir'de liman açıldı"
    assert [text for text, _ in markup.h1] == ["İzmir'de İki vinç", "Second"]


def test_a_picture_s_title_is_not_the_page_s() -> None:
    assert markup_of("<svg><title>Menu</title></svg><title>Port strike ends</title>").title == "Port strike ends"


@pytest.mark.parametrize("tag", ["title", "h1", "time"])
def test_an_element_that_is_never_closed_has_no_text(tag: str) -> None:
    markup = markup_of(f"<{tag}>Port strike ends<p>" + "The talks went on until dawn. " * 100)
    assert (markup.title, markup.h1, [time.text for time in markup.times if time.text]) == ("", [], [])


def test_so_many_elements_are_looked_at() -> None:
    assert markup_of("<img>" * 2 * MAX_ELEMENTS).images == MAX_ELEMENTS
