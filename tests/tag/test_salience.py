from tests.tag.coding import events


def test_of_several_sentences_violence_is_what_they_are_about() -> None:
    found = events("The council met the mayor on Monday. Gunmen had killed nine people in the market.")
    assert [event.type.value for event in found] == ["ASSAULT", "CONSULT"]


def test_the_first_clause_tells_before_the_one_that_follows_it() -> None:
    found = events("The army lifted a curfew in the north, where villagers had blocked two roads.")
    assert [event.type.value for event in found] == ["CONCEDE", "PROTEST"]
