import pytest

from tests.tag.coding import events


def days(text: str) -> dict[str, str | None]:
    return {event.trigger.text: event.date.start if event.date else None for event in events(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The activists were released on Thursday, a day after officers raided their offices in Kampala.",
            {"released": "2031-03-06", "raided": "2031-03-05"},
        ),
        (
            "A day after officers raided their offices in Kampala, the activists were released on Thursday.",
            {"released": "2031-03-06", "raided": "2031-03-05"},
        ),
        (
            "Police arrested the mayor on Monday, two days before protesters stormed the town hall.",
            {"arrested": "2031-03-10", "stormed": "2031-03-12"},
        ),
        (
            "The reporter was arrested three weeks after gunmen shot dead her editor on 2 February 2031.",
            {"arrested": "2031-02-17", "shot dead": "2031-02-02"},
        ),
    ],
)
def test_one_day_tells_the_other(text: str, expected: dict[str, str]) -> None:
    assert days(text) == expected


def test_after_some_time_no_day_is_certain() -> None:
    assert days("Weeks after gunmen attacked the market on Sunday, police arrested nine men.") == {
        "attacked": "2031-03-09",
        "arrested": None,
    }
    assert days("Police arrested nine men more than two weeks after gunmen attacked the market on 2 February.")["arrested"] is None


def test_how_long_something_goes_on_parts_nothing() -> None:
    text = "Gunmen killed nine guards on Monday in the worst raid in two years after talks failed."
    assert days(text)["killed"] == "2031-03-10"


def test_a_day_of_its_own_holds() -> None:
    text = "In February 2031, days after gunmen attacked the market, police arrested nine men."
    assert days(text) == {"attacked": None, "arrested": "2031-02-01"}


def test_a_day_in_a_relative_clause_is_that_clauses_own() -> None:
    text = "The party, whose leader was jailed in May, accused the court of bias."
    assert days(text) == {"jailed": "2030-05-01", "accused": None}


@pytest.mark.parametrize(
    "text",
    [
        "The union threatened to walk out by Thursday.",
        "The union said it would begin a strike by Thursday.",
        "The rebels gave them until Thursday to leave.",
        "The EU demanded an answer by Thursday.",
    ],
)
def test_a_deadline_is_not_the_day_of_what_is_said(text: str) -> None:
    assert set(days(text).values()) == {None}


def test_what_has_been_done_since_a_day_goes_on_to_this_one() -> None:
    def spans(text: str) -> list[tuple[str, str] | None]:
        return [(event.date.start, event.date.end) if event.date else None for event in events(text)]

    assert spans("Peru has expelled 800 traders since 2029.") == [("2029-01-01", "2031-03-12")]
    assert spans("Peru freed a preacher on Monday who had been ill since 2029.") == [("2031-03-10", "2031-03-10")]
    assert spans("Peru has eased a rule in force since 2029.") == [("2029-01-01", "2031-03-12")]
    assert spans("Peru eased a curfew in force since 2029.") == [None]


def test_the_day_of_what_only_says_who_is_not_that_of_the_verb() -> None:
    told = days("Two editors detained in Lima on 2 February 2031 were released, their paper said.")
    assert told == {"detained": "2031-02-02", "released": None}


def test_the_year_of_a_charge_is_not_that_of_the_trial() -> None:
    told = days("Peru extradited a man wanted for killing a deputy in 2008.")
    assert told["extradited"] is None
