"""Cards of other stories in an element of their own go, whatever stands around them; what the page itself lists stays."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.body.cards import without_cards
from tests.clean.samples import outline_of

PARAGRAPH = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board."
STORY = "".join(f"<p>{PARAGRAPH} It was the {number}th time.</p>" for number in range(8))
TITLES = (
    "Bakers in Port Maren walk out over flour",
    "Two held after a fire at the old cannery",
    "Council votes to close the night market",
)
TOLD = "The walk-out began before dawn on Tuesday, and no shop in the old town had bread by noon."


def left(html: str) -> list[str]:
    """Of a page of which everything was kept."""
    outline = outline_of(html)
    words = np.array([float(len(text.split())) for text in outline.texts])
    return [outline.texts[block] for block in without_cards(outline, range(len(outline.texts)), words)]


def texts(html: str) -> list[str]:
    return list(outline_of(html).texts)


BROKEN = "".join(f"<a href=/x><b>{title}</b></a><br>{TOLD}<br><br>" for title in TITLES)
IN_LINES = "".join(f"<li><a href=/x>{title}</a> {TOLD}</li>" for title in TITLES)
LINKED = "".join(f"<a href=/x><div>{title}</div><div>{TOLD}</div></a>" for title in TITLES)


@pytest.mark.parametrize("cards", [BROKEN, IN_LINES, LINKED], ids=["broken", "in lines", "linked"])
@pytest.mark.parametrize(
    "page", ["<div>{cards}</div><div>{story}</div>", "<div>{story}</div><div>{cards}</div>"], ids=["above", "beneath"]
)
def test_cards_beside_the_story_go(page: str, cards: str) -> None:
    assert left(page.format(story=STORY, cards=cards)) == texts(STORY)


def test_a_column_of_an_old_page_goes_though_it_is_longer_than_the_story() -> None:
    page = f"<table><tr><td>{BROKEN * 4}<td>{STORY}</table>"
    assert left(page) == texts(STORY)


def test_what_the_page_is_about_stays() -> None:
    guide = f"<h1>Three stories of the week</h1><p>{PARAGRAPH}</p><div>{LINKED * 3}</div>"
    assert left(guide) == texts(guide)


def test_a_directory_of_short_names_stays() -> None:
    names = "".join(
        f"<p><a href=/x>{name}</a></p><p>{TOLD}</p>"
        for name in ("Hotel Neptun, Maren", "The Blue Anchor Inn", "Villa Sorgenfri II")
    )
    page = f"<div>{names}</div><div>{STORY * 2}</div>"
    assert left(page) == texts(page)


def test_linked_headings_amid_the_story_stay() -> None:
    page = f"<div>{STORY}<section>{LINKED}</section>{STORY}</div>"
    assert left(page) == texts(page)


def test_an_answer_beneath_its_linked_question_stays() -> None:
    asked = "".join(f"<p><a href=/x>{title}?</a></p><p>{TOLD}</p>" for title in TITLES)
    page = f"<div>{STORY}</div><div>{asked}</div>"
    assert left(page) == texts(page)


def test_three_cards_with_short_titles_go_beneath_the_story() -> None:
    cards = f"<div><h3><a href=/x>Bakers walk out</a></h3><p>{TOLD}</p></div>" * 3
    assert left(f"<div><div>{STORY}</div><div>{cards}</div></div>") == texts(STORY)


def test_parts_of_the_story_under_linked_titles_stay() -> None:
    parts = f"<h3><a href=/x>The ferry</a></h3><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>" * 3
    html = f"<div>{STORY}{parts}</div>"
    assert left(html) == texts(html)


ROW = "".join(f"<div class=r><b><a href=/x>{title}</a></b><p>{TOLD}</p></div>" for title in TITLES)


def test_cards_with_which_the_story_s_own_element_ends_go() -> None:
    assert left(f"<div>{STORY}{ROW}</div>") == texts(STORY)


def test_what_a_guide_lists_at_its_end_stays() -> None:
    entries = "".join(
        f"<div class=r><b><a href=/x>{name}</a></b><p>{TOLD}</p></div>" for name in ("Hotel Neptun, Maren", "The Blue Anchor")
    )
    page = f"<div>{STORY}{entries}</div>"
    assert left(page) == texts(page)


def test_a_card_that_is_a_link_as_a_whole_goes_from_between_paragraphs() -> None:
    card = f"<section><a href=/x><span>Port</span><p>{TITLES[1]}</p></a></section>"
    assert left(f"<div>{STORY}{card}<p>{PARAGRAPH}</p></div>") == texts(f"{STORY}<p>{PARAGRAPH}</p>")


def test_many_linked_boxes_are_what_the_page_is_about() -> None:
    boxes = "".join(f"<section><a href=/x><p>The best of the year</p><p>{title}</p></a></section><p>{TOLD}</p>" for title in TITLES)
    page = f"<div>{STORY}{boxes}</div>"
    assert left(page) == texts(page)


LED = "".join(f"<p><b>{title}</b><br>{TOLD} <a href=/x>more »</a></p>" for title in TITLES)


def test_a_column_of_bold_titles_that_lead_on_goes() -> None:
    assert left(f"<table><tr><td>{STORY}<td>{LED}</table>") == texts(STORY)


def test_a_cell_of_bold_titles_that_lead_nowhere_stays() -> None:
    page = f"<table><tr><td>{STORY}<td>{LED.replace('<a href=/x>more »</a>', '')}</table>"
    assert left(page) == texts(page)


def test_cards_longer_than_a_whole_story_go_all_the_same() -> None:
    assert left(f"<div><div>{STORY}</div><div>{LINKED * 4}</div></div>") == texts(STORY)
    assert left(f"<div>{STORY}{ROW * 3}</div>") == texts(STORY)


@pytest.mark.parametrize(
    "page",
    [
        f"<div>{STORY}<div class=r><b><a href=/x>{TITLES[1]}</a></b><p>{TOLD}</p></div></div>",
        f"<div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>{ROW}</div>",
        f"<table><tr><td>{STORY}<td>{LED.replace(' <a href=/x>more »</a>', '', 1)}</table>",
        f"<table><tr><td>{STORY}<td><p><b>{TITLES[0]}</b><br>{TOLD} <a href=/x>more »</a></p></table>",
        f"<div>{STORY}<ul><li><a href=/x>{TITLES[0]}</a><li><a href=/x>{TITLES[1]}</a></ul><p>{PARAGRAPH}</p></div>",
        f"<div><div>{STORY}</div><div>" + f"<p><a href=/x>Bakers walk out</a> {TOLD}</p>" * 3 + "</div></div>",
        f"<table><tr><td><p>{PARAGRAPH}</p><td>{LED}</table>",
    ],
    ids=[
        "one at the end",
        "a page of them",
        "one that leads nowhere",
        "one in a column",
        "a list of links amid the story",
        "short names that open lines",
        "all but a sentence",
    ],
)
def test_what_only_looks_like_cards_stays(page: str) -> None:
    assert left(page) == texts(page)


def test_titles_in_scripts_of_wide_characters_are_half_as_long() -> None:
    titles = ("北港渡轮停航九天，四百名居民的物资供应告急", "面粉涨价，老城面包师在市集广场集体罢工抗议")
    row = "".join(f"<div class=r><b><a href=/x>{title}</a></b><p>{TOLD}</p></div>" for title in titles)
    assert left(f"<div>{STORY}{row}</div>") == texts(STORY)


def test_cards_in_no_element_of_their_own_go_under_linked_headings() -> None:
    cards = "".join(f"<h4><a href=/x>{title}</a></h4><p>{TOLD}</p>" for title in (*TITLES, TITLES[0]))
    assert left(f"<div>{STORY}{cards}</div>") == texts(STORY)
    for other in (cards.replace("h4", "p"), cards.replace(f"<p>{TOLD}</p>", f"<p>{TOLD}</p>" * 2)):
        assert left(f"<div>{STORY}{other}</div>") == texts(f"<div>{STORY}{other}</div>")


def test_two_lines_of_a_card_run_into_each_other_and_a_sentence_does_not() -> None:
    page = f"<div>{STORY}<p><a href=/x>{TITLES[0]}</a>{{}}{TOLD}</p>{STORY}</div>"
    assert left(page.format("")) == texts(STORY + STORY)
    assert left(page.format(" ")) == texts(page.format(" "))


def test_cards_apart_from_headline_and_story_go_though_they_are_longer() -> None:
    story = f"<h1>Ferry late</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
    cards = "".join(f"<div class=k><a href=/x>{title[:20]}</a><p>{TOLD}</p></div>" for title in TITLES * 3)
    assert left(f"<div>{story}</div><div>{cards}</div>") == texts(story)
    assert left(f"<div>{story}<div>{cards}</div></div>") == texts(f"{story}{cards}")


def test_a_paragraph_that_is_a_bold_link_to_a_title_is_a_card_unless_there_are_many() -> None:
    card = f"<p><strong><a href=/x>{TITLES[0]}</a></strong></p>"
    assert left(f"{STORY}{card}{STORY}") == texts(STORY * 2)
    assert left(f"{STORY}{card * 3}{STORY}") == texts(f"{STORY}{card * 3}{STORY}")
    for other in (card.replace("strong>", "i>"), card.replace(TITLES[0], "The council's report"), card.replace("flour", "flour.")):
        assert left(f"{STORY}{other}{STORY}") == texts(f"{STORY}{other}{STORY}")
