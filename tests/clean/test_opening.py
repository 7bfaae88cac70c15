"""Lines at a text's start that only repeat the page's metadata go; whatever else stands there stays."""

import pytest

from agents.clean.metadata import read_metadata
from agents.clean.opening import without_opening
from tests.clean.samples import FETCHED_AT, HEADLINE, PARAGRAPHS, URL, article_html, declared_of, outline_of

HEAD = '<meta property="article:published_time" content="2026-03-04T07:30:00+01:00"><meta name="author" content="Ann Lee">'


def opening(*lines: str) -> list[str]:
    """What is left of the lines before the first paragraph."""
    html = article_html(HEAD).replace("<h1>", "<p>Port and Sea</p><h1>")
    declared = declared_of(html, URL)
    outline = outline_of(html)
    kept = without_opening([*lines, *PARAGRAPHS], outline, declared, read_metadata(html, declared, outline, FETCHED_AT))
    assert kept[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    return kept[: -len(PARAGRAPHS)]


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Gazette",
        "Port and Sea",
        HEADLINE,
        "PORT STRIKE ENDS AFTER NINE DAYS",
        "By Ann Lee",
        "Ann Lee",
        "Port Verane, 4 March 2026",
        "Wednesday, 4 March, 07:30",
        "Published on Wednesday 4 March 2026 at 7.30 am",
        "3 hours ago",
    ],
)
def test_what_the_metadata_holds_is_no_text(line: str) -> None:
    assert opening(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Night shifts agreed",
        "By the harbour wall",
        "By Bo Ek",
        "2 March 2026",
        "The port of Verane reopened on 4 March 2026.",
        "Four cranes move again on 4 March after talks",
    ],
)
def test_what_it_does_not_hold_stays(line: str) -> None:
    assert opening(line) == [line]


def test_a_standfirst_may_stand_between() -> None:
    assert opening(HEADLINE, "Night shifts agreed", "By Ann Lee", "4 March 2026") == ["Night shifts agreed"]


def test_a_menu_above_the_headline_hides_none_of_what_follows() -> None:
    menu = ["Home and Politics", "Cedi slides again", "Mayor resigns", "Ferry fares explained", "Most read", "Harbour cup final"]
    html = article_html(HEAD).replace("<h1>", "".join(f"<p>{line}</p>" for line in menu) + "<h1>")
    declared = declared_of(html, URL)
    outline = outline_of(html)
    lines = [*menu, HEADLINE, "By Ann Lee", "4 March 2026", *PARAGRAPHS]
    assert without_opening(lines, outline, declared, read_metadata(html, declared, outline, FETCHED_AT)) == list(PARAGRAPHS)


def test_a_name_with_which_a_long_story_is_signed_is_no_text() -> None:
    html = article_html(HEAD)
    declared, outline = declared_of(html, URL), outline_of(html)
    metadata = read_metadata(html, declared, outline, FETCHED_AT)
    story = [*PARAGRAPHS, *PARAGRAPHS]
    assert without_opening([*story, "Ann Lee"], outline, declared, metadata) == story
    assert without_opening([*PARAGRAPHS[:2], "Ann Lee"], outline, declared, metadata) == [*PARAGRAPHS[:2], "Ann Lee"]
