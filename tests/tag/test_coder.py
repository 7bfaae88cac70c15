import pytest

from tests.tag.coding import coded, events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The general threatened to arrest the mayor.", "THREATEN/arrest"),
        ("The ministry accused the militia of plotting to attack the harbour.", "ACCUSE/allege"),
        ("The guild refused to meet the mediator.", "REJECT/meet"),
        ("The envoy urged the army to release the nuns.", "REQUEST/yield"),
        ("The premier promised to send tents to the camp.", "AGREE"),
        ("The junta lifted the curfew in the north.", "CONCEDE"),
    ],
)
def test_the_outermost_speech_act_wins(text: str, event: str) -> None:
    assert coded(text) == [event]


def test_an_order_carried_out_on_people_is_the_measure_itself() -> None:
    assert coded("Nearly 300 migrants have been ordered to be expelled from the country.") == ["COERCE/deport"]


def test_a_charge_names_no_event() -> None:
    assert coded("A court convicted the colonel of murder.") == ["SANCTION/convict"]


def test_one_sentence_may_tell_several_events() -> None:
    assert coded("Rebels kidnapped two nuns on Monday, and police arrested a driver.") == ["ASSAULT/abduct", "COERCE/arrest"]


def test_deed_and_effect_are_one_event() -> None:
    (event,) = events("A bomber blew himself up in Kabul, killing 11 people and wounding 30.")
    assert {kind.value: count.value for kind, count in event.counts.items()} == {"dead": 11, "injured": 30}
    assert event.mode == "suicide-attack"


def test_those_who_do_it_are_no_event() -> None:
    assert coded("The protesters ate their lunch.") == []


def test_deaths_without_violence_are_no_event() -> None:
    assert coded("The painter died on Sunday. He was 84.") == []


def test_who_condemns_an_attack_has_not_made_it() -> None:
    assault = next(event for event in events("The council condemned the attack on the market.") if event.type.value == "ASSAULT")
    assert assault.actors == []


def test_advice_of_unknown_content_is_a_request_where_it_says_who_to_whom() -> None:
    assert coded("The minister advised the governor to use private letters.") == ["REQUEST"]
    assert coded("It was advised to use private letters.") == []


def test_how_a_riot_went_is_part_of_it() -> None:
    assert coded("Youths rioted in the suburbs for a second night, burning cars.") == ["PROTEST/riot"]
