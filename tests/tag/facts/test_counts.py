import pytest

from agents.tag.facts.counts import find_counts
from agents.tag.facts.numbers import find_numbers, number_of


def counts(text: str) -> list[tuple[str, str, int, str]]:
    return [(hit.text, hit.kind.value, hit.value, text[hit.bound_start : hit.bound_end]) for hit in find_counts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Around 40 migrants were arrested.", [("Around 40 migrants", "arrested", 40, "arrested")]),
        (
            "At least 12 people were killed and 30 wounded.",
            [("At least 12 people", "dead", 12, "killed"), ("30", "injured", 30, "wounded")],
        ),
        (
            "The blast killed two soldiers and injured five others.",
            [("two soldiers", "dead", 2, "killed"), ("five", "injured", 5, "injured")],
        ),
        ("Nuns, two of them Dutch, were abducted.", []),
        ("Police rounded up 1,500 people.", [("1,500 people", "arrested", 1500, "rounded")]),
        ("The raids claimed 130 lives.", [("130 lives", "dead", 130, "claimed")]),
        ("Eleven oil workers were snatched from a camp.", [("Eleven oil workers", "abducted", 11, "snatched")]),
        ("Some 9,000 doctors walked off the job.", [("Some 9,000 doctors", "participants", 9000, "walked")]),
        ("Dozens injured in bus crash", [("Dozens", "injured", 24, "injured")]),
        ("Nearly 500 people have been ordered to be expelled.", [("Nearly 500 people", "deported", 500, "expelled")]),
        ("In 2019 three people were killed.", [("three people", "dead", 3, "killed")]),
        ("In 2019 and three years on nobody was killed.", []),
        ("Two police officers were shot dead.", [("Two police officers", "dead", 2, "dead")]),
        ("More than 10,000 villagers were displaced.", [("More than 10,000 villagers", "displaced", 10_000, "displaced")]),
        ("Gunmen abducted 15 students.", [("15 students", "abducted", 15, "abducted")]),
        ("Three hikers are still missing.", [("Three hikers", "missing", 3, "missing")]),
        ("Some 2,000 protesters gathered in the square.", [("Some 2,000 protesters", "participants", 2_000, "gathered")]),
        ("The death toll rose to 45.", [("45", "dead", 45, "death toll")]),
        ("Soldiers shot dead 11 protesters.", [("11 protesters", "dead", 11, "dead")]),
        ("Eight people lost their lives.", [("Eight people", "dead", 8, "lives")]),
        ("A total of 85 people were taken into custody.", [("85 people", "arrested", 85, "custody")]),
        ("Some 50,000 people took to the streets.", [("Some 50,000 people", "participants", 50_000, "streets")]),
        ("Police detained 15 men during the rally.", [("15 men", "arrested", 15, "detained")]),
        ("Police announced the arrest of 20 men.", [("20 men", "arrested", 20, "arrest")]),
    ],
)
def test_a_number_is_bound_to_the_word_that_says_what_it_counts(text: str, found: list[tuple[str, str, int, str]]):
    assert counts(text) == found


def test_the_subject_of_a_killing_is_not_its_victims():
    assert counts("40 gunmen killed the mayor.") == [("the mayor", "dead", 1, "killed")]
    assert counts("A gunman killed Ana Diaz.") == []


def test_numbers_of_one_verb_are_added():
    assert counts("Twelve soldiers and three civilians were killed.") == [
        ("Twelve soldiers and three civilians", "dead", 15, "killed")
    ]


def test_one_more_is_added():
    assert counts("Two police officers and a passer-by were killed.") == [
        ("Two police officers and a passer-by", "dead", 3, "killed")
    ]
    assert counts("Two officers arrived and a man was killed.") == [("a man", "dead", 1, "killed")]


def test_numbers_of_one_object_are_added():
    assert counts("They abducted sixteen pupils and two teachers from a school.") == [
        ("sixteen pupils and two teachers", "abducted", 18, "abducted")
    ]
    assert counts("They killed nine soldiers and two officers fired back.")[0][2] == 9
    assert counts("They killed nine soldiers and two cows.")[0][2] == 9


def test_who_flees_is_displaced_from_what_is_fled():
    assert counts("Up to 400 people fled their homes.") == [("Up to 400 people", "displaced", 400, "fled")]


def test_nobody_is_not_one():
    assert counts("No one was injured.") == []


def test_a_part_named_between_commas_is_not_the_whole():
    assert counts("Police said 21 people, including three children, were killed.") == [("21 people", "dead", 21, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested 3 days ago.",
        "Two rockets were fired.",
        "In 2019 he was killed.",
        "A 25-year-old man spoke.",
        "He paid $40.",
    ],
)
def test_other_numbers_count_nobody(text: str):
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "approximate"),
    [
        ("at least 12", 12, 12, None, True),
        ("up to 300", 300, None, 300, True),
        ("10 to 15", 12, 10, 15, True),
        ("between 10 and 20", 15, 10, 20, True),
        ("dozens", 24, 24, 99, True),
        ("at least a dozen", 12, 12, None, True),
        ("a hundred", 100, None, None, True),
        ("twenty-three", 23, None, None, False),
        ("about 2.5 million", 2_500_000, None, None, True),
    ],
)
def test_bounds_of_numbers(text: str, value: int, low: int | None, high: int | None, approximate: bool):
    (hit,) = find_numbers(text)
    assert hit[2:] == (value, low, high, approximate)


def test_words_for_numbers():
    assert [number_of(text) for text in ("two hundred and five", "3 thousand", "1,200", "several")] == [205, 3000, 1200, None]


@pytest.mark.parametrize(
    "text",
    [
        "Mario Quispe, 61, was arrested.",
        "Ana Diaz (44) was injured.",
        "Police arrested men aged 21 and 34.",
        "A 34-year-old was arrested.",
        "A man who is 51 years old was killed.",
    ],
)
def test_an_age_counts_nobody(text: str):
    assert counts(text) == []


def test_a_number_after_a_place_counts():
    assert counts("In Lima, 61 were arrested.") == [("61", "arrested", 61, "arrested")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police gunned down three militants.", 3),
        ("They arrested its crew of five.", 5),
        ("Police hauled away nine of them.", 9),
    ],
)
def test_words_between_a_verb_and_its_number(text: str, value: int) -> None:
    assert [hit.value for hit in find_counts(text)] == [value]
