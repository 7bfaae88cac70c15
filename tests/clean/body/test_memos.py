"""A page could make its names as long as it likes: what is remembered of them must not fill the memory."""

from agents.clean.body.names import REMEMBERED, NameScores
from tests.clean.samples import outline_of


def test_long_names_are_scored_and_not_remembered():
    scores = NameScores({".story": (1.0, 0.0, 0.0, 0.0)})
    long = "story " + "x" * REMEMBERED
    found = scores(outline_of(f'<body><div class="story">One.</div><div class="{long}">Two.</div></body>'))
    assert [own for own, *_ in found.weights].count(1.0) == 2
    remembered = [*scores._known._of_name, *(names for _, names in scores._known)]
    assert remembered
    assert all(len(names) <= REMEMBERED for names in remembered)
