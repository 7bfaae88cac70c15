"""The language of a text: by its letters, by its words, and by what the page declares where these leave it open."""

import pytest

from agents.clean import language
from agents.clean.language import UNKNOWN, language_of

ENGLISH = "The harbour authority promised that nobody who took part would lose pay, and that the rota would be reviewed. " * 3
GERMAN = "Die Hafenbehörde hat zugesagt, dass niemand Lohn verliert und dass der Schichtplan vor dem Sommer geprüft wird. " * 3


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (ENGLISH, "en-GB", "en"),
        (ENGLISH, "", "en"),
        (ENGLISH, "de", "en"),
        (GERMAN, "en", "de"),
        (GERMAN, "nonsense-", "de"),
        ("港の労働者は夜勤についての合意のあとストライキを終えた。", "en", "ja"),
        ("Οι λιμενεργάτες τερμάτισαν την απεργία.", "", "el"),
        ("1234 – 5678", "en", UNKNOWN),
    ],
)
def test_the_text_is_believed_against_the_page_where_it_is_clear(text: str, declared: str, expected: str) -> None:
    assert language_of(text, declared) == expected


def test_common_words_confirm_what_is_declared_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", None)
    assert language_of(ENGLISH.replace("promised that", "said of this that"), "en") == "en"


def test_many_common_words_tell_an_undeclared_language_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", None)
    opening = "Port Verane dock workers ended strike action Friday. " * 5
    text = f"{opening} Nobody who took part in it will lose pay, and that was what they had asked for with the union."
    assert len(opening) > language.START
    assert language_of(text, "") == "en"


def test_a_short_text_is_of_the_declared_language() -> None:
    assert language_of("Havn åbner", "da") == "da"
    assert language_of("Havn åbner", "no") == "no"


def test_a_foreign_caption_does_not_tell_the_language_of_a_long_text() -> None:
    caption = "Der Hafen von Lindau am Tag nach dem Sturm, der dort drei Boote versenkte. | Bild: Anna Vogt"
    story = "The harbour master said that the storm had come without a warning and that three boats were lost in an hour. " * 30
    assert language_of(f"{caption}\n{story}", "de") == "en"
    assert language_of(f"{caption}\n{caption}", "de") == "de"
