from agents.tag.facts.names import ActorHit, find_actors
from agents.tag.facts.places import find_places
from schemas.event import ActorKind
from schemas.plover import Sector


def actors(text: str) -> dict[str, ActorHit]:
    return {hit.text: hit for hit in find_actors(text, find_places(text))}


def test_a_title_tells_country_and_sector_and_is_no_part_of_the_name():
    hit = actors("Kenyan President Daniel Mwangi met voters.")["Daniel Mwangi"]
    assert (hit.kind, hit.country, hit.sectors) == (ActorKind.PERSON, "KEN", (Sector.GOV,))


def test_what_stands_after_the_comma_tells_it_too():
    hit = actors("Maria Fernandez, a Chilean senator, spoke first.")["Maria Fernandez"]
    assert (hit.country, hit.sectors) == ("CHL", (Sector.LEG,))


def test_who_was_in_office_is_of_the_elite():
    assert actors("Former Peruvian minister Carlos Ortiz was freed.")["Carlos Ortiz"].sectors == (Sector.ELI,)


def test_a_surname_means_the_person_named_in_full_before():
    hits = find_actors("Peter Johnson resigned on Friday. Critics had accused Johnson of fraud.")
    assert [(hit.text, hit.name) for hit in hits] == [("Peter Johnson", "Peter Johnson"), ("Johnson", "Peter Johnson")]


def test_a_well_known_surname_needs_no_full_name():
    assert actors("Critics accused President Putin of delay.")["Putin"].name == "Vladimir Putin"


def test_well_known_organizations_have_their_country_and_sectors():
    found = actors("Human Rights Watch and the Taliban traded accusations before the U.N. Security Council.")
    assert (found["Human Rights Watch"].country, found["Human Rights Watch"].sectors) == ("NGO", (Sector.SOC,))
    assert (found["Taliban"].kind, found["Taliban"].country) == (ActorKind.GROUP, "AFG")
    assert found["U.N. Security Council"].country == "UNO"


def test_an_acronym_must_be_written_as_one():
    assert actors("Nobody knows who is responsible. It is late.") == {}


def test_words_of_a_name_tell_what_it_is():
    found = actors("The Turkish Defence Ministry praised Anadolu Holdings Inc. on Monday.")
    ministry = next(hit for text, hit in found.items() if "Ministry" in text)
    assert (ministry.kind, ministry.country) == (ActorKind.GOVERNMENT, "TUR")


def test_a_nationality_alone_is_no_actor():
    assert "Russian" not in actors("The Russian economy grew.")


def test_an_acronym_of_two_is_the_one_whose_country_or_full_name_the_text_has():
    def named(text: str) -> str:
        return next(hit.name for hit in find_actors(text, find_places(text)) if hit.text == "RSF")

    assert named("The RSF shelled a hospital in El Fasher, Sudan.") == "Rapid Support Forces"
    assert named("RSF said nine editors were held.") == "Reporters Without Borders"
    assert named("Reporters Without Borders wrote from Sudan. RSF said nine editors were held.") == "Reporters Without Borders"
