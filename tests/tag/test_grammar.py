"""Who stands where no actor stands does not act."""

from __future__ import annotations

import pytest

from tests.tag.coding import events


def actors(text: str, kind: str) -> list[str]:
    return [actor.text for event in events(text) if event.type.value == kind for actor in event.actors]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Gunmen stormed a school in Nigeria's Kebbi state on Monday and abducted 25 girls.", "ASSAULT", "Gunmen"),
        ("Seventeen strikers were detained and four officers were slightly hurt.", "COERCE", None),
        ("Seventeen strikers were detained and four officers were slightly hurt.", "ASSAULT", None),
        ("Two villagers were killed when government drones hit a camp near Bara.", "ASSAULT", "government drones"),
        ("In 2015 Rwandan courts sentenced two generals to life in prison.", "COERCE", "Rwandan courts"),
        ("A youth was shot dead after he stabbed a guard.", "ASSAULT", "youth"),
        ("On 4 February police arrested the owner of the mill.", "COERCE", "police"),
        ("Soldiers wounded at least seven women in the village.", "ASSAULT", "Soldiers"),
        ("Two generals were arrested by at least five soldiers.", "COERCE", "soldiers"),
    ],
)
def test_who_acts(text: str, kind: str, who: str | None) -> None:
    found = actors(text, kind)
    assert bool(found) == (who is not None)
    assert all(who and who in actor for actor in found)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Gunmen stormed a school and abducted 25 girls, police said.", "ASSAULT", "Gunmen"),
        ("Two soldiers were killed by a roadside bomb near Sabha.", "ASSAULT", None),
        ("Two men were stabbed to death and a third was seriously injured.", "ASSAULT", None),
        ("Fans protested before kick-off, and police arrested two men.", "COERCE", "police"),
        ("Last year police evicted about 300 squatters from the mill.", "COERCE", "police"),
        ("A similar attack killed a waiter in Porto.", "ASSAULT", None),
        ("A drone attack by rebels killed a waiter in Porto.", "ASSAULT", "rebels"),
        ("Officers with dogs arrested two men.", "COERCE", "Officers"),
        ("Norway and Sweden expelled two diplomats.", "SANCTION", "Norway Sweden"),
    ],
)
def test_a_bystander_does_not_act(text: str, kind: str, who: str | None) -> None:
    found = actors(text, kind)
    assert bool(found) == (who is not None)
    assert all(who and actor in who for actor in found)


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("The president condemned the attack and ordered troops to the area.", "ACCUSE", None),
        ("The mayor condemned the police and the army.", "ACCUSE", "police army"),
        ("Rebels captured the town of Sabha after heavy fighting, residents said.", "ASSAULT", "town"),
        ("The government declared a state of emergency.", "COERCE", None),
        ("Oman and Kenya signed a memorandum on fishery.", "AGREE", "Kenya"),
        ("Gendarmes removed them with rubber bullets, wounding eight miners.", "ASSAULT", "them eight miners"),
        ("Rebels clashed with soldiers near Sabha.", "ASSAULT", "soldiers"),
    ],
)
def test_a_bystander_is_not_acted_on(text: str, kind: str, whom: str | None) -> None:
    found = [party.text for event in events(text) if event.type.value == kind for party in event.recipients]
    assert bool(found) == (whom is not None)
    assert all(whom and party in whom for party in found)


def test_who_acts_does_not_suffer_it_as_a_pronoun_too() -> None:
    (event,) = [event for event in events("The league's lawyer said he would appeal to the court.") if event.actors]
    assert not {party.text for party in event.actors} & {party.text for party in event.recipients}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Amnesty International urged the authorities to free the editor.", {"REQUEST"}),
        ("Amnesty was granted to nine rebels.", {"RETREAT"}),
    ],
)
def test_a_word_that_opens_a_name_tells_nothing(text: str, kinds: set[str]) -> None:
    found = events(text)
    assert {event.type.value for event in found} == kinds
    assert all("Amnesty" in actor.text for event in found for actor in event.actors)
