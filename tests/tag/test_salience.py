from tests.tag.coding import events


def test_of_several_sentences_violence_is_what_they_are_about() -> None:
    found = events("The council met the mayor on Monday. Gunmen had killed nine people in the market.")
    assert [event.type.value for event in found] == ["ASSAULT", "CONSULT"]


def test_the_first_clause_tells_before_the_one_that_follows_it() -> None:
    found = events("The army lifted a curfew in the north, where villagers had blocked two roads.")
    assert [event.type.value for event in found] == ["CONCEDE", "PROTEST"]


def test_what_an_article_begins_with_comes_before_the_violence_it_ends_with() -> None:
    between = (
        "The weather was warm. Families waited at the gate. A band played. Children sang. Lunch was served. Buses came later. "
    )
    found = events(f"The court sentenced the general to nine years in prison on Monday. {between}Rebels killed two guards in May.")
    assert [event.type.value for event in found] == ["COERCE", "ASSAULT"]
