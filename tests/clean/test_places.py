"""Where an element of the tree stands in the page's text."""

import pytest

from agents.clean.places import body_start, offset_of, place_of
from agents.clean.tree import parse_page


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<p>One",
        "\n\n<p>One\n",
        "<p>\r\nOne\r\n<b>",
        "<p>One\r\rtwo\r\r\n",
        "\ufeff<p>港口罢工 😀\n\u2028é",
        "<!--\n<h1>\n-->\n\0",
    ],
    ids=["at once", "in the line", "lines", "of Windows", "of old", "beyond ASCII", "comment"],
)
def test_a_place_and_its_offset(before: str) -> None:
    html = f"{before}<h1>Port strike\r\nends</h1>"
    heading = parse_page(html).find("h1")
    assert heading is not None
    assert heading.position is not None
    assert offset_of(html, heading.position) == len(before)
    assert place_of(html, len(before)) == heading.position


def test_a_place_beyond_the_page_is_behind_all_that_stand_in_it() -> None:
    assert place_of("One\ntwo", 100) > place_of("One\ntwo", 6)


def test_where_the_body_begins() -> None:
    assert body_start("<html><body>") == 6
    assert body_start("<p>One") == 0
