"""Paragraphs that go on as those before them, at the story's end or after an advert's label, belong to the story."""

from __future__ import annotations

import time

import pytest

from agents.clean.body.announced import announcements
from agents.clean.body.going_on import with_what_goes_on
from tests.clean.samples import outline_of

PARAGRAPH = "<p>The last ferry of the year left the harbour on Monday with forty people on board.</p>"


def kept(html: str, chosen: list[int]) -> list[int]:
    outline = outline_of(html)
    return with_what_goes_on(outline, chosen, announcements(outline.texts))


def test_the_last_paragraph_is_taken_in() -> None:
    assert kept(f"<div>{PARAGRAPH * 4}</div>", [0, 1, 2]) == [0, 1, 2, 3]


def test_the_story_goes_on_after_an_advert() -> None:
    assert kept(f"<div>{PARAGRAPH * 2}<div>Advertisement</div>{PARAGRAPH * 2}</div>", [0, 1]) == [0, 1, 3, 4]
    assert kept(f"<div>{PARAGRAPH}<div>Anzeige</div>{PARAGRAPH}<p>Short.</p>{PARAGRAPH}</div>", [0, 4]) == [0, 2, 4]


def test_a_list_to_which_a_sentence_leads_is_whole_or_not_there() -> None:
    items = "".join(f"<div class=i>• a raise of {number} percent</div>" for number in range(3))
    story = f"<div>{PARAGRAPH}<p>The union demands:</p><section>{items}</section>{PARAGRAPH}</div>"
    assert kept(story, [0, 1, 5]) == kept(story, [0, 1, 3, 5]) == [0, 1, 2, 3, 4, 5]
    assert kept(story.removesuffix(f"{PARAGRAPH}</div>"), [0, 1]) == [0, 1]
    assert kept(story.replace("demands:", "demands."), [0, 1, 5]) == [0, 1, 5]


def test_a_paragraph_left_out_with_the_box_before_it_is_the_story_s() -> None:
    box = "<div><b>Read also</b><p><a href=/x>Bakers walk out over the price of rye</a></p></div>"
    assert kept(f"<div>{PARAGRAPH * 2}{box}{PARAGRAPH * 2}</div>", [0, 1]) == [0, 1, 4, 5]
    assert kept(f"<div>{PARAGRAPH * 4}</div>", [0, 3]) == [0, 1, 2, 3]


def test_what_is_set_otherwise_stays_out_within() -> None:
    other = PARAGRAPH.replace("<p>", "<p class=note>")
    assert kept(f"<div>{PARAGRAPH}{other}<section>{PARAGRAPH}</section>{PARAGRAPH}</div>", [0, 3]) == [0, 3]
    assert kept(f"<div>{PARAGRAPH}{'<p>A short line.</p>' * 5}{PARAGRAPH}</div>", [0]) == [0]


@pytest.mark.parametrize(
    "beneath",
    [
        f"<div>{PARAGRAPH}</div>",
        PARAGRAPH.replace("<p>", "<p class=note>"),
        "<p>Short.</p>",
        PARAGRAPH.replace("board.", "board: <i>our reporter"),
        PARAGRAPH.replace("<p>", "<p><a href=/x>"),
    ],
    ids=["elsewhere", "named otherwise", "short", "no sentence", "a link"],
)
def test_other_things_beneath_the_story_stay_out(beneath: str) -> None:
    assert kept(f"<div>{PARAGRAPH * 3}{beneath}</div>", [0, 1, 2]) == [0, 1, 2]


def test_a_page_full_of_labels_takes_no_time() -> None:
    labels = outline_of("<p>Advertisement</p>" * 20_000)
    started = time.process_time()
    assert with_what_goes_on(labels, range(20_000), announcements(labels.texts)) == list(range(20_000))
    assert time.process_time() - started < 1
