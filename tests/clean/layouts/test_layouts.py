"""Odd layouts, from page to article: what a reader would note down of them."""

import pytest

from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle
from tests.clean.layouts.pages import LAYOUTS
from tests.clean.samples import page

transform = load(Settings())


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_gives_what_a_reader_sees(name: str) -> None:
    layout = LAYOUTS[name]
    article = transform(page(layout.html, layout.url))
    assert isinstance(article, CleanArticle), article
    assert article.title == layout.title
    assert article.authors == layout.authors
    assert (article.published_at.date().isoformat() if article.published_at else None) == layout.day
    assert article.text.startswith(layout.first), article.text[:150]
    assert article.text.endswith(layout.last), article.text[-150:]
