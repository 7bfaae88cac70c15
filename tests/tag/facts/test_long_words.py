"""A page could make its words as long as it likes: what is remembered of them must not fill the memory."""

from agents.tag.facts import name_features, words
from agents.tag.facts.names import find_actors


def test_long_words_are_read_and_not_remembered():
    long = "Xy" * words.REMEMBERED
    text = f"Police said that {long} spoke in Lagos."
    assert [word.text for word in words.words_of(text)][3] == long
    find_actors(text)
    before = [memo.cache_info().currsize for memo in (words._read, name_features._of_word)]
    other = text.replace(long, long + "z")
    words.words_of(other)
    find_actors(other)
    assert [memo.cache_info().currsize for memo in (words._read, name_features._of_word)] == before
