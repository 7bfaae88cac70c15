from hypothesis import given
from hypothesis import strategies as st

from agents.clean.fingerprint import distance, fingerprint
from tests.clean.samples import PARAGRAPHS

TEXT = "\n".join(PARAGRAPHS)
OTHER = (
    "The central bank of Lorvia left its main rate at four percent and said that food prices would fall before the harvest. "
    "Economists had expected a cut. The governor told reporters that wages were still rising faster than the bank would like."
)


def test_case_punctuation_and_spaces_do_not_count() -> None:
    assert fingerprint(TEXT) == fingerprint(TEXT.upper().replace(",", " ").replace("\n", "\n\n"))


@given(st.text(min_size=11))
def test_a_letter_is_the_same_in_either_case(text: str) -> None:
    assert fingerprint(text) == fingerprint(text.lower())


def test_a_copy_with_a_changed_sentence_is_near_and_another_story_far() -> None:
    copy = "VERANE (News Desk) — " + TEXT.replace("forty ships", "some fifty ships") + " More follows."
    assert distance(fingerprint(TEXT), fingerprint(copy)) <= 12
    assert distance(fingerprint(TEXT), fingerprint(OTHER)) >= 20


def test_any_text_has_one() -> None:
    assert all(len(fingerprint(text)) == 16 for text in ("", "a", "港", "a" * 100_000))
