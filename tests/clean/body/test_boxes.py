"""Small boxes amid a story go, whole; what is as large as a story, or presents several people, stays."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.body.announced import announcements, those_of_boxes
from agents.clean.body.boxes import boxes_in
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 2
POLL = "<form><p>Should the ferry sail again?</p><p><input type=radio> Yes, at once</p></form>"
BIO = "<div><p>Ann Haas</p><p>Ann Haas {} for the Harbour Gazette.</p></div>"


def left(html: str) -> list[str]:
    """Of a page of which everything was kept."""
    outline = outline_of(html)
    shown = outline.texts
    words = np.array([float(len(text.split())) for text in shown])
    asking = those_of_boxes(shown, range(len(shown)))
    gone = boxes_in(outline, range(len(shown)), words, announcements(shown), asking)
    return [text for block, text in enumerate(shown) if block not in gone]


def texts(html: str) -> list[str]:
    return list(outline_of(html).texts)


@pytest.mark.parametrize("credit", ["Photo: T. Farrow", "Foto: Ann Lee", "(Ann Lee/Reuters)", "1 / 14", "3 of 7"])
def test_what_stands_with_a_picture_s_credit_is_its_caption(credit: str) -> None:
    html = "<div>{}<p>{}</p><p>{}</p></div>"
    picture = f"<div><div>Smoke over the harbour on Sunday morning.</div><div>{credit}</div></div>"
    assert left(html.format(picture, STORY, STORY)) == texts(html.format("", STORY, STORY))


def test_a_short_story_with_a_credit_is_no_caption() -> None:
    html = "<div><p>The ferry left the harbour on Monday.</p><p>Photo: T. Farrow</p></div>"
    assert left(html) == texts(html)


def test_an_advert_goes_with_its_label() -> None:
    advert = "<div><div>Anzeige</div><p>Our new heat pumps pay for themselves in nine years.</p></div>"
    assert left(f"<div><p>{STORY}</p>{advert}<p>{STORY}</p></div>") == [STORY.strip()] * 2


def test_the_label_of_an_advert_takes_no_story_with_it() -> None:
    html = f"<div><p>{STORY}</p></div><div><p>Advertisement</p><p>{STORY}</p><p>{STORY}</p><p>{STORY}</p></div>"
    assert left(html) == texts(html)


def test_the_heading_of_a_box_goes_with_it() -> None:
    box = "<div><h4>The morning briefing</h4><p>Sign up for our newsletter and get the best of the coast.</p></div>"
    assert left(f"<div><p>{STORY}</p>{box}<p>{STORY}</p></div>") == [STORY.strip()] * 2


def test_entries_of_a_running_story_stay_each_with_its_link_to_share_it() -> None:
    entry = f"<section><div>18:0{{}}</div><p>{STORY}</p><div><a href=#>Share this story</a></div></section>"
    assert left("".join(entry.format(number) for number in range(5))).count(STORY.strip()) == 5


def test_so_do_entries_under_headings_though_they_end_in_a_link_as_boxes_do() -> None:
    entry = "<li>1{0}:00<div><h3>Hour {0}</h3><p>{1}</p><a href=#>Share</a></div></li>"
    entries = "".join(entry.format(number, STORY) for number in range(5))
    assert left(f"<ul>{entries}</ul>").count(STORY.strip()) == 5


def test_a_small_form_within_the_story_goes_and_one_around_the_page_does_not() -> None:
    story = f"<p>{STORY}</p><p>{STORY}</p>"
    assert left(f"<div>{story}{POLL}{story}</div>") == texts(story * 2)
    assert left(f"<form>{story}</form>") == texts(story)


def test_a_box_of_the_author_above_the_story_goes() -> None:
    assert left(f"<div>{BIO.format('covers ports')}<p>{STORY}</p></div>") == texts(STORY)


def test_whoever_the_story_presents_stays() -> None:
    page = f"<div>{BIO.format('sold eels')}<p>{STORY}</p></div>"
    assert left(page) == texts(page)


@pytest.mark.parametrize(
    "picture", ["<div><img src=a>The harbour at dawn</div>", "<div class=pic><img src=a><span>Rain fell.</span></div>"]
)
def test_a_line_alone_with_an_image_is_its_caption(picture: str) -> None:
    html = "<div><p>{story}</p>{picture}<p>{story}</p></div>"
    assert left(html.format(story=STORY, picture=picture)) == texts(html.format(story=STORY, picture=""))


def test_a_paragraph_that_begins_with_an_image_stays() -> None:
    html = f"<div><p><img src=a>{STORY}</p><div><img src=a>It rained.</div><p>{STORY}</p></div>"
    assert left(html) == texts(html)


def test_several_boxes_of_authors_are_people_whom_the_story_presents() -> None:
    page = "".join(f"<p>{STORY}</p>{BIO.format('covers ports').replace('Ann', name)}" for name in ("Ann", "Bo", "Cy"))
    assert left(page) == texts(page)


@pytest.mark.parametrize(
    "part",
    [
        "<table><tr><td>1 / 14</td><td>The harbour</td></tr></table>",
        "<div><p>It rained.</p><p>Advertisement</p><p>It snowed.</p></div>",
        "<p><img src=a>It rained on Monday</p>",
        f"<div><img src=a>The harbour at dawn<p>{STORY}</p></div>",
        f"<div><img src=a>{'The harbour at dawn ' * 12}</div>",
    ],
    ids=["cells", "label within", "paragraph", "more than a line", "long"],
)
def test_what_only_looks_like_a_box_stays(part: str) -> None:
    page = f"<div><p>{STORY}</p>{part}<p>{STORY}</p></div>"
    assert left(page) == texts(page)


FIELD = "<label><input type=radio>{}</label>"


@pytest.mark.parametrize(
    "box",
    [
        f"<section><p>Should it sail?</p><form>{FIELD.format('Yes')}<br>{FIELD.format('No')}</form></section>",
        f"<div><h4>A quiz</h4><p>How deep?</p><ul><li>{FIELD.format('Nine feet')}</li><li>{FIELD.format('Two')}</li></ul></div>",
        "<div class=podcast><p>Hear the day in twelve minutes.</p></div>",
        "<div class='b newsletter-box'><p>The lake letter</p><p>Every Friday.</p></div>",
        "<ul><li>Facebook</li><li>WhatsApp</li></ul>",
    ],
)
def test_a_box_that_is_named_or_asks_goes(box: str) -> None:
    assert left(f"<div><p>{STORY}</p>{box}<p>{STORY}</p></div>") == texts(f"<p>{STORY}</p><p>{STORY}</p>")


@pytest.mark.parametrize(
    "part",
    [
        f"<div><p>It snowed on Monday.</p>{FIELD.format('Yes')}</div>",
        "<div><h2>Who pays?</h2><input type=radio>Yes</div>",
        "".join(f"<div><p>{FIELD.format(f'Buy item {i}')}</p></div>" for i in range(13)),
        f"<div class=podcast><p>{STORY * 3}</p></div>",
        "<p class=polling-day>It rained.</p>",
        "<h3>Facebook</h3><p>It is large.</p><h3>Reddit</h3>",
        "<p>Facebook</p>",
    ],
    ids=["a sentence", "a heading", "a list to tick off", "long", "another name", "headings", "one"],
)
def test_what_is_asked_or_named_otherwise_stays(part: str) -> None:
    page = f"<div><p>{STORY}</p>{part}<p>{STORY}</p></div>"
    assert left(page) == texts(page)
