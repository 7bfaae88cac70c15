"""How many words a text has, in scripts with spaces and without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.clean.words import count_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Cranes", 1),
        ("Cranes moved, slowly,\nat 5.", 5),
        ("l’accord d’Oslo", 4),
        ("snake_case is one", 3),
        ("港口罢工结束", 3),
        ("Strike in 港口", 3),
        ("ท่าเรือเปิด", 2),
        ("𝒜 letter beyond the first plane 🚢", 6),
    ],
)
def test_words_of(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(st.characters(max_codepoint=0xDFF) | st.characters(min_codepoint=0x10000, max_codepoint=0x1FFFF)))
def test_where_words_are_spaced_they_are_what_regular_expressions_call_words(text: str) -> None:
    assert count_words(text) == len(re.findall(r"\w+", text))


@given(st.text(st.characters(max_codepoint=0x7F)) | st.text(st.characters(codec="cp1252")) | st.text())
def test_a_text_s_words_are_the_same_however_they_are_found(text: str) -> None:
    assert words_of(text) == re.findall(r"\w+", text.lower())
