"""Pull quotes go with whose they are; what is said once stays."""

from __future__ import annotations

import pytest

from agents.clean.body.pulled import pull_quotes
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 2
TOLD = "“Nobody came here to ask what we would do in January,” said Asta Brenn, who runs the only shop. She has a boat of her own."
JAPANESE = "近くに住む七十代の女性は記者に「大きな音がして窓が揺れた。黒い煙で何も見えなかった」と話し、ため息をついた。"


def left(html: str) -> list[str]:
    outline = outline_of(html)
    gone = pull_quotes(outline, range(len(outline.texts)), [float(len(text.split())) for text in outline.texts])
    return [text for block, text in enumerate(outline.texts) if block not in gone]


def of(quote: str, told: str = TOLD) -> str:
    return f"<div><p>{STORY}</p><p>{told}</p>{quote}<p>{STORY}</p></div>"


@pytest.mark.parametrize(
    "quote",
    [
        "<div>“Nobody came to ask what we would do.”</div>",
        "<div><p class=q>“Nobody came here to ask us what we would do.”</p><p class=w>Asta Brenn, shopkeeper</p></div>",
        "<blockquote><p>Nobody came here to ask what we would do</p></blockquote>",
        "<section><span>– Nobody came here to ask what we do.</span><div>Asta Brenn</div></section>",
    ],
)
def test_what_a_paragraph_says_goes_where_it_is_shown_again(quote: str) -> None:
    assert left(of(quote)) == list(outline_of(of("")).texts)


def test_other_boxes_set_as_it_is_do_not_make_it_the_storys() -> None:
    quote = "<div><p>“Nobody came to ask what we would do.”</p><p>Asta Brenn</p></div>"
    advert = "<div><p>Sleep better on beech wood: the bed is made in nine days.</p><p>Lindner</p></div>"
    html = f"<div>{f'<p>{STORY}</p>' * 4}<p>{TOLD}</p>{{}}<p>{STORY}</p>{advert}</div>"
    assert left(html.format(quote)) == list(outline_of(html.format("")).texts)


def test_a_pull_quote_in_a_script_without_spaces() -> None:
    assert left(of("<div>「黒い煙で何も見えなかった」</div>", JAPANESE)) == list(outline_of(of("", JAPANESE)).texts)


@pytest.mark.parametrize(
    "line",
    [
        "<p>“Nobody came here to ask what we would do.”</p>",  # as the story's paragraphs
        "<div>“We shall sail in spring, whatever the council says.”</div>",
        "<div>Nobody came here to ask what we would do.</div>",
        "<h2>“Nobody came to ask what we would do”</h2>",
        "<div>“Nobody came here.”</div>",
    ],
)
def test_what_is_said_once_or_heads_a_part_stays(line: str) -> None:
    assert left(of(line)) == list(outline_of(of(line)).texts)
