"""What is known of a block before and after the first pass."""

from __future__ import annotations

import numpy as np

from agents.clean.body.columns import first_pass
from agents.clean.body.context import second_pass
from agents.clean.body.frame import frame
from agents.clean.body.hints import Hints
from agents.clean.body.names import NameScores
from agents.clean.body.table import Table
from agents.clean.body.words import WordScores, tokens
from tests.clean.samples import outline_of

STORY = "The ferry left the harbour an hour late, because nobody had found its captain."
PAGE = (
    f"<div class=story><h1>A ferry leaves late</h1><p>{STORY}</p><p>{STORY[::-1]} It did!</p></div>"
    "<div><h2>Comments</h2><p><a href=/x>Read this</a></p></div>"
)


def table_of(html: str, hints: Hints | None = None) -> Table:
    outline = outline_of(html)
    heads = tokens(outline.texts)
    names = NameScores({"story": (0.0, 2.0, 1.0, 0.0)})
    words = WordScores({}, bias=0.0)
    return first_pass(frame(outline), hints or Hints(), names(outline), words(outline.texts, heads), heads)


def test_characters_are_counted_by_class() -> None:
    table = table_of("<p>One, two. THREE 45</p>")
    assert (table["length"][0], table["commas"][0], table["sentences"][0]) == (18, 1, 1)
    assert (round(float(table["upper"][0]) * 18), round(float(table["digits"][0]) * 18)) == (6, 2)


def test_counting_stops_at_the_block() -> None:
    assert table_of("<p>one</p><p>Two.</p><p>three</p>")["sentences"].tolist() == [0, 1, 0]


def test_links_headings_and_containers_are_seen() -> None:
    table = table_of(PAGE)
    assert table["link"].round(1).tolist() == [0, 0, 0, 0, 1]
    assert table["from heading"].tolist() == [0, 1, 2, 0, 1]
    assert table["good share 1"][1] > 0.9 > 0.1 > table["good share 1"][4]


def test_names_are_seen_beside_what_the_page_has_on_average() -> None:
    table = table_of(PAGE)
    assert table["path's names"].tolist() == [1, 1, 1, 0, 0]
    assert table["path to page"][1] == 0 > table["path to page"][4]


def test_the_headline_is_found_by_the_title() -> None:
    table = table_of(PAGE, Hints(title="A ferry leaves late"))
    assert table["title"][0] == 1
    assert table["from title"].tolist() == [0, 1, 2, 3, 4]


def test_the_second_pass_sees_the_neighbours_of_the_blocks_it_is_asked_for() -> None:
    outline = outline_of(PAGE)
    found = second_pass(frame(outline), np.array([0.1, 0.9, 0.8, 0.0, 0.0]), np.array([1, 2]))
    assert (found["p -1"] * 10).round().tolist() == [1, 9]
    assert (found["p +1"] * 10).round().tolist() == [8, 0]
    assert found["p density 1"][1] > 0.6


def test_the_second_pass_sees_the_line_that_announces_comments() -> None:
    outline = outline_of(PAGE)
    found = second_pass(frame(outline), np.array([0.1, 0.9, 0.8, 0.0, 0.2]), np.array([1, 4]))
    assert found["from announced"].tolist() == [40, 1]
