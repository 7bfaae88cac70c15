import pytest

from agents.tag.document import read
from agents.tag.parts import MAIN, part_of
from tests.tag.coding import events


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("The minister refused to reopen the talks that broke down in Lima on Friday.", "Friday", "that"),
        ("Peru closed its border after a mine killed two guards.", "killed", "after"),
        ("He fled on Monday after troops shot his brother.", "shot", "after"),
        ("The junta, which took power in May, cut ties with France.", "took", "which"),
        ("After police raided his house on Monday, he fled to Peru.", "Monday", "after"),
        ("After police raided his house on Monday, he fled to Peru.", "fled", None),
        ("The junta, which took power in May, cut ties with France.", "cut", None),
        ("Gunmen raided a village before dawn on Sunday, killing nine.", "Sunday", None),
        ("The minister resigned hours after police raided his house.", "raided", None),
        ("Nine were hurt when gunmen attacked a bar on Sunday.", "Sunday", None),
    ],
)
def test_parts(text: str, word: str, opens: str | None) -> None:
    (sentence,) = read(text).sentences
    part = part_of(sentence, sentence.words.index(word.lower()))
    assert (None if part == MAIN else sentence.words[part]) == opens


def dates(text: str) -> dict[str, str | None]:
    return {event.type.value: event.date.start if event.date else None for event in events(text)}


def test_the_day_of_another_part_is_not_the_event_s() -> None:
    assert dates("The minister refused to reopen the mine that rebels seized in Lima on Friday.")["REJECT"] is None
    told = dates("Truckers lifted a blockade on Wednesday after police arrested two of them.")
    assert told["COERCE"] is None
    assert dates("The party that condemned the raid in May expelled a deputy on Monday.")["SANCTION"] == "2031-03-10"


def test_the_day_of_a_protest_is_not_that_of_what_it_is_over() -> None:
    told = dates("Students marched through Lima on Friday over the arrest of a monk.")
    assert told == {"PROTEST": "2031-03-07", "COERCE": None}


def test_a_day_that_is_still_to_come_was_in_the_year_before() -> None:
    assert dates("The raid of Oct. 7 killed nine nuns.")["ASSAULT"] == "2030-10-07"
    assert dates("Police will arrest him on 7 May.").get("COERCE") in (None, "2031-05-07")


def test_what_an_inquiry_is_into_has_its_own_day_place_and_parties() -> None:
    text = (
        "Police in Odesa arrested 14 dockers on Tuesday. The minister met union leaders in Kyiv on Wednesday and promised an "
        "inquiry into the arrests."
    )
    (arrest,) = [event for event in events(text) if event.type.value == "COERCE"]
    assert arrest.place is not None
    assert arrest.date is not None
    assert (arrest.place.name, arrest.date.start) == ("Odesa", "2031-03-11")
    assert [party.text for party in (*arrest.actors, *arrest.recipients)] == ["Police", "14 dockers"]
    (arrest,) = [event for event in events("The minister promised an inquiry into the arrests.") if event.type.value == "COERCE"]
    assert (arrest.actors, arrest.recipients) == ([], [])


def test_what_a_rally_marks_has_its_own_year_and_dead() -> None:
    text = "Students threw petrol bombs at guards during a rally to mark the 2008 killing of a teenager."
    threw, killing = [event for event in events(text) if event.type.value == "ASSAULT"]
    assert (threw.date, threw.counts) == (None, {})
    assert killing.date is not None
    assert killing.date.start == "2008-01-01"
    assert [party.text for party in killing.recipients] == ["teenager"]


def test_a_day_in_a_clause_about_what_was_earlier_is_nobody_else_s() -> None:
    told = dates("The raid came a day after envoys urged rebels to return to talks, which broke down in May.")
    assert told["ASSAULT"] is None
