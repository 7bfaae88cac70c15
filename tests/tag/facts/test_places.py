import pytest

from agents.tag.facts.places import PlaceKind, distance_before, find_places


def named(text: str, **hints: str) -> list[tuple[str, int]]:
    return [(hit.text, hit.geonames_id) for hit in find_places(text, **hints)]


def test_a_city_and_a_country_are_found_with_their_ids():
    text = "Fighting broke out near Kharkiv on Monday, officials in Ukraine said."
    assert named(text) == [("Kharkiv", 706483), ("Ukraine", 690791)]


def test_spans_are_code_points_of_the_text():
    text = "🕊 Peace talks opened in Addis Ababa."
    (hit,) = find_places(text)
    assert text[hit.start : hit.end] == hit.text == "Addis Ababa"


def test_an_adjective_of_nationality_is_a_mention_of_its_country():
    (hit,) = find_places("A Kenyan official resigned.")
    assert (hit.text, hit.kind, hit.geonames_id) == ("Kenyan", PlaceKind.DEMONYM, 192950)


def test_the_state_after_a_city_decides_between_namesakes():
    assert named("Officers were called to a farm near Paris, Texas.") == [("Paris", 4717560), ("Texas", 4736286)]
    assert named("The minister flew to Paris.") == [("Paris", 2988507)]


def test_a_later_mention_of_a_name_means_the_same_place():
    text = "The fair opens in Paris, Texas. Visitors are expected in Paris all week."
    assert [gid for name, gid in named(text) if name == "Paris"] == [4717560, 4717560]


def test_the_documents_states_decide_where_no_state_follows():
    text = (
        "Schools in Dallas and Fort Worth closed. In Houston and Austin, Texas, they stayed open. A man from Athens drove to Tyler."
    )
    assert dict(named(text))["Athens"] == 4671545


def test_a_country_spoken_of_once_decides_against_the_place_that_news_means_first():
    assert named("In Valencia the river rose. Venezuela's president flew to the city.")[0] == ("Valencia", 3625549)
    assert named("In Valencia the river rose.") == [("Valencia", 2509954)]


def test_counties_in_a_list_are_counties():
    text = "Storms damaged barns in Barrow, Jackson and Madison counties in Georgia."
    assert {gid for _, gid in named(text)} >= {4181182, 4202453, 4207451}


def test_a_person_named_like_a_place_is_none():
    assert named("Paris Hilton smiled. Mr. Jordan met Chelsea Houston, a singer.") == []


def test_abbreviations_need_their_capitals_and_keep_their_stops():
    assert named("He moved to the U.S. in May.") == [("U.S.", 6252001)]
    assert named("Tell us in writing, or not at all.") == []


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("de", "Der Zug nach München hatte Verspätung.", 2867714),
        ("es", "La marcha empezó en Bogotá.", 3688689),
        ("fr", "Il habite à Genève.", 2660646),
    ],
)
def test_places_keep_their_own_names_in_other_languages(language: str, text: str, city: int):
    assert city in [gid for _, gid in named(text, language=language)]


def test_a_distance_belongs_to_the_place_after_it():
    text = "The camp lies 60 kilometers from Nairobi, about 20 miles north of Thika."
    nairobi, thika = find_places(text)[:2]
    assert distance_before(text, nairobi) == 60.0
    assert distance_before(text, thika) == pytest.approx(32.2)


def test_a_place_without_a_distance_has_none():
    text = "The bus left Nairobi at noon."
    assert distance_before(text, find_places(text)[0]) is None


def test_no_place_is_looked_for_inside_a_given_name():
    text = "Reporters of the Boston Courier met in Lima."
    assert [hit.text for hit in find_places(text, names=[(17, 31)])] == ["Lima"]


def test_what_holds_a_place_is_stronger_than_all_its_other_surroundings():
    text = "The firm has flats in Louisville, Kentucky, Lexington, Kentucky, Frankfort, Kentucky, and Richmond, Virginia."
    assert ("Richmond", 4781708) in named(text)


def test_the_white_house_is_no_town():
    assert named("A spokesman spoke at the White House on Monday of talks in Lima.") == [("Lima", 3936456)]


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Eastern Europe", 7729884),
        ("West Africa", 7729885),
        ("the Sahel", 2425938),
        ("Southeast Asia", 7729896),
        ("the Persian Gulf", 235616),
        ("Siberia", 2016590),
        ("Nagorno-Karabakh", 409432),
        ("Lancashire", 2644974),
    ],
)
def test_parts_of_the_world_seas_and_counties_are_places(name: str, geonames_id: int):
    assert named(f"Three people were killed in {name} on Monday.") == [(name.removeprefix("the "), geonames_id)]


def test_an_adjective_of_a_part_of_the_world_is_a_mention_of_it():
    (hit,) = find_places("Latin American leaders met for two days.")
    assert (hit.text, hit.kind, hit.geonames_id) == ("Latin American", PlaceKind.DEMONYM, 7730009)


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Odessa", 698740),
        ("Tripoli", 2210247),
        ("Athens", 264371),
        ("Barcelona", 3128760),
        ("St. Petersburg", 498817),
        ("Rafah", 281102),
        ("Jenin", 283506),
        ("Kobani", 172256),
        ("Derna", 87205),
    ],
)
def test_where_nothing_decides_between_namesakes_the_one_that_news_means_is_meant(name: str, geonames_id: int):
    assert named(f"Police clashed with protesters in {name} on Monday.") == [(name, geonames_id)]


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Hodeidah", 79415),
        ("Qamishli", 173377),
        ("Deir ez-Zor", 170794),
        ("Sana'a", 71137),
        ("Cox's Bazar", 1336134),
        ("Mazar-i-Sharif", 1133616),
        ("Kiev", 703448),
        ("Rangoon", 1298824),
        ("Chernobyl", 710403),
    ],
)
def test_names_are_found_as_news_spells_them(name: str, geonames_id: int):
    assert named(f"Three people were killed in {name} on Monday.") == [(name, geonames_id)]


@pytest.mark.parametrize("name", ["South China Sea", "Taiwan Strait", "France 24 studio"])
def test_what_is_only_named_after_a_country_does_not_lie_in_it(name: str):
    assert named(f"The crew was filmed in the {name} on Monday.") == []


def test_a_state_that_news_calls_by_its_bare_name_is_found_and_its_town_before_it():
    assert named("Gunmen killed three people in Borno on Monday.") == [("Borno", 2346794)]
    assert named("Bandits killed two drovers near Sokoto on the night of March 3.") == [("Sokoto", 2322911)]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling hit {} overnight, wounding nine.",
        "Troops shelled {} and nearby villages.",
        "{} residents said soldiers had burned houses.",
        "Thousands marched through {} to demand higher wages.",
    ],
)
@pytest.mark.parametrize("name", ["Koszalin", "Skien", "Netrakona", "Dunkirk"])
def test_a_town_is_known_by_what_is_done_to_it(text: str, name: str):
    assert [found for found, _ in named(text.format(name))] == [name]


@pytest.mark.parametrize(
    "text", ["Police arrested {} on Monday.", "{} told reporters that he would resign.", "The minister met {} on Tuesday."]
)
@pytest.mark.parametrize("name", ["Koszalin", "Skien", "Netrakona"])
def test_a_person_may_be_called_like_a_town(text: str, name: str):
    assert named(text.format(name)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen attacked a market in South Darfur.", ("South Darfur", 408660)),
        ("A feud began in the Egyptian governorate of North Sinai.", ("North Sinai", 349401)),
        ("Clashes in the city of Sohag spread through Sohag governorate.", ("Sohag", 347794)),
        ("Clashes in the city of Sohag spread through Sohag governorate.", ("Sohag", 347796)),
        ("Migrants crossed Panama's Darien province.", ("Darien", 3711671)),
    ],
)
def test_regions_are_known_and_told_from_towns_of_their_name(text: str, found: tuple[str, int]):
    assert found in named(text)


@pytest.mark.parametrize("text", ["A court in Venezuela's Barcelona freed him.", "The Venezuelan port of Barcelona was hit."])
def test_a_country_before_a_place_holds_it(text: str):
    assert named(text)[-1] == ("Barcelona", 3648559)


def test_a_noun_that_begins_the_name_of_a_stretch_of_land_is_no_town():
    assert named("Rents have doubled across the Bay Area since May.") == []


def test_a_longer_name_that_no_entry_has_is_not_its_beginning() -> None:
    assert named("Bus drivers struck in San Juan de Lurigancho.") == []
