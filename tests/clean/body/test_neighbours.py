"""A further story beneath the story, built as the first, is none of it."""

from __future__ import annotations

from time import process_time

import pytest

from agents.clean.body.neighbours import without_neighbours
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people on board."
TITLE = "Ferry leaves"


def left(html: str) -> list[str]:
    outline = outline_of(html)
    titled = [block for block, text in enumerate(outline.texts) if text == TITLE]
    return [outline.texts[block] for block in without_neighbours(outline, range(len(outline.texts)), titled)]


def test_a_second_story_in_a_box_like_the_first_goes() -> None:
    box = "<div class=story><header><h1>{}</h1></header><p>{}</p></div>"
    assert left(box.format(TITLE, STORY) + box.format("Bakers walk out", "Bakers walked out.")) == [TITLE, STORY]


def test_subheadings_of_the_story_stay() -> None:
    html = f"<article><h2>{TITLE}</h2><section><h2>What comes next</h2><p>{STORY}</p></section></article>"
    assert left(html) == [TITLE, "What comes next", STORY]


def test_sections_that_do_not_look_like_the_story_s_stay() -> None:
    html = f"<div class=head><h2>{TITLE}</h2></div><div class=part><h2>What comes next</h2><p>{STORY}</p></div>"
    assert left(html) == [TITLE, "What comes next", STORY]


def test_a_list_that_names_the_story_itself_is_of_stories() -> None:
    items = "<li><a href=/1>Bakers walk out</a> The bakers walked out.<li><a href=/2>{}</a> The last ferry left.<li>Snow fell."
    page = f"<ul>{items}</ul><div><h1>{TITLE}</h1><p>{STORY}</p></div>"
    assert left(page.format(TITLE)) == [TITLE, STORY]
    assert len(left(page.format("Ferries"))) == 5


HASHED = "<div class=q1><div class=q2>{}</div><div class=q3>Ann Lee</div><p>{}</p></div>"


def test_a_second_story_goes_where_headlines_are_told_by_their_names_alone() -> None:
    html = HASHED.format(TITLE, STORY) + HASHED.format("Bakers walk out over flour", "Bakers walked out.")
    assert left(html) == [TITLE, "Ann Lee", STORY]


def test_boxes_without_names_tell_nothing() -> None:
    html = f"<div><div>{TITLE}</div></div><div><div>Bakers walk out over flour</div><p>{STORY}</p></div>"
    assert left(html) == [TITLE, "Bakers walk out over flour", STORY]


DAY = "<h2>{}</h2><p class=by>Ann Lee, 3 May 2026</p><p>{}</p>"


def test_the_next_story_of_a_day_s_page_is_told_by_its_byline() -> None:
    html = f"<div>{DAY.format(TITLE, STORY)}{DAY.format('Bakers walk out', 'Bakers walked out.')}</div>"
    assert left(html) == [TITLE, "Ann Lee, 3 May 2026", STORY]


def test_a_subheading_beneath_a_headline_of_the_same_rank_stays() -> None:
    html = f"<div><h2>{TITLE}</h2><p class=by>Ann Lee</p><p>{STORY}</p><h2>What comes next</h2><p>{STORY}</p></div>"
    assert left(html) == [TITLE, "Ann Lee", STORY, "What comes next", STORY]


def test_a_list_is_looked_through_once() -> None:
    html = f"<h1>{TITLE}</h1><ul>{f'<li>{STORY}</li>' * 15_000}</ul>"
    began = process_time()
    assert len(left(html)) == 15_001
    assert process_time() - began < 3


@pytest.mark.parametrize(
    "page",
    [
        f"<h2 class=t>{TITLE}</h2><h2 class=t>Sea</h2><p>{STORY}</p><h2 class=t>Then</h2><h2 class=t>Night</h2><p>It rained.</p>",
        f"<h2>{TITLE}</h2><p>Ann Lee</p><p>{STORY}</p><h2>What comes next</h2><p>A long wait</p><p>{STORY}</p>",
        f"<h2>{TITLE}</h2><p class=k>{STORY}</p><h2>What comes next</h2><p class=k>A long wait</p><p>{STORY}</p>",
        f"<h2>{TITLE}</h2><p>{STORY}</p><ul><li>{TITLE} at nine</li><li>Bakers walk out</li></ul>",
        HASHED.format(TITLE, STORY) + HASHED.format("Bakers", "Bakers walked out."),
    ],
    ids=["headings", "no names", "paragraph", "no link", "short"],
)
def test_parts_of_the_story_that_only_look_like_others_stay(page: str) -> None:
    html = f"<div>{page}</div>"
    assert left(html) == list(outline_of(html).texts)
