"""Who stands where no actor stands does not act."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded, events


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
        ("Fighting over smuggling routes to Venezuela has driven more than 8,000 people from their homes.", "COERCE", None),
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
        ("Gunmen on motorcycles stormed a school in Kebbi before dawn and abducted 25 girls, police said.", "ASSAULT", "Gunmen"),
        ("Two soldiers were killed by a roadside bomb near Sabha.", "ASSAULT", None),
        (
            "Two men were stabbed to death outside a bar early on Saturday and a third was seriously injured, police said.",
            "ASSAULT",
            None,
        ),
        ("Fans protested before kick-off, and police arrested two men.", "COERCE", "police"),
        ("Last year police evicted about 300 squatters from the mill.", "COERCE", "police"),
        ("Dockers walked out after talks with the operator collapsed on Monday.", "SANCTION", None),
        ("Angola offered to host peace talks, but Kinshasa refused to negotiate with terrorists.", "REJECT", "Kinshasa"),
        ("A similar attack killed a waiter in Porto.", "ASSAULT", None),
        ("A drone attack by rebels killed a waiter in Porto.", "ASSAULT", "rebels"),
        ("Officers with dogs arrested two men.", "COERCE", "Officers"),
        ("Norway and Sweden expelled two diplomats.", "SANCTION", "Norway Sweden"),
        ("Herders in northern Tanzania say rangers burned down more than 90 huts.", "ASSAULT", "rangers"),
        ("Peru said today it had expelled two Dutch diplomats.", "SANCTION", "Peru"),
        ("A teacher was taken away by police.", "COERCE", "police"),
        ("The group that killed nine nuns attacked a bus.", "ASSAULT", "group"),
        ("Fighters had overrun a base and taken 30 soldiers prisoner.", "COERCE", "Fighters"),
        ("Police in Lima shot women protesting the decision.", "PROTEST", "women"),
        ("Three died and nine were hurt when gunmen attacked.", "ASSAULT", "gunmen"),
        ("Nine civilians died and dozens more were hurt when a shell hit a market.", "ASSAULT", None),
        ("Warsaw is negotiating with Kyiv on quotas.", "CONSULT", "Warsaw"),
        ("On Monday 72 members of the party near the prison were rounded up.", "COERCE", None),
        ("Their jailed leader, Abel Moss, had urged them to disband.", "COERCE", None),
        ("Three dockers and a broker are in custody.", "COERCE", None),
        ("A convoy hit two mines on the road to Gao.", "ASSAULT", None),
        ("Reporters sat down at the ministry; nine were bundled into lorries.", "COERCE", None),
        ("In January alone there were 30 bombings.", "ASSAULT", None),
        ("Nine villagers died when a shell hit their car.", "ASSAULT", None),
        ("Protesters rallied on Monday over the arrest of a bishop.", "COERCE", None),
        ("The premier resigned after weeks of protests.", "PROTEST", None),
        ("Students rallied outside the embassy to protest against the killings.", "ASSAULT", None),
        ("Police beat demonstrators calling for the president to step down.", "REQUEST", "demonstrators"),
        ("Police arrested activists demanding the release of a nurse.", "REQUEST", "activists"),
        ("Police fired tear gas at protesters who blocked a motorway.", "PROTEST", "protesters"),
        ("Adam Ross, who met the king of Jordan in May, warned that Peru would impose sanctions.", "THREATEN", "Adam Ross"),
        ("Ratko Moss, who commanded the Serb troops, was jailed by a court.", "COERCE", "court"),
        ("Relations have soured since Peru closed its embassy in Quito.", "SANCTION", "Peru"),
        ('Lawmakers approved a bill on "foreign agents", defying weeks of protests.', "REJECT", "Lawmakers"),
        ("Who killed Ana Ruiz?", "ASSAULT", None),
        ("The WHO condemned the raid on the clinic.", "ACCUSE", "WHO"),
        ("Police dispersed job aspirants who were protesting outside the ministry.", "PROTEST", "job aspirants"),
        ("Members of a group of miners who blocked the road on Monday were arrested.", "PROTEST", "miners"),
        ("Two people were killed and several others wounded in the camp on Tuesday.", "ASSAULT", None),
        ("The European Union, which Poland joined in 2004, accused Peru of fraud.", "ACCUSE", "European Union"),
        ("The minister accused Peru of ignoring workers and condemned the raid.", "ACCUSE", "minister"),
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
        ("On Wednesday, truckers blocked roads; gendarmes beat them with batons, wounding eight.", "ASSAULT", "them"),
        ("Rebels clashed with soldiers near Sabha.", "ASSAULT", "soldiers"),
        ("The charity sent a surgical team and two tonnes of medicine.", "AID", None),
        ("The charity sent food to the refugees.", "AID", "refugees"),
        ("Peru recalled its ambassador from Chile.", "SANCTION", "Chile"),
        ("Villagers blocked the highway with stones near Quito.", "PROTEST", None),
        ("Police in Peru opened an inquiry.", "ACCUSE", None),
        ("The president appealed for an immediate end to the fighting.", "REQUEST", None),
        ("The premier welcomed Dutch help.", "SUPPORT", None),
        ("Peru and Chile denounced the raid.", "ACCUSE", None),
        ("Seventeen civilians died when a shell hit a market.", "ASSAULT", "civilians market"),
        ("The US ambassador, Lea Moss, condemned the raids.", "ACCUSE", None),
        ("Nine were bundled into lorries by police.", "COERCE", "Nine"),
        ("The nurse donated to the hospital.", "AID", "hospital"),
        ("Observers praised the vote as orderly and peaceful.", "SUPPORT", None),
        ("By midnight 94 people had been arrested.", "COERCE", "94 people"),
        ("China congratulated Bekele and promised new loans for a railway.", "SUPPORT", "Bekele"),
        ("Okoro denied the charges and his lawyers said they would appeal.", "REJECT", None),
        ("The government and the rebels agreed on Friday to extend a truce, mediators in Havana said.", "AGREE", "rebels"),
        ("Rebels attacked a base on Friday, residents of the camp told reporters.", "ASSAULT", "base"),
        ("The two sides signed a truce on Friday, according to diplomats in Geneva.", "AGREE", None),
        ("Teachers marched through Lima on Friday.", "PROTEST", None),
        ("The two armies agreed to let aid into the city of Sabha, Egyptian and Saudi mediators said.", "AGREE", None),
        ("Ratko Moss, who commanded the Serb troops, was jailed by a court.", "COERCE", "Ratko Moss"),
        ("A court overturned the conviction of a journalist jailed for libel.", "COERCE", "journalist"),
        ("Gunmen attacked a market in Nigeria's Zamfara state on Monday.", "ASSAULT", "market"),
        ("Kenya closed a mine, prompting a protest from students.", "PROTEST", None),
        ("Ratko Moss was convicted of genocide by a court in 2017.", "SANCTION", "Ratko Moss"),
        ("The minister demanded that Minsk hand over the man.", "REQUEST", "Minsk"),
        ("The union demanded Moss release the list.", "REQUEST", "Moss"),
        ("Police arrested Mr. Okoro on Monday.", "COERCE", "Mr. Okoro"),
        ("Police arrested Gen. Gerald B. Okoro on Monday.", "COERCE", "Gen. Gerald B. Okoro"),
        ("Access to the camp was blocked by soldiers on Monday.", "COERCE", "Access"),
        ("A teen was shot dead after entering the settlement and stabbing to death Lea Moss, a girl.", "AGREE", None),
        ("Students rallied outside the embassy to protest against the killings.", "ASSAULT", None),
        ("A court sentenced former mining minister Gerald Okoro to nine years in prison.", "COERCE", "Gerald Okoro"),
        ("The UN demanded the army withdraw from Bala.", "REQUEST", "army"),
        ("The envoy condemned Israel's attack on Rafah.", "ACCUSE", "Israel"),
        ("The army went on with attempts to force Hamas to free the hostages.", "RETREAT", "hostages"),
        ("Iran rejected Washington's demand.", "REJECT", "Washington"),
        ("The UN praised Peru's premier.", "SUPPORT", "Peru's premier"),
        ("The foreign ministers of the G7 will meet in Rome next week.", "CONSULT", None),
        ("The Taliban rejected a UN report that accused it of torturing detainees.", "REJECT", None),
        ("Peru accused them of jailing nuns.", "ACCUSE", "them"),
        ("The coup leaders dissolved the national assembly.", "ASSAULT", None),
        ("The rebels laid down their weapons at a ceremony in Sulaymaniyah.", "RETREAT", None),
        ("Police dispersed students who were protesting against the killings of nuns.", "PROTEST", None),
        ("Protesters demanded that the governor hand over the files.", "REQUEST", "governor"),
        ("The rebels handed over 22 soldiers to the Red Cross.", "RETREAT", "22 soldiers"),
        ("The president sacked his defence minister on Friday.", "SANCTION", "defence minister"),
        ("The premier rejected calls for her resignation.", "REJECT", None),
        ("Peru's army denied that its soldiers had fired at villagers.", "REJECT", None),
        ("The farmers fought one another with machetes over grazing land.", "ASSAULT", None),
        ("The opposition called a strike over the arrest of its leader, Amadou Ba.", "PROTEST", None),
        ("Thousands took to the streets of Lima on Saturday.", "PROTEST", None),
        ("The rebels agreed to a ceasefire brokered by Angola.", "AGREE", None),
        ("The navy sent a frigate to the Gulf of Oman.", "MOBILIZE", None),
        ("The two armies exchanged fire across the Line of Control.", "ASSAULT", None),
        ("A junta that took power in May shelled the port.", "ASSAULT", "port"),
        ("Luis Quispe, 61, who governed the city until 2022, was banned from the party.", "SANCTION", "Luis Quispe"),
        ("Police arrested the head of the militia, Tom Moss.", "COERCE", "head of the militia, Tom Moss"),
        ("Peru imposed a nationwide curfew.", "COERCE", None),
        ("The league called for Moyo's unconditional release.", "REQUEST", None),
        ("The league called for police to leave.", "REQUEST", "police"),
        ("Three traffickers, among them a former colonel, will stand trial in Lima.", "ACCUSE", "Three traffickers"),
        ("Shells hit a flat block overnight.", "ASSAULT", "flat block"),
    ],
)
def test_a_bystander_is_not_acted_on(text: str, kind: str, whom: str | None) -> None:
    found = [party.text for event in events(text) if event.type.value == kind for party in event.recipients]
    assert bool(found) == (whom is not None)
    assert all(whom and party.split()[-1] in whom for party in found)


def test_who_acts_does_not_suffer_it_as_a_pronoun_too() -> None:
    found = [
        event
        for event in events("The mayor of Lima denied the charges. His lawyer said he would appeal.")
        if event.type.value == "REQUEST"
    ]
    assert [([actor.text for actor in event.actors], event.recipients) for event in found] == [(["lawyer"], [])]


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


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Clashes between police and fans in Dhaka left nine people injured.", ["police"], ["fans", "nine people"]),
        ("Fighting between the army and rebels killed 12 people in Goma.", ["army"], ["12 people", "rebels"]),
        ("Talks between Israel and Hamas resumed in Cairo on Monday.", ["Israel"], ["Hamas"]),
    ],
)
def test_the_two_sides_of_what_is_between_them(text: str, who: list[str], whom: list[str]) -> None:
    (event,) = events(text)
    assert [party.text for party in event.actors] == who
    assert [party.text for party in event.recipients] == whom


def test_he_is_no_court() -> None:
    text = "A court in Lima sentenced former minister Walter Sule to nine years in prison. He denied the charges."
    (denial,) = [event for event in events(text) if event.type.value == "REJECT"]
    assert [actor.name for actor in denial.actors] == ["former minister Walter Sule"]


def test_it_may_be_a_court() -> None:
    text = "A court in Lima sentenced former minister Walter Sule to nine years in prison. It denied the claims."
    (denial,) = [event for event in events(text) if event.type.value == "REJECT"]
    assert [actor.name for actor in denial.actors] == ["court"]


def test_the_ruling_party_is_a_party() -> None:
    text = "The ruling National Party welcomed the verdict."
    assert [actor.text for event in events(text) if event.type.value == "SUPPORT" for actor in event.actors] == [
        "ruling National Party"
    ]


def test_a_verb_joined_by_and_shares_the_subject() -> None:
    told = events(
        "Gunmen on motorcycles stormed a boarding school in Nigeria's Kebbi state before dawn on Monday and abducted 25 girls."
    )
    assert [[actor.text for actor in event.actors] for event in told] == [["Gunmen"], ["Gunmen"]]


def test_a_passive_shares_nobody() -> None:
    told = events("Gunmen stormed a school on Monday and two girls were abducted.")
    assert [event.actors for event in told if event.mode == "abduct"] == [[]]


def test_a_rough_number_is_no_part_of_who() -> None:
    (event,) = events("More than 40 people were shot dead last year.")
    assert [party.text for party in event.recipients] == ["40 people"]


def test_what_was_done_last_week_was_done_to_the_subject() -> None:
    assert actors("The leader was caught in Dubai in March and extradited last week.", "COERCE") == []


def test_protest_says_why_of_a_strike() -> None:
    told = [event.type.value for event in events("Drivers stayed away from work in protest at a rise in fares.")]
    assert told == ["PROTEST"]


def test_what_is_asked_for_too_is_no_deed() -> None:
    text = "The monitor called for an inquiry and for the release of 14 elders."
    assert "RETREAT" not in {event.type.value for event in events(text)}


def test_who_claims_an_attack_made_it() -> None:
    (event,) = events("The city was in shock after the attack claimed by an Islamic State front.")
    assert ([actor.text for actor in event.actors], event.recipients) == (["Islamic State front"], [])
    (event,) = events("Militants killed nine in the attack claimed by al-Qaeda on Friday.")
    assert "al-Qaeda" not in [party.text for party in event.recipients]


def test_who_is_caught_off_guard_is_free() -> None:
    assert "COERCE" not in {event.type.value for event in events("The raid caught the suspects off guard.")}
    assert "COERCE" in {event.type.value for event in events("The raid ended when guards caught the suspects.")}


@pytest.mark.parametrize("told", ["Tram drivers went on strike in Brno on Monday.", "Nurses walked out in Leeds on Monday."])
def test_a_town_in_which_people_strike_suffers_nothing(told: str) -> None:
    (event,) = events(told)
    assert event.recipients == []
    assert event.place is not None


def test_who_does_something_in_the_next_clause_suffers_nothing_in_this() -> None:
    told = events("Railway workers sent 20,000 euros to the strike fund, while a group of shopkeepers accused the union of theft.")
    suffers = {event.type.value: [party.text for party in event.recipients] for event in told}
    assert suffers == {"AID": [], "ACCUSE": ["union"]}


def test_a_day_belongs_to_the_deed_that_is_nearest_to_it() -> None:
    found = events("Nine monks rallied on Friday, ten years after the massacre of nine villagers by rebels in July 1995.")
    assert {event.type.value: event.date.start for event in found if event.date}["ASSAULT"] == "1995-07-01"


def test_the_first_verb_s_subject_does_what_a_joined_verb_tells() -> None:
    text = "walked through the old harbour quarter on a cold Monday morning and took away eleven boxes of files."
    assert coded(f"Detectives {text}") == ["COERCE/seize"]
    assert coded(f"Removal men {text}") == []


def test_a_pronoun_does_what_the_subject_before_it_does() -> None:
    told = "turned up 400 kilos of cocaine in the cellar."
    assert [event.type.value for event in events(f"Gendarmes came to the farm at dawn. They {told}")] == ["COERCE"]
    assert events(f"Cleaners came to the farm at dawn. They {told}") == []


def test_what_people_are_handed_stands_behind_a_passive() -> None:
    assert coded("The villagers were handed blankets by the Red Cross.") == ["AID"]


def test_a_relative_clause_tells_of_whom_a_passive_verb_does() -> None:
    assert "COERCE/arrest" in coded("In Guayas two men who tried to hide a lorry with ballot boxes behind a barn were caught.")


def test_what_stands_in_the_gap_of_an_expression_stands_near_it() -> None:
    assert [told.split("/")[0] for told in coded("Germany expelled diplomats from 23 countries.")] == ["SANCTION"]
