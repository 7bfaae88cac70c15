import pytest

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


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("He named 14 comrades whom riot police dragged from the library.", "arrested", 14),
        ("Officers took away editor Marta Solis, photographer Ivan Reyes and four printers.", "arrested", 6),
        ("Pirates made off with eight of its crew on Monday.", "abducted", 8),
        ("Guards beat four refugee women with whips on Monday.", "injured", 4),
    ],
)
def test_those_who_are_taken_or_beaten_are_counted_by_their_name(text: str, kind: str, value: int) -> None:
    (event,) = events(text)
    assert {name.value: count.value for name, count in event.counts.items()} == {kind: value}


def test_the_dead_of_a_clause_before_are_not_those_of_what_followed() -> None:
    for event in events("Villagers set fire to a police station in Bihar after a man died in custody."):
        assert "dead" not in {kind.value for kind in event.counts}


def test_what_is_handed_over_is_counted_exactly() -> None:
    event = next(e for e in events("The rebels handed over 22 captured soldiers.") if e.counts)
    (count,) = event.counts.values()
    assert (count.value, count.low, count.approximate) == (22, None, False)


def test_one_number_counts_two_kinds_of_people_together() -> None:
    (event,) = events("The attackers also took away 22 women and children.")
    assert event.counts[CountKind.ABDUCTED].value == 22


def test_whom_a_volley_hurt_is_counted_with_it() -> None:
    (event,) = events("A coast guard ship fired water cannon at a supply boat, injuring three sailors.")
    assert (event.mode, event.counts[CountKind.INJURED].value) == ("crowd-control", 3)


def test_places_where_people_act_or_suffer_are_not_counted() -> None:
    for text in (
        "Nurses at three hospitals in Lima walked off the job on Wednesday.",
        "People in 20 villages were displaced by the fighting.",
    ):
        assert all(not event.counts for event in events(text))
