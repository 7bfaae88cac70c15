import pytest

from agents.tag.facts.places import find_places
from agents.tag.facts.villages import with_villages


def held(text: str) -> list[tuple[str, str, str]]:
    """Name, what holds it, and its feature."""
    return [(hit.text, hit.name, hit.feature) for hit in with_villages(text, find_places(text)) if hit.held]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A farmer was killed in the village of Kolbaripara in Bangladesh's Rangpur district.",
            ("Kolbaripara", "Rangpur", "ADM1"),
        ),
        ("Shells hit Stepove Pole, a village in Ukraine's Kherson region.", ("Stepove Pole", "Kherson Oblast", "ADM1")),
        ("Gunmen stormed the Nigerian village of Gidan Marwari.", ("Gidan Marwari", "Nigeria", "PCLI")),
        ("Fear hung over Bheemarpet, a village 40 km from Raichur.", ("Bheemarpet", "Karnataka", "ADM1")),
        (
            "A depot in Wattepola Junction, near the Sri Lankan town of Kandy, burned.",
            ("Wattepola Junction", "Central Province", "ADM1"),
        ),
        ("Fires spread through Patagonia.", ("Patagonia", "Argentina", "PCLI")),
    ],
)
def test_a_village_without_entry_means_what_holds_it(text: str, found: tuple[str, str, str]):
    assert held(text) == [found]


def test_it_is_known_wherever_its_name_stands():
    text = "Police came to Kolbaripara, a village in Bangladesh. The elders of Kolbaripara fled."
    assert [name for name, *_ in held(text)] == ["Kolbaripara", "Kolbaripara"]


def test_a_namesake_in_another_country_is_not_meant():
    assert held("Militants blew up a school in Shewa, a remote area of Pakistan's North Waziristan.")[0][0] == "Shewa"


@pytest.mark.parametrize(
    "text",
    [
        "A hiker died in Patagonia, Arizona.",
        "They met in the village of Zell am See in Austria.",
        "A man from the village said so on Monday.",
        "In Mali and in Chad people fled from the town of Kuldarra.",
        "Russian forces captured the town of Kuldarra.",
    ],
)
def test_what_is_known_or_lies_nowhere_is_held_by_nothing(text: str):
    assert held(text) == []


def test_a_person_that_the_text_names_in_full_is_no_village():
    text = "Ron Marwari came third. The premier fired rockets at Marwari, a remote village in Iowa."
    assert held(text) == []
    assert held(text.replace("Ron Marwari", "Somebody")) == [("Marwari", "Iowa", "ADM1")]
