from agents.tag.document import _INSIDE, _OPENING, read
from agents.tag.words import Tag


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read(text).sentences]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("Gen. Okoro met the U.S. Army. He left.") == ["Gen. Okoro met the U.S. Army.", "He left."]


def test_the_stop_of_a_title_or_an_initial_parts_no_name() -> None:
    (sentence,) = read("Mr. Okoro met Gen. Lea B. Moss in the U.S. Army.").sentences
    assert [token.text for token in sentence.tokens] == [
        "Mr",
        "Okoro",
        "met",
        "Gen",
        "Lea",
        "B",
        "Moss",
        "in",
        "the",
        "U.S.",
        "Army",
        ".",
    ]


def test_an_initial_is_no_article() -> None:
    (sentence,) = read("Police arrested Lea A. Moss and Omar I. Okoro.").sentences
    tags = {token.text: token.tag for token in sentence.tokens}
    assert (tags["A"], tags["I"]) == (Tag.NAME, Tag.NAME)


def test_a_line_is_a_paragraph() -> None:
    document = read("A subheading\nOne sentence. Another.\n\nThe end")
    assert [(sentence.text, sentence.paragraph) for sentence in document.sentences] == [
        ("A subheading", 0),
        ("One sentence.", 1),
        ("Another.", 1),
        ("The end", 2),
    ]


def test_a_lost_line_break_still_ends_a_sentence() -> None:
    assert sentences("Nine people died in the attack.The mayor wept. See example.Com for more.") == [
        "Nine people died in the attack.",
        "The mayor wept.",
        "See example.Com for more.",
    ]


def test_spans_are_code_points_of_the_text() -> None:
    text = "“Straße 🚌” burned.\nPolice didn’t arrest 1,200 people."
    for sentence in read(text).sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for i, token in enumerate(sentence.tokens):
            assert text[sentence.start_of(i) : sentence.end_of(i)] == token.text


def test_closed_classes_are_told_apart() -> None:
    (sentence,) = read("The Rebels didn’t attack it on Monday").sentences
    assert [token.tag for token in sentence.tokens] == [
        Tag.DETERMINER,
        Tag.NAME,
        Tag.AUXILIARY,
        Tag.WORD,
        Tag.PRONOUN,
        Tag.PREPOSITION,
        Tag.NAME,
    ]


def test_a_word_of_a_hundred_thousand_letters_is_not_kept_in_memory() -> None:
    assert len(read("x" * 100_000 + "q").sentences[0].tokens) == 1
    assert max(map(len, (*_INSIDE, *_OPENING))) < 100
