import pytest

from schemas.plover import EventType
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
    assert coded("Fishermen blockaded the harbour to protest the new law.") == ["PROTEST/obstruct"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council, which had promised talks, rejected the demand.", ["AGREE", "REJECT"]),
        ("The rebels rejected the offer, killing two envoys.", ["ASSAULT", "REJECT/change"]),
        ("The junta rejected the demand and arrested two envoys.", ["COERCE/arrest", "REJECT"]),
        ("At the summit in Berun, the governor was urged to arrest the rebels.", ["CONSULT/multilateral", "REQUEST/change"]),
    ],
)
def test_a_speech_act_takes_in_nothing_of_the_next_verb(text: str, told: list[str]) -> None:
    assert sorted(coded(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "He accused the army of having killed twelve farmers.",
        "Prosecutors accused him of murdering two guards at the prison.",
        "The party claimed that soldiers had killed its treasurer.",
        "He is suspected of torching cars last week.",
    ],
)
def test_a_certain_deed_that_is_alleged_is_an_event_beside_the_accusation(text: str) -> None:
    assert sorted(event.split("/")[0] for event in coded(text)) == ["ACCUSE", "ASSAULT"]


def test_violence_alleged_without_when_where_or_whom_is_the_accusation_alone() -> None:
    assert coded("The ministry accused the militia of murder.") == ["ACCUSE/allege"]
    assert coded("He is suspected of plotting to bomb the station.") == ["ACCUSE/allege"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The envoy told reporters that guards had shot two farmers.", ["ASSAULT"]),
        ("The envoy told the guards to arrest two farmers.", ["REQUEST"]),
        ("The doctor suggested that the banker had been poisoned.", ["ASSAULT"]),
        ("The doctor suggested that the mayor release the banker.", ["REQUEST"]),
        ("The council demanded that the editor be freed.", ["REQUEST"]),
        ("Protesters demanded the mayor be arrested.", ["REQUEST"]),
        ("The mayor called on residents to boil their water.", ["REQUEST"]),
        ("The marchers were met with cheers.", []),
        ("The people of the town are demonstrating true community spirit.", []),
        ("Two travellers died from suspected methanol poisoning.", []),
        ("All other patients have been discharged.", []),
        ("Police go on searching the debris of the tower after the blaze.", []),
        ("The envoy called on the president on Monday.", ["CONSULT"]),
        ("Growers insisted the tax be scrapped.", []),
        ("The UN demanded the army withdraw from Bala.", ["REQUEST"]),
        ("While the envoys reject the peace plan, fighting goes on in Berun.", ["ASSAULT", "REJECT"]),
        ("The rebels refused to pull back, preferring captivity.", ["ASSAULT", "REJECT"]),
        ("The premier refused to meet the envoy, citing the shelling of Berun.", ["ASSAULT", "REJECT"]),
        ("The premier refused to meet the envoy, he thanked the bishop of Berun.", ["REJECT", "SUPPORT"]),
        ("The ministry promised food and both armies have accused the rebels.", ["ACCUSE", "AGREE"]),
        ("The premier called for restraint during talks with the envoy.", ["CONSULT", "REQUEST"]),
        ("“They refuse to release the nuns,” the premier told two envoys, who met the bishop.", ["CONSULT", "REJECT"]),
        ("The authorities detained or put under investigation nine officers.", ["ACCUSE", "COERCE"]),
    ],
)
def test_what_a_speech_act_takes_in(text: str, told: list[str]) -> None:
    assert sorted(event.split("/")[0] for event in coded(text)) == told


def test_what_stands_far_apart_in_an_endless_sentence_is_told_by_a_piece_of_evidence_each() -> None:
    captions = " / ".join(f"picture {n} of the old town and its lake" for n in range(20))
    found = events(f"Soldiers surrendered at the bridge ; {captions} ; more soldiers surrendered at the mill.")
    assert sum(1 + len(event.mentions) for event in found) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The banker had come to Lima to testify against the mayor.", ["ACCUSE"]),
        ("Investigators accused the army of torturing detainees.", ["ACCUSE", "ASSAULT"]),
        ("Investigators accused the army of torture.", ["ACCUSE"]),
        ("The committee asked the banks to lower their fees.", ["REQUEST"]),
        ("One nurse asked to remain anonymous.", []),
        ("Efforts to mediate between the rebels and the army went on.", ["CONSULT"]),
        ("Attempts to arrest the mayor failed.", []),
        ("There are no plans to broker a truce.", []),
    ],
)
def test_what_is_said_to_go_on(text: str, told: list[str]) -> None:
    assert sorted({event.split("/")[0] for event in coded(text)}) == told


def test_who_is_told_to_do_something_is_asked() -> None:
    assert coded("The regulator told the airline to refund its passengers.") == ["REQUEST"]
    assert coded("The regulator told reporters that the airline was small.") == []


def test_an_age_belongs_to_whom_it_describes_and_makes_a_person_of_a_nationality() -> None:
    (event,) = events("Police in Lima arrested a 24-year-old Brazilian on Monday.")
    (suspect,) = event.recipients
    assert (suspect.text, suspect.country, [str(sector) for sector in suspect.sectors]) == ("24-year-old Brazilian", "BRA", ["CVL"])


def test_what_officers_throw_is_crowd_control() -> None:
    assert "ASSAULT/crowd-control" in coded("Officers drove protesters from the square and hurled canisters into side streets.")


def test_what_a_raid_is_called_is_no_deed() -> None:
    assert coded("The ministry calls the raid blackmail.")[0] == "ACCUSE/disapprove"
    assert "THREATEN" not in coded("The ministry calls the raid blackmail.")


def test_two_acts_of_the_present_are_two() -> None:
    assert "REQUEST/change" in coded("Opposition parties reject the offer and demand a new election.")


def test_a_heading_tells_nothing() -> None:
    assert coded("16:50 Condolences\nEgypt and Greece offered condolences.") == ["SUPPORT"]


def test_hail_threatens_nobody() -> None:
    assert coded("Hail had threatened the vines in October.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A court ordered the activist released on bail.", ["RETREAT/release"]),
        ("A court ordered the three held for four months.", ["COERCE/arrest"]),
        ("The court ordered the guards to free the activist.", ["REQUEST/yield"]),
    ],
)
def test_what_an_order_does_is_told_and_no_request(text: str, told: list[str]) -> None:
    assert coded(text) == told


def test_what_somebody_is_sentenced_for_saying_is_no_request() -> None:
    text = "A judge sentenced a banker to nine years in prison for ordering the attack on the mayor in 2019."
    assert "REQUEST" not in {kind.split("/")[0] for kind in coded(text)}


def test_a_measure_and_its_verb_are_one_event() -> None:
    assert coded("The president imposed a night curfew in three cantons.") == ["COERCE/curfew"]


def test_what_a_killing_was_done_with_is_no_second_event() -> None:
    assert coded("The army said it had killed nine rebels in air strikes near the Chilean border.") == ["ASSAULT/aerial"]


def test_what_talks_are_about_is_no_second_event() -> None:
    assert coded("The king called Moreno on Saturday to discuss the truce.") == ["CONSULT/phone"]


def test_a_speech_act_in_a_relative_clause_leaves_the_main_verb() -> None:
    assert "ASSAULT/firearms" in coded("A guard who tried to resist was shot in the leg by gunmen.")


def test_what_a_firm_promises_to_nobody_is_no_agreement() -> None:
    assert coded("The firm promised to repair the road.") == []
    assert coded("The premier promised to repair the road.") == ["AGREE"]


def test_an_ultimatum_is_a_threat_and_to_a_diplomat_an_expulsion() -> None:
    assert coded("The army gave the fighters 48 hours to leave the town.")[0].startswith("THREATEN")
    assert coded("The ministry gave the ambassador 48 hours to leave.") == ["SANCTION/expel"]


def test_readiness_to_do_harm_is_a_threat_and_an_agreement_on_it_none() -> None:
    assert [told.split("/")[0] for told in coded("The army is prepared to shell the town.")] == ["THREATEN"]
    assert [told.split("/")[0] for told in coded("The two states agreed to impose sanctions on the junta.")] == ["AGREE"]


@pytest.mark.parametrize(
    "text",
    [
        "The summit of Everest was closed to climbers on Monday.",
        "Washington removed Havana from a list of state sponsors of terrorism on Monday.",
        "A terrorism expert spoke of the mood in the city.",
    ],
)
def test_words_that_name_no_deed(text: str) -> None:
    assert not [event for event in events(text) if event.type in (EventType.CONSULT, EventType.ASSAULT, EventType.AID)]


def test_what_the_deed_says_of_its_mode_goes_before_what_stands_beside_it() -> None:
    (event,) = events("Gunmen who beat a guard to death fled towards a disused mine near Kitwe.")
    assert event.mode == "beat"


def test_a_promise_of_an_inquiry_threatens_nobody() -> None:
    assert coded("The minister promised an inquiry into the arrests.")[0] == "AGREE"
    assert coded("The minister promised an investigation of the shelling.")[0] == "AGREE"
    assert coded("The general promised to crush the rebels.")[0].startswith("THREATEN")


def test_an_adjective_imposes_no_sanctions() -> None:
    (event,) = events("It took five weeks for Peru to impose economic sanctions against Chile.")
    assert event.type == "SANCTION"
    assert [party.text for party in (*event.actors, *event.recipients)] == ["Peru", "Chile"]


def test_months_shares_and_qualities_are_nobody() -> None:
    (meeting,) = events("The leaders of the two parties met on Saturday ahead of the Oct. 27 election in Lima.")
    assert all(party.text != "Oct" for party in meeting.recipients)
    assert all(party.text != "serious" for event in events("He faces serious jail sentences.") for party in event.actors)
