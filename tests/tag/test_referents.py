import pytest

from agents.tag.document import read
from agents.tag.facts.places import find_places
from agents.tag.facts.villages import with_villages
from agents.tag.referents import referents


def stands_for(text: str) -> list[tuple[str, str]]:
    """The words and the place that they stand for."""
    return [(text[hit.start : hit.end], hit.text) for hit in referents(read(text), with_villages(text, find_places(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen attacked a bus in Nakuru, a town in Kenya. Two died in the town.", ("town", "Nakuru")),
        ("Rebels held Bukavu. Police arrested nine in the same city.", ("same city", "Bukavu")),
        ("A mob burned houses in Kolbaripara, a village in Bangladesh. Police went to the village.", ("village", "Kolbaripara")),
        ("Troops fought in Ukraine's Kherson region. They left the region.", ("region", "Kherson")),
        ("Fighting broke out in Goma. Three people were killed there.", ("there", "Goma")),
        ("Inmates fought in Guayaquil. An emergency was declared in the province.", ("province", "Guayas")),
    ],
)
def test_words_stand_for_a_place_named_before(text: str, found: tuple[str, str]):
    assert stands_for(text) == [found]


def test_there_is_not_where_somebody_only_spoke():
    text = "A clash in Rajshahi left two dead. In Dhaka, the home minister condemned it. Nine were arrested there."
    assert stands_for(text) == [("there", "Rajshahi")]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels held Bukavu. There was no shooting.",
        "Rebels held Bukavu. The city council met.",
        "Rebels held Bukavu. The city of Goma fell.",
        "The village was quiet.",
    ],
)
def test_other_words_stand_for_nothing(text: str):
    assert stands_for(text) == []
