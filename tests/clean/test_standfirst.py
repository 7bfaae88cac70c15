"""A standfirst is the text's first paragraph where newsrooms write it so, and the article's subtitle alone where it is a deck."""

import pytest

from agents.clean.metadata import read_metadata
from agents.clean.standfirst import with_standfirst
from tests.clean.samples import FETCHED_AT, HEADLINE, PARAGRAPHS, declared_of, outline_of

STANDFIRST = "Harbour authority and union agree on night shifts; forty ships may dock from Thursday morning"
DECK = f"<header><h1>{HEADLINE}</h1><p>{STANDFIRST}</p></header>"


def text(
    *lines: str, language: str = "en", host: str = "gazette.com", above: str = DECK, description: str = STANDFIRST
) -> list[str]:
    """What becomes of the lines of a page."""
    html = (
        f'<html lang="{language}"><head><title>{HEADLINE}</title><meta name="description" content="{description}"></head>'
        f"<body><article>{above}<div><p>{'</p><p>'.join(PARAGRAPHS)}</p></div></article></body></html>"
    )
    declared, outline = declared_of(html, f"https://www.{host}/world/port-strike"), outline_of(html)
    return with_standfirst(lines, outline, declared, read_metadata(html, declared, outline, FETCHED_AT))


@pytest.mark.parametrize("page", [{"language": "de"}, {"language": "en-GB"}, {"host": "gazette.co.uk"}, {"host": "gazette.co.za"}])
def test_it_opens_the_story_in_most_countries(page: dict[str, str]) -> None:
    assert text(*PARAGRAPHS, **page) == [STANDFIRST, *PARAGRAPHS]
    assert text(STANDFIRST, *PARAGRAPHS, **page) == [STANDFIRST, *PARAGRAPHS]


@pytest.mark.parametrize("page", [{}, {"language": "en-US"}, {"language": ""}, {"host": "gazette.io"}])
def test_a_deck_goes_with_the_headline_in_the_american_press(page: dict[str, str]) -> None:
    assert text(STANDFIRST, *PARAGRAPHS, **page) == list(PARAGRAPHS)
    assert text(*PARAGRAPHS, **page) == list(PARAGRAPHS)


def test_a_deck_may_be_a_heading_among_the_paragraphs() -> None:
    above = f"<h1>{HEADLINE}</h1></div><div><h2>{STANDFIRST}</h2>"
    assert text(STANDFIRST, *PARAGRAPHS, above=above) == list(PARAGRAPHS)


def test_a_first_paragraph_that_the_description_repeats_stays() -> None:
    assert text(*PARAGRAPHS, description=PARAGRAPHS[0], above=f"<h1>{HEADLINE}</h1>") == list(PARAGRAPHS)


def test_a_description_that_is_cut_off_tells_it() -> None:
    assert text(*PARAGRAPHS, language="es", description=f"{STANDFIRST[:70]}…") == [STANDFIRST, *PARAGRAPHS]


def test_the_headline_with_words_above_it_is_none() -> None:
    above = f"<h1>{HEADLINE}</h1><h2>Islands: {HEADLINE}</h2>"
    assert text(*PARAGRAPHS, language="fr", above=above, description=f"Islands: {HEADLINE}") == list(PARAGRAPHS)
