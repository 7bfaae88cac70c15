import pytest

from agents.tag.facts.counts import find_counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A farmer was killed in the blast.", [("A farmer", "dead", 1)]),
        ("The shell hit a bus, killing the driver.", [("the driver", "dead", 1)]),
        ("Police arrested a rancher's son.", [("a rancher's son", "arrested", 1)]),
        ("A nurse at the clinic was abducted.", [("A nurse", "abducted", 1)]),
        ("A 34-year-old woman was stabbed to death.", [("A 34-year-old woman", "dead", 1)]),
        ("An elderly man was burned alive.", [("An elderly man", "dead", 1)]),
        ("A woman, 52, was injured.", [("A woman", "injured", 1)]),
        ("The clerk died in hospital.", [("The clerk", "dead", 1)]),
        ("A caretaker suffered burns to his hands.", [("A caretaker", "injured", 1)]),
        ("A teenager was rushed to hospital.", [("A teenager", "injured", 1)]),
        ("A mother was beaten by guards.", [("A mother", "injured", 1)]),
    ],
)
def test_one_person_counts_without_a_number(text: str, found: list[tuple[str, str, int]]):
    hits = find_counts(text)
    assert [(hit.text, hit.kind.value, hit.value) for hit in hits] == found
    assert all(hit.single for hit in hits)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Officers arrested a man and his brother.", 2),
        ("A nurse and her husband were taken hostage.", 2),
        ("A soldier and four bandits were killed.", 5),
        ("A mother and her two children were killed.", 3),
        ("The raid killed a fighter, his wife and their son.", 3),
        ("Twelve soldiers and a child were killed.", 13),
    ],
)
def test_persons_of_one_list_are_added(text: str, value: int):
    assert [hit.value for hit in find_counts(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed Ana Diaz.",
        "A police officer said the men were arrested.",
        "No woman was killed.",
        "His wife fled after the attack.",
        "Five officers guarding a minister stood by.",
    ],
)
def test_who_does_not_suffer_is_not_counted(text: str):
    assert find_counts(text) == []


def test_a_number_is_not_kept_from_its_verb_by_one_person():
    (hit,) = find_counts("Five officers guarding a minister were killed.")
    assert (hit.text, hit.value) == ("Five officers", 5)


def test_a_clock_time_counts_nobody():
    assert find_counts("08:10 Protesters are gathering.") == []


def test_the_time_of_a_day_and_how_many_they_number():
    (hit,) = find_counts("The protesters, numbering around 150, left.")
    assert (hit.kind.value, hit.value) == ("participants", 150)
