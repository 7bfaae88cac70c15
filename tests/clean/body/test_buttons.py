"""Boxes with a button or a field go where they are set unlike the story; entries, questions and long texts with one stay."""

from __future__ import annotations

import pytest

from agents.clean.body.buttons import with_buttons
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 2
OFFER = "One letter, seven stories, no adverts, written at breakfast."
BUTTON = "<button>Count me in</button>"


def left(html: str) -> list[str]:
    outline = outline_of(html)
    fields = [element for element, tag in enumerate(outline.tags) if tag in ("form", "input")]
    gone = with_buttons(outline, range(len(outline.texts)), [float(len(text.split())) for text in outline.texts], fields)
    return [text for block, text in enumerate(outline.texts) if block not in gone]


def of(box: str) -> str:
    return f"<div>{f'<p>{STORY}</p>' * 4}{box}<p>{STORY}</p></div>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>What matters on Fridays</div><div>{OFFER}</div>{BUTTON}</div>",
        f"<div><h4>What matters on Fridays</h4><p>{OFFER}</p><div>{BUTTON}</div></div>",
        f"<div><p>{OFFER}</p><form><input type=email><input type=submit></form></div>",
        f"<section><span>Ann Haas</span>{BUTTON}</section>",
    ],
)
def test_a_small_box_with_a_button_or_a_field_goes(box: str) -> None:
    assert left(of(box)) == list(outline_of(of("")).texts)


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{OFFER}{BUTTON}</p>",  # set as the story is
        f"<div><h2>What matters on Fridays</h2><p>{OFFER}</p>{BUTTON}</div>",
        f"<div><h4>Who may sail?{BUTTON}</h4><div>{OFFER}</div></div>",
        f"<div><div>{OFFER * 5}</div>{BUTTON}</div>",
        f"<div><div>What matters on Fridays</div><div>{OFFER}</div></div>",
        f"<section><div>{OFFER}</div>{BUTTON}</section>" * 4,
    ],
)
def test_other_things_with_a_button_stay(box: str) -> None:
    assert left(of(box)) == list(outline_of(of(box)).texts)
