import pytest

from tests.tag.coding import events


def where(text: str) -> str | None:
    place = events(text)[0].place
    return place.name if place else None


def test_a_place_after_in() -> None:
    assert where("Police arrested two men in Lagos on Monday.") == "Lagos"


def test_the_town_that_is_visited() -> None:
    assert where("The foreign minister of Peru visited Quito on Tuesday.") == "Quito"


def test_where_people_come_from_is_not_where_it_happened() -> None:
    assert where("Guards beat three men from Peru on Monday.") is None


def test_citizens_of_a_country_say_who() -> None:
    assert where("Guards beat three citizens of Peru on Monday.") is None


def test_what_is_left_is_where_a_retreat_happens() -> None:
    assert where("The army withdrew its troops from Nairobi on Monday.") == "Nairobi"


def test_a_place_in_the_sentence_before() -> None:
    assert where("A bomb exploded at a market in Nairobi on Monday. The blast killed nine traders.") == "Nairobi"


def test_who_is_kidnapped_from_a_town_was_there() -> None:
    (event,) = events("Residents fear that the girls are in Niger. Rebels kidnapped nine pupils from Gulu on Monday.")
    assert event.place is not None
    assert event.place.name == "Gulu"


def test_men_from_a_town_did_it_elsewhere() -> None:
    (event,) = events("Men from Gulu kidnapped nine pupils in Nairobi on Monday.")
    assert event.place is not None
    assert event.place.name == "Nairobi"


def told_where(text: str, kind: str) -> list[str | None]:
    return [event.place and event.place.name for event in events(text) if event.type.value == kind]


def test_what_is_only_said_happens_in_no_country_that_it_is_about() -> None:
    assert told_where("Peru condemned the raids on Chile.", "ACCUSE") == [None]
    assert told_where("Rebels shelled Nairobi on Monday. Peru urged both sides to talk.", "REQUEST") == [None]


def test_what_is_said_at_a_place_happens_there() -> None:
    assert told_where("Speaking in Quito, the minister urged both sides to talk.", "REQUEST") == ["Quito"]


def test_where_a_journey_was_to_end_is_not_where_it_ended() -> None:
    assert told_where("Police arrested the banker in Quito on his way to London.", "COERCE") == ["Quito"]


def test_where_a_town_lies_is_less_than_the_town() -> None:
    assert where("A woman was shot dead in the West Bank city of Hebron on Monday.") == "Hebron"


def test_whom_it_was_done_for_is_not_where() -> None:
    assert told_where("Police detained two men on suspicion of spying for Peru.", "COERCE") == [None]


def test_a_capital_that_acts_is_no_scene() -> None:
    assert told_where("London demanded the release of the crew.", "REQUEST") == [None]


def test_where_roads_lead_is_not_where_people_fight_over_them() -> None:
    assert where("Fighting over smuggling routes to Venezuela killed nine farmers.") is None


def test_what_lies_west_of_a_town_is_near_it() -> None:
    text = "Raiders killed eleven villagers in a hamlet west of Bukavu, and shells fell on Goma."
    assert told_where(text, "ASSAULT") == ["Bukavu", "Goma"]


def test_the_place_that_opens_an_article_outweighs_one_that_somebody_flew_to() -> None:
    text = "Police in Tartu arrested two men on Monday. The pair had flown to Riga in May. A guard was beaten to death."
    assert told_where(text, "ASSAULT") == ["Tartu"]


def test_a_part_of_the_world_is_a_region() -> None:
    (event,) = events("Nine herders were killed in the Sahel on Monday.")
    assert event.place is not None
    assert (event.place.name, event.place.resolution.value) == ("Sahel", "region")


def test_a_gulf_is_a_region() -> None:
    (event,) = events("Gunmen killed three sailors in the Persian Gulf on Monday.")
    assert event.place is not None
    assert (event.place.name, event.place.resolution.value) == ("Persian Gulf", "region")


def test_what_only_says_where_a_country_lies_is_no_scene() -> None:
    text = "Police arrested nine men. Nine herders were killed, said officials in Tajikistan, a former republic in Central Asia."
    assert "Central Asia" not in told_where(text, "ASSAULT")


def test_a_capital_is_the_scene_and_not_the_region_it_is_a_capital_of() -> None:
    assert told_where("Rebels killed nine people in Donetsk, the unofficial capital of Ukraine.", "ASSAULT") == ["Donetsk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An air strike hit Abu Kamal in Syria on Monday.", "Abu Kamal"),
        ("Police arrested two men in Kiev on Monday.", "Kiev"),
        ("Police arrested two men in America on Monday.", "America"),
        ("Police arrested two men in the U.S. on Monday.", "U.S."),
        ("Police arrested two men in Tampa, Fla., on Monday.", "Tampa"),
        ("Hundreds marched across Fla. on Monday.", "Florida"),
        ("NAIROBI (Reuters) - A bomb killed nine people on Monday.", "Nairobi"),
    ],
)
def test_a_place_goes_by_the_name_that_the_article_gives_it(text: str, name: str) -> None:
    assert where(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed nine people in Nigeria's north-western Zamfara state on Monday.", "Zamfara"),
        ("Police arrested two men in Colombia's second city, Medellín.", "Medellín"),
        ("Clashes broke out in Sudan's El Fasher on Monday.", "El Fasher"),
        ("Peru's prime minister met with Eritrea's president in Asmara on Sunday.", "Asmara"),
    ],
)
def test_whose_a_place_is_only_says_where_it_lies(text: str, name: str) -> None:
    assert where(text) == name


def test_the_part_of_a_country_and_not_its_owner() -> None:
    assert where("Gunmen seized a priest in Nigeria's Kaduna state on Monday.") == "Kaduna"


def test_who_is_backed_by_a_country_is_elsewhere() -> None:
    assert where("The Iran-backed militia attacked a ship on Monday.") is None


@pytest.mark.parametrize(
    ("text", "name", "resolution"),
    [
        ("A farmer was killed in the village of Kolbaripara in Bangladesh's Rangpur district.", "Kolbaripara", "region"),
        ("An air strike killed nine in the town of Ain Jarfa in southern Lebanon.", "Ain Jarfa", "country"),
        ("In the Kherson region, three men were killed in Beryslav on Sunday.", "Beryslav", "city"),
    ],
)
def test_the_narrower_place_is_where_and_a_village_is_known_as_far_as_what_holds_it(text: str, name: str, resolution: str) -> None:
    (event,) = events(text)
    assert event.place is not None
    assert (event.place.name, event.place.resolution.value) == (name, resolution)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen shot up a bus in Nakuru on Monday. Police arrested nine people in the town.", "Nakuru"),
        ("The Nakuru bombing killed nine people from Kisumu.", "Nakuru"),
        ("Militants claimed an attack on Bukavu in a statement from Goma.", "Bukavu"),
    ],
)
def test_what_is_called_by_a_place_or_told_of_the_town_was_there(text: str, name: str) -> None:
    assert {event.place.name for event in events(text) if event.place} == {name}


def test_what_the_people_of_a_place_tell_happened_there() -> None:
    assert where("Villagers in Kaduna state said attackers killed at least 12 people on Sunday night.") == "Kaduna"


def test_a_country_that_does_something_else_is_not_where_it_happened() -> None:
    assert where("Cuba released 553 prisoners in January after the United States removed it from the list.") is None
    assert where("Kenya has been in turmoil since judges arrested the premier on Monday.") == "Kenya"


def test_a_place_beside_the_story_is_not_where_it_happened() -> None:
    assert where("The group, which the United States lists as terrorist, kidnapped three engineers.") is None


def test_what_somebody_acts_over_has_a_scene_of_its_own() -> None:
    text = "Students marched through Lima on Friday in protest at the arrest of a monk."
    assert told_where(text, "PROTEST") == ["Lima"]
    assert told_where(text, "COERCE") == [None]


def test_where_a_speaker_has_his_seat_is_not_where_he_spoke_of() -> None:
    assert told_where("The embassy in Quito welcomed the truce.", "SUPPORT") == [None]


def test_who_does_it_in_answer_is_no_scene() -> None:
    assert told_where("France expelled four envoys in response to a similar move by Algiers.", "SANCTION") == [None]


def test_where_somebody_came_from_is_no_scene_of_the_next_sentence() -> None:
    text = "Guards in Lima held a monk who had come from Quito. Police beat two students."
    assert "Quito" not in told_where(text, "ASSAULT")


def test_what_was_years_ago_did_not_happen_where_today_s_news_does() -> None:
    text = "Miners walked out in Johannesburg on Monday. A walkout in 2019 lasted five months."
    assert told_where(text, "PROTEST") == ["Johannesburg", None]


def test_a_sea_named_after_a_country_is_not_in_it() -> None:
    assert told_where("Peru fired two missiles into the Sea of Japan.", "MOBILIZE") == [None]
    assert told_where("Guards fired water cannon at a boat near Scarborough Shoal.", "ASSAULT") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The secretary warned that Washington would use force if a ship was attacked.",
        "The junta, which seized power in 2031, has turned to Moscow for help.",
        "Jets bombed a laboratory in a pact with Damascus.",
        "Hackers linked to North Korea stole 100 million dollars from an exchange.",
    ],
)
def test_a_capital_that_acts_stands_for_its_state(text: str) -> None:
    assert {event.place.name for event in events(text) if event.place} == set()


def test_a_capital_is_where_it_happened_where_the_text_says_so() -> None:
    assert where("Gunmen killed nine guards in Damascus on Monday.") == "Damascus"
    assert told_where("He spoke of the talks planned for Caracas.", "CONSULT") == ["Caracas"]
    assert where("Some 200 supporters blocked roads in the capital city of Algiers demanding his release.") == "Algiers"


def test_the_capital_is_no_town_of_another_sentence() -> None:
    text = "Envoys visited the wounded in the town of Kidal. Hundreds gathered outside parliament in the capital on Friday."
    assert told_where(text, "PROTEST") == [None]


def test_what_was_a_day_before_was_elsewhere() -> None:
    text = "The attack on the market, which killed nine, came a day after envoys met in Nairobi."
    assert told_where(text, "ASSAULT") == [None]
    assert told_where(text, "CONSULT") == ["Nairobi"]


def test_a_capital_that_only_acts_is_not_the_capital_spoken_of() -> None:
    text = "The engineers were freed after Beijing paid a ransom. In the capital, students marched to the ministry to demand jobs."
    assert told_where(text, "PROTEST") == [None]


def test_what_is_answered_lies_elsewhere() -> None:
    text = "Jets struck a depot in Erbil in retaliation for a bomb attack on a ministry in Ankara."
    assert [event.place and event.place.name for event in events(text)] == ["Erbil", "Ankara"]


def test_the_union_of_states_is_no_scene() -> None:
    text = "The European Union accused the junta of waging war on its own people."
    assert all(event.place is None for event in events(text))


def test_a_capital_in_a_list_or_behind_the_word_is_a_place() -> None:
    told = events("Army troops entered a village near the capital, Juba, and raped nine women.")
    assert not any(party.text == "Juba" for event in told for party in (*event.actors, *event.recipients))


def test_what_stands_right_behind_a_verb_is_where() -> None:
    text = "Thousands rallied in Tel Aviv to demand a deal to free hostages held in Gaza."
    assert [(event.type.value, event.place and event.place.name) for event in events(text)] == [
        ("PROTEST", "Tel Aviv"),
        ("ASSAULT", "Gaza"),
    ]


def test_where_criticism_comes_from_nothing_happened() -> None:
    text = "Mali executed a monk convicted of spying for Peru, drawing condemnation from London and Oslo."
    assert all(event.place is None for event in events(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb exploded outside a bank in the Somali capital, killing five.", "Mogadishu"),
        ("Thousands marched through Peru's capital on Sunday.", "Lima"),
        ("Rebels shelled the Sudanese capital city on Friday.", "Khartoum"),
        ("Gunmen shot dead a judge in the Yemeni capital Aden.", "Aden"),
        ("Gunmen shot dead a judge in the Yemeni capital, Aden.", "Aden"),
    ],
)
def test_a_capital_goes_by_its_country(text: str, name: str) -> None:
    event = events(text)[0]
    assert event.place is not None
    assert event.place.name == name
    assert name not in [party.text for party in event.recipients]


def test_no_capital_stands_before_markets() -> None:
    assert events("Rioters stormed a bank in Lima that trades on British capital markets.")[0].place.name == "Lima"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["Spain granted asylum to a painter who had fled Caracas.", "Egypt and Qatar are mediating between Israel and Hamas."]
)
def test_where_somebody_fled_from_and_who_talks_are_no_scene(text: str) -> None:
    assert events(text)[0].place is None


def test_what_is_in_seven_provinces_is_in_no_town_of_another_sentence() -> None:
    told = events("Police shot a man in the town of Cotacachi. The president declared a state of emergency in seven provinces.")
    assert [event.place.name if event.place else None for event in told if event.type == "COERCE"] == [None]


def test_the_part_of_a_country_named_with_it_is_where() -> None:
    text = "Miners blocked roads across Ecuador, and one man was killed in clashes with soldiers in the town of Cotacachi."
    assert [event.place.name for event in events(text) if event.place and event.type == "ASSAULT"] == ["Cotacachi"]


def test_whose_parliament_it_is_says_less_than_the_dateline() -> None:
    told = events(
        "TBILISI, Georgia - Thousands rallied outside Georgia's parliament on Saturday.\nMasked men beat two journalists."
    )
    assert [event.place.name if event.place else None for event in told] == ["Tbilisi", "Tbilisi"]
