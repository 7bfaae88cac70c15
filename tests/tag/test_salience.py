from tests.tag.coding import events


def test_of_several_sentences_violence_is_what_they_are_about() -> None:
    found = events("The council met the mayor on Monday. Gunmen had killed nine people in the market.")
    assert [event.type.value for event in found] == ["ASSAULT", "CONSULT"]
