"""A page could make its words as long as it likes: what is remembered of them must not fill the memory."""

from agents.tag.facts import tagger, words
from agents.tag.facts.names import find_actors


def test_long_words_are_read_and_not_remembered():
    long = "Xy" * words.REMEMBERED
    text = f"Police said that {long} spoke in Lagos."
    assert [word.text for word in words.words_of(text)][3] == long
    find_actors(text)
    before = remembered()
    other = text.replace(long, long + "z")
    words.words_of(other)
    find_actors(other)
    assert remembered() == before


def remembered():
    return len(words._KNOWN), [len(rows) for rows in tagger.model()._rows]
