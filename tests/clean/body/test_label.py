"""The alignment that turns a gold text into labels of blocks."""

from __future__ import annotations

from ops.training.clean.label import label

GOLD = "The pier stays shut. Read more about it below. Workers found cracks in four of the nine posts on Monday morning."


def test_blocks_are_labelled_by_their_share_of_the_gold() -> None:
    half = "Workers found cracks in four of the nine posts, and then they went to have a long lunch somewhere."
    shares, words = label(["Menu", "The pier stays shut.", half], GOLD)
    assert shares.tolist()[:2] == [0.0, 1.0]
    assert 0.4 < shares[2] < 0.6
    assert words.tolist()[:2] == [1.0, 4.0]


def test_a_line_that_recurs_belongs_where_its_neighbours_are() -> None:
    page = [
        "Read more about it below",
        "The pier stays shut.",
        "Read more about it below.",
        "Workers found cracks in four of the nine posts",
    ]
    assert label(page, GOLD)[0].tolist() == [0.0, 1.0, 1.0, 1.0]
