"""Text without control characters, with single spaces."""

from hypothesis import given
from hypothesis import strategies as st

from agents.clean.plain import CONTROL, clean_lines, clean_text


def test_lines_are_cleaned_and_empty_ones_left_out() -> None:
    assert clean_lines(["Ships  left", " the\xa0port ", "\u200b", " ", "at\x07 dawn\ttoday", "quietly "]) == [
        "Ships left",
        "the port",
        "at dawn today",
        "quietly",
    ]


def test_references_escaped_twice_are_resolved() -> None:
    assert clean_text("Ships &amp;amp; cranes &lt;b&gt;") == "Ships & cranes <b>"


@given(st.text(st.sampled_from(" a\t\n\xa0\u3000\u200b\x1f\x85é港")))
def test_printable_text_is_no_other_case(text: str) -> None:
    assert clean_lines([text]) == list(filter(None, [" ".join(CONTROL.sub("", text).split())]))
