import pytest

from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle, Precision
from schemas.rejection import RejectedPage, RejectionReason
from tests.clean.samples import FETCHED_AT, PARAGRAPHS, URL, article_html, page

transform = load(Settings())


def article(html: str | bytes, **fields: object) -> CleanArticle:
    outcome = transform(page(html, **fields))  # type: ignore[arg-type]
    assert isinstance(outcome, CleanArticle), outcome
    return outcome


def rejection(html: str | bytes, **fields: object) -> RejectionReason:
    outcome = transform(page(html, **fields))  # type: ignore[arg-type]
    assert isinstance(outcome, RejectedPage), outcome
    return outcome.reason


def test_a_page_becomes_its_article() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Port strike ends after nine days", '
        '"datePublished": "2026-03-04T07:30:00+01:00", "author": {"@type": "Person", "name": "Ann Lee"}}</script>'
        '<meta property="og:site_name" content="Harbour Gazette">'
    )
    found = article(article_html(head))
    assert found.title == "Port strike ends after nine days"
    assert found.text == "\n".join(PARAGRAPHS)
    assert found.authors == ["Ann Lee"]
    assert found.published_at is not None
    assert found.published_at.isoformat() == "2026-03-04T07:30:00+01:00"
    assert found.published_precision == Precision.SECOND
    assert (found.language, found.site_name, found.truncated) == ("en", "Harbour Gazette", False)
    assert found.canonical_url == URL


def test_the_same_page_gives_the_same_article() -> None:
    first, second = article(article_html()), article(article_html())
    assert first.model_copy(update={"cleaned_at": FETCHED_AT}) == second.model_copy(update={"cleaned_at": FETCHED_AT})


def test_nul_bytes_do_no_harm() -> None:
    assert article(article_html().replace("ships", "sh\0ips")).text == "\n".join(PARAGRAPHS)


COOKIES = "We and our 732 partners store and access information on a device. You may click to consent as described above."


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (article_html(paragraphs=("Too little to read.",)), RejectionReason.TOO_SHORT),
        ("<html><body></body></html>", RejectionReason.EMPTY),
        (article_html(headline="Just a moment...", paragraphs=("Checking your browser.",) * 3), RejectionReason.BLOCKED),
        (f"<html><body><div><h2>Before you continue</h2><p>{COOKIES}</p></div></body></html>", RejectionReason.BLOCKED),
        (f"<html><body><p>{PARAGRAPHS[0]}</p><div><p>{COOKIES}</p></div></body></html>", RejectionReason.TOO_SHORT),
        (article_html(headline="404 - Page not found", paragraphs=("We looked everywhere.",)), RejectionReason.BLOCKED),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(html: str, reason: RejectionReason) -> None:
    assert rejection(html) == reason


def test_other_languages_are_rejected_where_the_operator_names_some() -> None:
    only_french = load(Settings(languages=["fr"]))
    outcome = only_french(page(article_html()))
    assert isinstance(outcome, RejectedPage)
    assert outcome.reason == RejectionReason.UNSUPPORTED_LANGUAGE
