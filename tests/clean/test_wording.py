"""What a page's words say of its kind, and the made-up pages that keep the article gate to a page's shape."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.article_gate.wording import scored, wording
from tests.clean.samples import body_of, declared_of

pytest.importorskip("tldextract", reason="training alone needs it")

from ops.training.article.collect import MADE, Example
from ops.training.article.lists import LISTS, STORIES, made
from ops.training.article.words import fit_words
from tests.clean.body.test_rewritten import PAGES

HTML = (
    "<html><head><title>Folding lamps</title><meta name=description content='Lamps for 3 rooms'></head><body><h2>Our lamps</h2>"
    f"<p>Add to cart</p><p>{'A lamp that folds flat and fits into a bag of any size. ' * 3}</p></body></html>"
)


def test_words_go_by_the_place_where_they_stand() -> None:
    declared = declared_of(HTML, "https://lumio.example/shop/lamp-7")
    found = wording(body_of(HTML, declared.hints), declared)
    assert found["title"] == {"folding", "lamps"}
    assert found["description"] == {"lamps", "for", "0", "rooms"}
    assert found["address"] == {"shop", "lamp", "0"}
    assert found["heading"] == {"our", "lamps"}
    assert found["label"] == {"add", "to", "cart"}
    assert "folds" in found["text"]
    assert found["element"] == {"<html", "<body", "<p"}
    assert found["type"] == {"og:"}


def test_each_word_counts_once_and_with_the_weight_of_its_place() -> None:
    weights = {"title": {"lamps": -1.0, "folding": -0.5}, "label": {"lamps": 4.0}}
    assert scored({"title": {"lamps", "unknown"}, "label": {"cart"}}, weights, 0.25) == -0.75


def test_made_up_pages_are_lists_and_stories_and_the_same_each_time() -> None:
    first, second = list(made(PAGES)), list(made(PAGES))
    assert first == second
    assert [sum(page.article is kind for page in first) for kind in (False, True)] == [LISTS, STORIES]


def _rows(html: str) -> int:
    return max(html.count(f"<{row}><{cell}>") for row, cell in (("tr", "td"), ("li", "span"), ("div", "div")))


def test_a_made_up_story_is_told_in_full_and_a_list_tells_of_several() -> None:
    for page in made(PAGES):
        titles = {each.hints.title for each in PAGES if f"{each.hints.title}<" in page.html}
        assert len(titles) > 1 or page.article or _rows(page.html) > 5


def test_words_are_learnt_from_real_pages_of_several_sites() -> None:
    def page(number: int, kind: str, word: str, of: str = "wcxb") -> Example:
        return Example(str(number), of, kind, f"site{number}", 1, True, {}, {"label": {word, "home"}})

    pages = [page(i, "article", "comments") for i in range(9)] + [page(i, "product", "cart") for i in range(9, 18)]
    pages += [page(i, "list", "comments", MADE) for i in range(18, 60)] + [page(60, "product", "once")]
    weights, _ = fit_words(pages, np.ones(len(pages)))
    assert weights["label"]["comments"] > 0 > weights["label"]["cart"]
    assert "once" not in weights["label"]
