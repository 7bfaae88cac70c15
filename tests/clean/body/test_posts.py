"""A quoted post of a social network comes as a whole."""

from __future__ import annotations

from agents.clean.body.posts import with_whole_posts
from tests.clean.samples import outline_of

PAGE = (
    "<p>She wrote:</p><blockquote class=twitter-tweet><p>The ferry is back.</p>— Ann Lee (@annlee) March 4, 2026</blockquote>"
    "<blockquote><p>It was late.</p><p>Joe Haas</p></blockquote>"
)


def test_who_said_it_comes_along() -> None:
    assert with_whole_posts(outline_of(PAGE), [0, 1, 3]) == [0, 1, 2, 3]


def test_a_post_of_which_nothing_is_kept_stays_out() -> None:
    assert with_whole_posts(outline_of(PAGE), [0, 4]) == [0, 4]
