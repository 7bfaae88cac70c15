"""What is read of a page's head and marks without parsing it."""

import pytest

from agents.clean.markup import read_markup


def test_names_and_values_of_meta_elements() -> None:
    markup = read_markup('<META Property=" og:title " content="Port &amp;amp; strike"><meta name=author content=Varga>')
    assert markup.meta("og:title") == "Port & strike"
    assert markup.all_metas("author") == ["Varga"]


def test_meta_elements_as_most_are_written() -> None:
    markup = read_markup("""<meta property="og:title article:title" content="Port &amp; strike"/><meta name="author" content="">""")
    assert list(markup.metas) == ["og:title", "article:title", "author"]
    assert markup.meta("og:title") == markup.meta("article:title") == "Port & strike"
    assert markup.all_metas("author") == []


def test_the_canonical_link_is_the_first_with_a_target() -> None:
    html = (
        '<link rel="stylesheet" href="/a.css"><link rel=canonical><link href="/b" rel="Canonical"><link rel="canonical" href="/c">'
    )
    assert read_markup(html).canonical == "/b"


def test_comments_hide_what_stands_in_them_unless_they_never_end() -> None:
    assert read_markup('<!-- <meta name="author" content="Nobody"> --><h1>A</h1>').metas == {}
    assert read_markup('<!-- <meta name="author" content="Varga">').meta("author") == "Varga"


def test_data_of_scripts_and_not_the_markup_inside() -> None:
    script = '<script type="application/LD+json">{"@type": "Report", "articleBody": "<h1>Within</h1>"}</SCRIPT>'
    markup = read_markup(f"{script}<h1>Outside</h1><script>var a = 'ld+json';</script>")
    assert markup.nodes == [{"@type": "Report", "articleBody": "<h1>Within</h1>"}]
    assert [text for text, _ in markup.h1] == ["Outside"]


@pytest.mark.parametrize("tag", ["tıtle", "ſelect", "lınk", "lin\u212a"])
def test_a_letter_like_an_ascii_one_makes_no_tag_of_another_name(tag: str) -> None:
    assert read_markup(f"<{tag}>A</{tag}><mEtA name=author content=Varga>").meta("author") == "Varga"


def test_images_and_inputs_are_counted() -> None:
    markup = read_markup('<img src="a"><IMG src="b"><image><input><select><option></select><!-- <img> -->')
    assert (markup.images, markup.inputs) == (2, 2)


def test_a_sign_for_a_tag_s_end_may_stand_in_quotes() -> None:
    html = """<meta content="a > b" name="section"><meta content='it"s > c' name="date"><meta content="it's" name="author">"""
    markup = read_markup(html)
    assert [markup.meta(name) for name in ("section", "date", "author")] == ["a > b", 'it"s > c', "it's"]


def test_a_title_ends_with_its_end_tag_in_either_case_of_letters() -> None:
    markup = read_markup("<title>İzmir'de liman açıldı</TITLE><h1>İzmir'de <b>İki</b> vinç</H1><h1>Second</h1>")
    assert markup.title == "İzmir'de liman açıldı"
    assert [text for text, _ in markup.h1] == ["İzmir'de İki vinç", "Second"]
