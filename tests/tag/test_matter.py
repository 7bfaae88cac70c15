"""Articles about something else than violence share its words."""

import pytest

from tests.tag.coding import coded

MATCH = (
    "Kent attacked from the start and took four wickets before lunch.\nTheir captain blasted six sixes, and the last of the "
    "bowlers was shot out for a duck.\nThe batsman was unbeaten on 94 when rain ended the innings, and the umpires killed the game."
)
FILM = (
    "In her new film a retired smuggler kills the men who took his daughter.\nThe director shoots the car chase in one take; "
    "the actor stabs and strangles his way through two hours.\nThe audience at the premiere in Cannes loved it, and a sequel is "
    "being written."
)
MARKETS = (
    "Shares were hammered on Thursday as investors fled chip makers.\nThe dollar attacked its highest level this year, and bond "
    "traders came under fire.\nAnalysts at the bank said that the stock had been hit by weak sales."
)
MEDICINE = (
    "The bacterium attacks the lungs of patients, researchers said.\nIt invades the cells and destroys them with a toxin.\n"
    "A vaccine that targets the protein is being tested against the infection."
)


@pytest.mark.parametrize("text", [MATCH, FILM, MARKETS, MEDICINE])
def test_its_words_of_war_tell_no_attack(text: str) -> None:
    assert not [told for told in coded(text) if told.startswith("ASSAULT")]


def test_what_tells_of_force_is_told_in_any_article() -> None:
    assert any(told.startswith("ASSAULT") for told in coded(f"{MATCH}\nA bomb killed two stewards outside the ground in Leeds."))


def test_news_of_an_attack_with_a_word_of_sport_is_news() -> None:
    text = "Gunmen attacked a football team in Cali on Monday. Two players were killed. Police arrested nine men."
    assert any(told.startswith("ASSAULT") for told in coded(text))
