"""Other stories under lines like headlines are left out; a story's own parts stay."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.body.digest import without_other_stories
from tests.clean.samples import outline_of

HEADLINE = "Ferry runs aground off Lumbashi"
STORY = (
    "The ferry Mwangaza ran aground off Lumbashi on Tuesday night with two hundred passengers on board, the port captain said.",
    "Fishermen brought everybody ashore in pirogues before dawn, and nobody was hurt, although a trader lost two calves.",
    "The owners said that a sandbank had moved after the floods of February, and that the chart would be drawn anew soon.",
)
OTHERS = (
    (
        "Bakers in Tolmin refuse to raise the price of rye bread",
        "Flour became dearer when several mills closed in autumn, says their guild.",
    ),
    (
        "Volleyball team loses its coach before decisive match",
        "Petra Zorec trains the players until a successor is appointed in spring.",
    ),
)


def page(others: tuple[tuple[str, str], ...], form: str = "<p><b>{}</b></p><p>{}</p>", story: tuple[str, ...] = STORY) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in story) + "".join(form.format(*other) for other in others)


def left(html: str, headline: str = HEADLINE) -> int:
    outline = outline_of(html)
    words = np.array([float(len(text.split())) for text in outline.texts])
    return len(without_other_stories(outline, range(len(outline.texts)), words, headline))


@pytest.mark.parametrize("form", ["<p><b>{}</b></p><p>{}</p>", "<h3>{}</h3><p>{}</p>"])
def test_other_stories_are_left_out(form: str) -> None:
    assert left(page(OTHERS, form)) == len(STORY)


def test_brief_ones_set_otherwise_than_the_story_may_share_a_little_more() -> None:
    told = tuple((title, f"{told} They had two hundred passengers.") for title, told in OTHERS)
    assert left(page(told, "<h4>{}</h4><p>{}</p>")) == len(STORY) + 2 * len(OTHERS)
    assert left(page(told, "<div class=t><h4>{}</h4><p>{}</p></div>")) == len(STORY)
    long = tuple((title, " ".join([told] * 6)) for title, told in told)
    assert left(page(long, "<div class=t><h4>{}</h4><p>{}</p></div>")) == len(STORY) + 2 * len(OTHERS)


def test_the_day_of_the_week_is_no_name_that_stories_share() -> None:
    days = tuple(
        (title, f"{told} {day}")
        for (title, told), day in zip(OTHERS, ("It was on Tuesday afternoon.", "It was already on Monday."), strict=True)
    )
    assert left(page(days, story=(*STORY, "Nobody sailed from here on Monday."))) == len(STORY) + 1


def test_a_single_one_may_be_short_where_it_tells_what_its_headline_says() -> None:
    title = "Goat stops traffic on the ring road for hours"
    told = "A goat that escaped from a market held up traffic on the ring road for hours yesterday evening"
    goat = ((title, f"{told} until children caught it, firemen said."),)
    assert left(page(goat)) == len(STORY)
    assert left(page(((title, "Nobody was hurt, and firemen took the animal away."),))) == len(STORY) + 2


def test_others_may_have_a_word_of_the_headline_that_everybody_uses() -> None:
    told = (*OTHERS[:1], (OTHERS[1][0], f"{OTHERS[1][1]} That is a hard winter."))
    assert left(page(told), "Ferry crew faces another winter aground near Lumbashi") == len(STORY)
    assert left(page(told), "Ferry aground in winter") == len(outline_of(page(told)).texts)


def test_headlines_that_link_to_other_stories_tell_them_though_they_share_a_word() -> None:
    told = tuple((title, f"{told} They had two hundred passengers.") for title, told in OTHERS)
    form = "<h2>{}</h2><p>{}</p>"
    linked = "<h2><a href=/x>{}</a></h2><p>{}</p>"
    assert left(page(told, form)) == len(outline_of(page(told, form)).texts)
    assert left(page(told, linked)) == len(STORY)
    assert left(page(told, linked) + "<h2>What the owners of the ferry say</h2><p>Nothing so far.</p>") == 9
    assert left(page(tuple((f"{title}?", told) for title, told in told), linked)) == 7


@pytest.mark.parametrize(
    "html",
    [
        page(OTHERS[:1]),
        page(OTHERS, "<p>{}</p><p>{}</p>"),
        page(tuple((title[:24], told) for title, told in OTHERS)),
        page(tuple((f"{i}. {title}", told) for i, (title, told) in enumerate(OTHERS))),
        page(tuple((title, f"{told} The ferry was late.") for title, told in OTHERS)),
        page(
            tuple((title, f"{told} So were Lumbashi and Mwangaza.") for title, told in OTHERS),
            story=(*STORY, "In Lumbashi it rained."),
        ),
        page(tuple((title, f"{told} {STORY[2][:90]}") for title, told in OTHERS)),
        page(OTHERS, story=STORY[:1]),
        page(tuple((f"{title}?", told) for title, told in OTHERS)),
        page(tuple((f"{title}.", told) for title, told in OTHERS)),
    ],
)
def test_a_storys_own_parts_stay(html: str) -> None:
    assert left(html) == len(outline_of(html).texts)


def test_without_a_headline_nothing_can_be_told() -> None:
    assert left(page(OTHERS), "") == len(outline_of(page(OTHERS)).texts)
