import pytest

from tests.tag.coding import events


def who(text: str) -> tuple[list[str], list[str]]:
    event = events(text)[0]
    return [party.text for party in event.actors], [party.text for party in event.recipients]


def test_active() -> None:
    assert who("Turkish police arrested two Syrian journalists in Izmir.") == (["Turkish police"], ["two Syrian journalists"])


def test_passive_turns_them_round() -> None:
    assert who("Two farmers were shot by masked gunmen.") == (["masked gunmen"], ["Two farmers"])


def test_a_passive_without_by_has_no_actor() -> None:
    assert who("Forty migrants were arrested near the border.") == ([], ["Forty migrants"])


def test_a_month_before_a_name_is_no_part_of_it() -> None:
    assert who("In January Mali expelled the French ambassador.") == (["Mali"], ["French ambassador"])
    assert who("April Jones attacked a guard.")[0] == ["April Jones"]


def test_a_relative_clause_takes_its_antecedent() -> None:
    assert who("The militants, who attacked the bus, wore masks.") == (["militants"], ["bus"])


def test_a_noun_takes_the_subject_of_its_light_verb() -> None:
    assert who("The army carried out an attack on the rebel camp.")[0] == ["army"]


def test_two_who_do_it_together_are_actor_and_recipient() -> None:
    assert who("India and Japan held talks in Delhi.") == (["India"], ["Japan"])


def test_of_several_who_do_it_together_the_first_acts() -> None:
    assert who("Niger, Chad and Mali held talks in Niamey.") == (["Niger"], ["Chad", "Mali"])


def test_countries_and_sectors() -> None:
    event = events("Turkish police arrested two Syrian journalists in Izmir.")[0]
    assert (event.actors[0].country, [sector.value for sector in event.actors[0].sectors]) == ("TUR", ["COP"])
    assert (event.recipients[0].country, [sector.value for sector in event.recipients[0].sectors]) == ("SYR", ["JRN"])


def test_a_pronoun_takes_the_name_of_the_subject_before() -> None:
    (event,) = events("President Amina Sule spoke for an hour. She condemned the rebels.")
    assert (event.actors[0].text, event.actors[0].name) == ("She", "President Amina Sule")


def test_a_dateline_is_no_actor() -> None:
    assert who("ADEN — An air strike destroyed a grain store on Tuesday, killing 14 people.")[0] == []


def test_nobody_is_nobody() -> None:
    assert events("Rebels shelled the town on Monday. Nobody was hurt in the town of Kano.")[-1].trigger.text == "shelled"


def test_those_joined_by_and_act_together() -> None:
    assert who("Soldiers, sailors and airmen attacked the rebel camp.")[0] == ["Soldiers", "sailors", "airmen"]


def test_the_subject_of_the_next_clause_is_not_in_the_list() -> None:
    assert who("Police arrested the editor and the mayor resigned.")[1] == ["editor"]


def test_a_noun_phrase_that_no_list_knows_can_be_acted_on() -> None:
    assert who("Two beekeepers were shot by masked gunmen.") == (["masked gunmen"], ["Two beekeepers"])


def test_what_cannot_be_spoken_to_is_no_recipient_of_words() -> None:
    assert all(not event.recipients for event in events("The minister condemned the weather on Monday."))


def test_the_one_that_is_possessed_acts() -> None:
    assert who("The miners' union condemned the government.")[0] == ["miners' union"]


def test_a_noun_before_the_head_belongs_to_it() -> None:
    assert who("Harbour guards beat two inmates.")[0] == ["Harbour guards"]


def test_we_are_those_who_speak() -> None:
    (event,) = events('"We condemn the minister," the fishermen said.')
    assert [(party.text, party.name) for party in event.actors] == [("We", "fishermen")]


def test_an_object_is_the_subject_of_the_sentence_before() -> None:
    event = events("President Amina Sule spoke for an hour. Police arrested her on Monday.")[0]
    assert [(party.text, party.name) for party in event.recipients] == [("her", "President Amina Sule")]


def test_a_subject_pronoun_gives_way_to_whom_its_sentence_names() -> None:
    assert who("President Amina Sule said she condemned the rebels.")[0] == ["President Amina Sule"]


def test_verbs_joined_by_and_share_their_subject() -> None:
    (event,) = events("Gunmen entered the village on Monday, killed two farmers and wounded five teachers.")
    assert [party.text for party in event.actors] == ["Gunmen"]
    assert [party.text for party in event.recipients] == ["two farmers", "five teachers"]


def test_what_kills_is_no_victim_of_the_next_verb() -> None:
    (event,) = events("A bomb killed five people and wounded twenty children in Kabul.")
    assert [party.text for party in event.recipients] == ["five people", "twenty children"]
    assert event.actors == []


def test_roles_that_turn_round_are_two_deeds() -> None:
    told = events("A teenager was shot dead after stabbing to death a girl near Hebron.")
    pairs = [([party.text for party in event.actors], [party.text for party in event.recipients]) for event in told]
    assert sorted(pairs) == [([], ["teenager"]), (["teenager"], ["girl"])]


def test_others_who_act_in_another_clause_do_another_deed() -> None:
    told = events("Nine people were wounded in the market; Adan was shot by a police officer.")
    pairs = [([party.text for party in event.actors], [party.text for party in event.recipients]) for event in told]
    assert sorted(pairs) == [([], ["Nine people"]), (["police officer"], ["Adan"])]


def test_weak_words_need_somebody_and_not_something() -> None:
    assert [event.type.value for event in events("The militants, who attacked the bus, fled into the hills.")] == ["ASSAULT"]


def test_an_apposition_belongs_to_the_party() -> None:
    (event,) = events("Anna Bell, the country's prosecutor general, condemned the rebels.")
    assert (event.actors[0].text, event.actors[0].name) == ("Anna Bell, the country's prosecutor general", "Anna Bell")
    assert [sector.value for sector in event.actors[0].sectors] == ["JUD"]


def test_a_list_is_no_apposition() -> None:
    assert who("Gunmen killed Anna Bell, two farmers and a nurse.")[1] == ["Anna Bell", "two farmers", "nurse"]


def test_two_who_met_are_two_sides() -> None:
    assert who("Dutch and Peruvian envoys met in Lima.") == (["Dutch"], ["Peruvian envoys"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Its secretary general, Alfonso Mabiala, rejected an offer of talks.", "Alfonso Mabiala"),
        ("Kenya's foreign minister, Musa Odera, condemned the raid.", "Musa Odera"),
        ("The mayor, Ana Bell, condemned the raid.", "Ana Bell"),
    ],
)
def test_an_office_is_named_by_whom_the_text_names_for_it(text: str, name: str) -> None:
    assert events(text)[0].actors[0].name == name


def test_units_that_are_sent_act() -> None:
    event = events("Riot police were deployed near the depot.")[0]
    assert ([party.name for party in event.actors], event.recipients) == (["Riot police"], [])


def test_the_place_of_a_meeting_is_not_met() -> None:
    event = next(
        event for event in events("Foreign ministers meeting in Brussels condemned the raid.") if event.type.value == "CONSULT"
    )
    assert event.recipients == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("NAIROBI, Wednesday - The National Assembly rejected the bill.", "National Assembly"),
        ("WASHINGTON - A U.S. drone strike killed a commander of the rebels.", "U.S."),
        ("WARSAW, June 18 (Agency) - Poland arrested nine spies.", "Poland"),
    ],
)
def test_nothing_before_the_dash_of_a_dateline_acts(text: str, actor: str) -> None:
    assert [party.text for party in events(text)[0].actors] == [actor]


def test_two_verbs_of_one_subject_with_an_object_each_tell_two_measures() -> None:
    found = events("Spanish officers raided eleven villas in Galicia and impounded four boats.")
    assert [event.trigger.text for event in sorted(found, key=lambda event: event.trigger.start)] == ["raided", "impounded"]


def test_the_object_of_a_verb_makes_no_deed_of_its_own() -> None:
    found = events("Arrieta accused the army of arming the killers and received death threats for it.")
    assert [event.type.value for event in found].count("THREATEN") == 1


def test_who_marches_against_an_arrest_made_none() -> None:
    arrest = next(event for event in events("Hundreds rallied against the jailing of bloggers.") if event.type.value == "COERCE")
    assert arrest.actors == []


def test_whom_a_relative_clause_names_before_its_subject_suffers() -> None:
    assert [event.type.value for event in events("He is a soldier whom the police had captured in Lima.")] == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Thousands of students marched through the city on Friday.", ["students"], []),
        ("The court froze the ministers' bank accounts on Monday.", ["court"], ["ministers"]),
        ("The two factions signed a deal to merge their armies in Juba on Friday.", ["two factions"], []),
        ("The activists were released on Thursday, a day after officers raided their offices.", [], ["activists"]),
        ("The Nigerian fishing village was attacked by gunmen on Tuesday.", ["gunmen"], ["Nigerian fishing village"]),
        ("Somali pirates released a Greek-owned tanker on Tuesday.", ["Somali pirates"], ["Greek-owned tanker"]),
        ("Troops deployed to the town on Sunday.", ["Troops"], ["town"]),
        ("Three men hurled grenades at soldiers deployed in the town.", ["Three men"], ["soldiers"]),
    ],
)
def test_who_acts_and_who_suffers(text: str, actors: list[str], recipients: list[str]) -> None:
    assert who(text) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Federal police took the clerk into custody in Lübeck.", ["Federal police"], ["clerk"]),
        ("Danish marines killed four suspects in an exchange of fire south of Bonny.", ["Danish marines"], ["four suspects"]),
        ("The ministry in Nairobi sent two companies of paramilitary officers to the area.", ["ministry"], []),
        ("SHO Anita Kumari said nine persons had been picked up.", [], ["nine persons"]),
        ("Police had no word of the politician Salim Baabad, whom the Houthis abducted.", ["Houthis"], ["politician Salim Baabad"]),
        ("He named 14 comrades whom riot police dragged from the library.", ["riot police"], ["14 comrades"]),
        (
            'Envoy Hanna Lind said that "even bitter foes keep their word", and urged both sides to talk.',
            ["Envoy Hanna Lind"],
            ["both sides"],
        ),
        ("The Ombudsman has since begun an inquiry into the deaths.", ["Ombudsman"], []),
        ("The prosecutor's office opened proceedings against two wardens.", ["prosecutor's office"], ["two wardens"]),
        ("The rector stepped down on Thursday, giving in to the main demand of students.", ["rector"], []),
        ("Fishermen blocked the site's jetty on Monday to press for compensation.", ["Fishermen"], ["site's jetty"]),
        ("Gunfire was heard in the centre of Bissau from about 04:00 local time.", [], []),
        ("He met the trade unionist Sergei Lim, who has been on hunger strike since August.", ["trade unionist Sergei Lim"], []),
        ("Among those arrested was the editor of the weekly.", [], ["editor"]),
        ("Guerrillas freed five soldiers in the Colombian department of Arauca on Monday.", ["Guerrillas"], ["five soldiers"]),
        ("At least 11 officers were hurt in the unrest in Lima on Friday.", [], ["11 officers"]),
        ("Shelling of the city's hospital by the army killed nine patients.", ["army"], ["nine patients", "city's hospital"]),
        ("The mission called for those behind it to be brought to justice.", ["mission"], []),
        ("Police ordered the squatters to leave by Monday.", ["Police"], ["squatters"]),
        ("In 2019 three people died when police opened fire on protesters.", ["police"], ["protesters", "three people"]),
        ("The union said its members would block the railway.", ["union"], []),
        ("ARRESTS – Corey Inman, 38, was arrested for theft.", [], ["Corey Inman"]),
        ("Doctors said men injured by gunfire had been brought in.", [], ["men"]),
    ],
)
def test_parties_where_others_stand_beside(text: str, actors: list[str], recipients: list[str]) -> None:
    event = next(event for event in events(text) if event.type.value != "CONSULT")
    assert [party.text for party in event.actors] == actors
    assert [party.text for party in event.recipients] == recipients


def test_nobody_acts_across_a_semicolon() -> None:
    assert who("Reyes was struck in the face with a rifle; his lawyer saw him on Saturday.") == ([], ["Reyes"])


def test_what_a_relative_clause_in_the_perfect_tells_is_a_deed_of_its_own() -> None:
    told = {
        event.trigger.text: [party.text for party in event.recipients]
        for event in events("The militia, which has fought the army since 2012, attacked the depot.")
    }
    assert told == {"fought": ["army"], "attacked": ["depot"]}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Detectives took a 19-year-old into custody on Wednesday.", ["Detectives"], ["19-year-old"]),
        ("A 16-year-old was arrested in Lyon on Friday.", [], ["16-year-old"]),
        ("The mission stepped up patrols with the Congolese army along the road.", ["mission"], []),
        ("The governor sent a battalion from Bor to Pibor on Monday.", ["governor"], ["Pibor"]),
        (
            "Labour minister Sule Dankwambo, who two weeks ago threatened to sack the strikers, apologised.",
            ["Labour minister Sule Dankwambo"],
            ["strikers"],
        ),
    ],
)
def test_persons_told_by_their_age_and_troops_of_ones_own(text: str, actors: list[str], recipients: list[str]) -> None:
    assert who(text) == (actors, recipients)


def test_who_is_praised_or_blamed_may_be_told_by_a_pronoun() -> None:
    def named(text: str) -> list[str]:
        return [party.name for party in events(text)[-1].recipients]

    assert named("Paolo Ferrante resigned on Monday. The premier praised his loyal service.") == ["Ferrante"]
    assert named("The rebels freed nine nuns. Aid groups welcomed their decision.") == ["rebels"]
    assert named("Paolo Ferrante was arrested on Monday. The embassy condemned his arrest.") == []
