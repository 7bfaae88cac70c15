from tests.tag.coding import coded, events

STORY = (
    "Gunmen killed nine villagers in Maiduguri on Monday. The mayor called for calm.\n"
    "The attack was the third this year. Families buried the dead.\n"
    "Police arrested four men after the attack."
)


def test_an_event_told_again_is_one_record_with_its_mentions() -> None:
    assaults = [event for event in events(STORY) if event.type.value == "ASSAULT"]
    assert len(assaults) == 1
    assert len(assaults[0].mentions) >= 2
    assert all(STORY[mention.start : mention.end] == mention.text for mention in assaults[0].mentions)


def test_attacks_at_two_places_are_two_events() -> None:
    found = events("Rebels attacked a school in Kano on Monday. Rebels attacked a barracks in Lagos on Tuesday.")
    assert [event.place.name for event in sorted(found, key=lambda event: event.evidence.start) if event.place] == ["Kano", "Lagos"]


def test_ids_are_the_same_after_an_edit_elsewhere() -> None:
    before = {event.event_id for event in events(STORY)}
    after = {event.event_id for event in events("Rain fell.\n" + STORY)}
    assert before == after


def test_the_headline_decides_what_comes_first() -> None:
    text = "Police arrested a driver in Oslo. The foreign minister of Peru visited Quito."
    assert events(text, "Peru's foreign minister in Quito")[0].type.value == "CONSULT"


def test_an_attack_told_with_nothing_of_its_own_goes_on_with_the_one_before() -> None:
    text = "Gunmen killed nine villagers in Maiduguri on Monday. A huge explosion was heard."
    assert [len(event.mentions) for event in events(text) if event.type.value == "ASSAULT"] == [1]


def test_a_bare_telling_brings_no_actor() -> None:
    found = events("A bomb killed nine villagers in Maiduguri on Monday. The driver heard an explosion.")
    assert [event.actors for event in found if event.type.value == "ASSAULT"] == [[]]


def test_another_victim_is_another_attack() -> None:
    found = events("Gunmen killed nine villagers in Maiduguri on Monday. Rebels shelled a hospital.")
    assert len([event for event in found if event.type.value == "ASSAULT"]) == 2


def test_an_accord_spoken_of_is_the_one_told_before() -> None:
    text = (
        "Ukraine and Moldova signed an agreement on power lines in Chisinau on Friday. Under the accord, Kyiv will deliver power. "
        "Moscow denounced the deal."
    )
    assert [len(event.mentions) for event in events(text) if event.type.value == "AGREE" and event.recipients] == [2]


def test_an_accord_of_others_is_another() -> None:
    text = "Kenya and Oman signed an agreement on Friday. Peru and Chile signed an agreement on Saturday."
    assert len([event for event in events(text) if event.type.value == "AGREE"]) == 2


def test_what_is_only_blamed_or_praised_is_no_second_event() -> None:
    assert coded("Peru and Chile denounced the crackdown.") == ["ACCUSE/disapprove"]
    assert coded("The bishop condemned the violence and called for restraint.") == ["ACCUSE/disapprove", "REQUEST/yield"]


def test_what_is_blamed_with_its_place_is_told() -> None:
    assert "ASSAULT" in coded("The bishop condemned the attack on the school.")


def test_what_is_praised_first_and_told_later_is_one_event() -> None:
    told = events("France welcomed the ceasefire. A ceasefire between the rebels and the army took effect on Monday.")
    (truce,) = [event for event in told if event.type.value == "RETREAT"]
    assert len(truce.mentions) == 1


def test_who_blames_does_nothing_to_whom_it_blames() -> None:
    (deed,) = [
        event
        for event in events("Peru denounced the Dutch attack on the camp and called on Chile to help.")
        if event.type.value == "ASSAULT"
    ]
    assert [party.text for party in deed.recipients] == ["camp"]


def test_what_is_quoted_and_blamed_is_no_second_event() -> None:
    assert coded('The bishops deplored "excessive violence".') == ["ACCUSE/disapprove"]


def mentions(text: str) -> list[int]:
    """How often each attack is told again, in the order of the text."""
    attacks = [event for event in events(text) if event.type.value == "ASSAULT"]
    return [len(event.mentions) for event in sorted(attacks, key=lambda event: event.evidence.start)]


def test_a_war_is_more_than_one_attack() -> None:
    raid = "Rebels shelled a hospital in Kano on Monday. "
    assert mentions(raid + "The attack lasted an hour.") == [1]
    assert mentions(raid + "The offensive is in its third month. The governor said the offensive would end soon.") == [0, 1]


def test_that_people_were_killed_tells_nothing_of_which_attack_it_was() -> None:
    bomb = "A car bomb killed at least 12 people near a market in Baghdad. "
    assert mentions(bomb + "It was the highest toll since the summer of 2010, when 110 people were killed.") == [0, 0]
    assert mentions(bomb + "The bomb killed 12 people and broke windows.") == [1]


def test_a_victim_named_tells_which_of_two_deeds_it_was() -> None:
    murder = "Gunmen killed Ana Ruiz in Quito on Monday. "
    assert mentions(murder + "Two suspects are on trial for the murder of Pedro Salas.") == [0, 0]
    assert mentions(murder + "Two suspects are on trial for the murder of Ruiz.") == [1]


def test_a_strike_that_goes_on_until_sunday_is_the_one_that_began_on_thursday() -> None:
    (event,) = events(
        "Rail workers walked off the job on Thursday. The strike, called by four unions, is expected to last until Sunday."
    )
    assert [mention.text for mention in event.mentions] == ["The strike, called by four unions, is expected to last until Sunday."]


def test_what_the_known_attackers_did_to_the_known_victims_is_the_same_attack() -> None:
    (event,) = events(
        "Gunmen ambushed a bus in Niger on Saturday, killing at least 21 passengers. Survivors said that the assailants had "
        'stopped the bus and opened fire. "They shot the men one by one," said Issa Boubacar.'
    )
    assert len(event.mentions) == 2


def test_the_police_who_shoot_back_are_told_apart() -> None:
    found = events("Gunmen attacked a bus in Niger on Saturday, killing nine. The police opened fire and killed two of the gunmen.")
    assert [[party.text for party in event.actors] for event in found] == [["Gunmen"], ["police"]]


def test_a_heading_tells_what_the_paragraph_under_it_tells() -> None:
    text = "Judge murdered\nGunmen assassinated the magistrate Luis Mora in Guayaquil on Monday.\nThe council met on Tuesday."
    assaults = [event for event in events(text) if event.type.value == "ASSAULT"]
    assert [(event.trigger.text, len(event.mentions)) for event in assaults] == [("assassinated", 1)]


def test_a_heading_of_something_else_stays() -> None:
    text = "Gunmen kill nine villagers\nThe minister of trade visited Peru on Monday.\nHe met the president."
    assert "ASSAULT" in [event.type.value for event in events(text)]


def test_the_day_on_which_it_was_said_gives_way_to_the_day_on_which_it_was_done() -> None:
    text = "A bomb killed nine villagers in Kano, the army said on Friday. The attack took place on Tuesday."
    attack = next(event for event in events(text) if event.type.value == "ASSAULT")
    assert attack.date is not None
    assert attack.date.start == "2031-03-11"


def test_the_day_on_which_somebody_said_it_is_not_that_of_the_event() -> None:
    attack = events("A bomb killed nine villagers in Kano, the army said on Friday.")[0]
    assert attack.date is None


def test_the_day_of_another_verb_tells_no_other_attack() -> None:
    text = (
        "A car bomb killed nine people in Omagh on 15 August 1998. Flowers were laid.\n"
        "The inquiry into the bombing is due to resume on 3 October."
    )
    assert len([event for event in events(text) if event.type.value == "ASSAULT"]) == 1


def test_the_day_beside_a_noun_tells_its_attack_from_another() -> None:
    text = "A bomb killed nine people in Kano on Monday. The bombing in Kano on 3 February was larger."
    assert len([event for event in events(text) if event.type.value == "ASSAULT"]) == 2


def test_the_day_of_an_arrest_does_not_part_the_attack_that_it_was_over() -> None:
    found = events("Gunmen attacked a market in Kano on Thursday, killing nine. Two men were arrested on Friday over the attack.")
    assert [event.type.value for event in found] == ["ASSAULT", "COERCE"]


def test_a_number_alone_stands_for_those_named_with_it() -> None:
    text = (
        "Estonia expelled two Belarusian diplomats on Friday.\n"
        "Foreign minister Liina Kask said the two had been given until Sunday to leave the country."
    )
    (event,) = [event for event in events(text) if event.type.value == "SANCTION"]
    assert [party.text for party in event.recipients] == ["two Belarusian diplomats"]
    assert len(event.mentions) == 1


def test_what_came_of_a_deed_told_behind_it_is_one_event() -> None:
    told = [event for event in events("Eleven people died after gunmen attacked a bar in Soweto.") if event.type.value == "ASSAULT"]
    assert len(told) == 1


def test_what_was_done_in_answer_is_another_event() -> None:
    told = [
        event for event in events("Troops opened fire after two soldiers were killed by a bomb.") if event.type.value == "ASSAULT"
    ]
    assert all("soldiers" not in party.text for event in told if event.trigger.text == "opened fire" for party in event.recipients)


def test_what_a_deed_led_to_behind_a_comma_is_part_of_it() -> None:
    told = events("Two missiles fired by militias hit a US base in eastern Syria, wounding three soldiers.")
    assert [event.type.value for event in told] == ["ASSAULT"]
    assert "three soldiers" in [party.text for party in told[0].recipients]
