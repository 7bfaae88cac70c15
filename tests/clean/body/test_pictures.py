"""Captions known by the picture above them."""

from __future__ import annotations

import pytest

from agents.clean.body.pictures import captions
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 2
SHOWN = "Smoke rises over the harbour on Sunday morning."


def left(html: str) -> list[str]:
    """Of a page of which everything was kept."""
    outline = outline_of(html)
    kept = [block for block, text in enumerate(outline.texts) if text != "01:48"]
    gone = captions(outline, kept, [float(len(text.split())) for text in outline.texts])
    return [outline.texts[block] for block in kept if block not in gone]


def of(picture: str) -> str:
    return f"<div><p>{STORY}</p><p>{STORY}</p>{picture}<p>{STORY}</p><p>{STORY}</p></div>"


@pytest.mark.parametrize(
    "picture",
    [
        f"<div><img><p>{SHOWN}</p></div>",
        f"<div><div><img></div><div>{SHOWN}</div><div>Ann Lee</div></div>",
        f"<div><img></div><div>{SHOWN}</div>",
        f"<div><iframe></iframe><div>{SHOWN}</div></div>",
        f"<section><video></video><div>01:48</div><div>{SHOWN}</div></section>",
        f"<p><img></p><p>{SHOWN} Ann Lee</p>",
        f"<p><a href=/large><img></a><br>{SHOWN}</p>",
    ],
)
def test_what_stands_beneath_a_picture_unlike_the_story_is_its_caption(picture: str) -> None:
    assert left(of(picture)) == [STORY.strip()] * 4


@pytest.mark.parametrize(
    "html",
    [
        f"<p><img></p><p>{SHOWN}</p>",  # as the story's other paragraphs
        f"<div><img><h2>{SHOWN}</h2></div>",
        f"<blockquote><img><div>{SHOWN}</div></blockquote>",
        f"<div><div><img></div><div>{STORY} {STORY}</div></div>",
        f"<ul><li><img>{SHOWN}</li></ul>",
    ],
)
def test_paragraphs_headings_quotations_and_items_are_none(html: str) -> None:
    assert left(of(html)) == list(outline_of(of(html)).texts)


def test_a_page_that_sets_each_paragraph_beneath_a_picture_keeps_them() -> None:
    html = "".join(f"<div><img><p>{SHOWN} {number}.</p></div>" for number in range(6)) + f"<div><p>{STORY * 4}</p></div>"
    assert left(html) == list(outline_of(html).texts)


def test_a_standfirst_beneath_the_lead_picture_stays() -> None:
    html = f"<div><img><p>{SHOWN}</p></div><section><p>{STORY}</p><p>{STORY}</p></section>"
    assert left(html) == list(outline_of(html).texts)
