"""The names of months and weekdays are those of the CLDR that babel holds."""

import pytest

from agents.clean.cldr import load_names, months, weekdays
from ops.cldr import names


def test_the_file_is_what_babel_says() -> None:
    assert load_names() == names(), "run python -m ops.cldr"


@pytest.mark.parametrize(
    ("language", "name", "number"),
    [("de", "jänner", 1), ("en", "sept", 9), ("no", "mai", 5), ("iw", "מרץ", 3), ("cy", "yanvar", None), ("xx", "mai", None)],
)
def test_months_go_by_language(language: str, name: str, number: int | None) -> None:
    assert months(language).get(name) == number


def test_weekdays_go_from_monday_on() -> None:
    assert weekdays("de")[0][:2] == ["Montag", "Dienstag"]
    assert weekdays("en")[1][-1] == "Sun"
    assert weekdays("xx") == ()
