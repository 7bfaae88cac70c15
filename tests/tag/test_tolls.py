from schemas.event import CountKind
from schemas.plover import EventType
from tests.tag.coding import events


def test_one_person_told_without_a_number_is_one():
    (event,) = events("Gunmen shot dead a teacher in Nairobi on Monday.")
    assert event.counts[CountKind.DEAD].value == 1


def test_a_number_wins_over_one_person_told_again():
    (event,) = events("Gunmen killed nine villagers near Gulu on Monday.\nThe gunmen killed the driver last.")
    assert event.counts[CountKind.DEAD].value == 9


def test_marchers_are_counted_by_the_number_in_their_name():
    (event,) = events("Some 200 villagers blocked a highway in Lima on Monday to demand water.")
    count = event.counts[CountKind.PARTICIPANTS]
    assert (count.value, count.approximate) == (200, True)


def test_what_a_sentence_tells_of_the_dead_alone_belongs_to_the_attack_before():
    found = events("Militants attacked a convoy near Gao on Monday.\nThe weather was bad. Seven were in the first car.")
    assert all(CountKind.DEAD not in event.counts for event in found)
    (event, *_) = events("Militants attacked a convoy near Gao on Monday. The toll was 7.")
    assert event.type is EventType.ASSAULT
    assert event.counts[CountKind.DEAD].value == 7
