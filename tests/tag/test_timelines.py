from tests.tag.coding import events


def test_the_day_that_opens_a_line_holds_for_all_that_it_tells():
    text = "2 March: Gunmen attacked a market in Gao. Police arrested nine men in Mopti.\n9 March: Nothing happened."
    assert {event.type.value: event.date.start for event in events(text) if event.date} == {
        "ASSAULT": "2031-03-02",
        "COERCE": "2031-03-02",
    }


def test_a_day_that_opens_a_sentence_is_that_sentences_own():
    text = "On 2 March gunmen attacked a market in Gao. Police arrested nine men in Mopti."
    (arrest,) = [event for event in events(text) if event.type.value == "COERCE"]
    assert arrest.date is None
