"""Deaths in accidents are nobody's deed, whatever verb tells them; those by weapons are."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed and 22 injured when a coach plunged into a ravine early on Tuesday, police said.",
        "A fire in a textile factory killed nine workers.",
        "Two passengers died and 13 were hurt when a tram hit a bus in Zagreb.",
        "A girl of 12 was killed by a train near Leeds.",
        "A ferry capsized on Lake Titicaca on Sunday. Nine passengers were killed.",
        "Rain that fell for two days without a break has killed 130 people in the hills.",
        "Winds of up to 180 kilometres an hour ripped off roofs and cut power to the city.",
    ],
)
def test_an_accident_is_no_violence(text: str) -> None:
    assert {"ASSAULT", "COERCE"}.isdisjoint(kind.split("/")[0] for kind in coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "A girl was killed by a driver who shot at police.",
        "Rebels shot down a helicopter, killing four soldiers.",
        "Israeli fire killed two farmers.",
        "Nine passengers were killed when gunmen stopped a bus near Lima.",
        "A bus overturned on Sunday. Gunmen killed nine villagers near Lima.",
    ],
)
def test_a_deed_is(text: str) -> None:
    assert "ASSAULT" in [kind.split("/")[0] for kind in coded(text)]


def test_a_vehicle_that_turns_is_no_attacker() -> None:
    assert coded("A woman was killed on Monday when a lorry turned right at a crossroads.") == []


def test_who_dies_of_an_illness_is_killed_by_nobody() -> None:
    text = "Gunmen shot two nuns in Lima. Four farmhands have died of hantavirus in the valley."
    assert coded(text) == ["ASSAULT/firearms"]


def test_who_dies_of_wounds_is_killed() -> None:
    text = "Gunmen shot two nuns in Lima. Four farmhands have died of their wounds in the valley."
    assert coded(text) != ["ASSAULT/firearms"]


def test_what_blew_up_by_itself_is_no_assault() -> None:
    blast = "An explosion in a market injured 11 people on Monday. "
    assert coded(blast + "A gas leak is thought to be the cause.") == []
    assert coded(blast + "Police arrested two bombers.") == ["ASSAULT/explosives", "COERCE/arrest"]


def test_gas_that_explodes_in_a_mine_is_no_bomb() -> None:
    assert coded("In 2009 a methane blast at the Rudna mine killed 20.") == []


def test_what_goes_off_by_accident_or_of_itself_is_no_attack() -> None:
    assert coded("He was hunting with his son when he sustained an accidental gun shot wound to the head.") == []
    assert coded("At least two people died and 55 others were injured in a gas explosion at a noodle restaurant.") == []
    assert coded("A frigate accidentally shot down an airliner.") != []
