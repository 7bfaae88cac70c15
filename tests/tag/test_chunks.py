from agents.tag.chunks import chunks
from agents.tag.document import read


def phrases(text: str) -> list[str]:
    (sentence,) = read(text).sentences
    return [text[sentence.start_of(first) : sentence.end_of(last)] for first, last in chunks(sentence.tokens, frozenset())]


def test_prepositions_and_auxiliaries_bound_a_phrase() -> None:
    assert phrases("The old bridge over the river was closed.") == ["old bridge", "river"]


def test_a_verb_after_a_noun_ends_a_phrase() -> None:
    assert phrases("Two beekeepers shouted at the tall clerk.") == ["Two beekeepers", "tall clerk"]


def test_a_participle_before_its_noun_belongs_to_the_phrase() -> None:
    assert phrases("They fed the wounded men.") == ["wounded men"]


def test_a_possessor_stays_with_what_it_has() -> None:
    assert phrases("We saw the baker's tired sons.") == ["baker's tired sons"]


def test_the_possessive_mark_of_a_plural_is_inside() -> None:
    assert phrases("We met the miners' union.") == ["miners' union"]


def test_a_verb_before_a_name_opens_no_phrase() -> None:
    assert phrases("We heard him calling Anna Bell.") == ["Anna Bell"]
