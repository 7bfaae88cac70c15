"""Pages with something else in or beneath the story: the text is the story alone."""

import pytest

from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle
from tests.clean.layouts.foreign import PAGES
from tests.clean.layouts.pages import HEADLINE, RIVER
from tests.clean.samples import page

transform = load(Settings())


@pytest.mark.parametrize("name", PAGES)
def test_the_text_is_the_story_alone(name: str) -> None:
    article = transform(page(PAGES[name], "https://www.kivu-herald.example/story.php?id=4711"))
    assert isinstance(article, CleanArticle), article
    assert article.title == HEADLINE
    assert article.authors == ["Amani Buto"]
    assert article.text.split("\n") == list(RIVER)[: 3 if "short story" in name else None]
