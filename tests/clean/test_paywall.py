"""Articles that only those read who pay or sign in: declared by the page, else shown by it."""

import pytest

from agents.clean.metadata import read_metadata
from tests.clean.samples import FETCHED_AT, URL, article_html, declared_of, outline_of


def paywalled(html: str) -> bool:
    return read_metadata(html, declared_of(html, URL), outline_of(html), FETCHED_AT).paywalled


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def below(shown: str, head: str = "") -> str:
    return article_html(head).replace("</article>", f"{shown}</article>")


LOCKED_PART = '{"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".wall"}'
WALL = '<div class="paywall"><p>Subscribe to continue reading</p></div>'


@pytest.mark.parametrize(
    "head",
    [
        ld('{"@type": "NewsArticle", "isAccessibleForFree": false}'),
        ld('{"@type": "NewsArticle", "isAccessibleForFree": "http://schema.org/False"}'),
        ld(f'{{"@type": "NewsArticle", "hasPart": {LOCKED_PART}}}'),
        ld('{"@type": "WebPage", "isAccessibleForFree": false}') + ld('{"@type": "NewsArticle"}'),
        '<meta property="article:content_tier" content="locked">',
    ],
)
def test_a_page_may_declare_its_wall(head: str) -> None:
    assert paywalled(article_html(head))


@pytest.mark.parametrize(
    "head",
    [
        ld('{"@type": "NewsArticle", "isAccessibleForFree": true}'),
        '<meta property="article:content_tier" content="metered">',
        '<meta property="article:content_tier" content="free">',
    ],
)
def test_what_is_declared_free_is_free_whatever_the_template_holds(head: str) -> None:
    assert not paywalled(below(WALL, head))


@pytest.mark.parametrize(
    "shown",
    [
        WALL,
        '<section class="regwall"><h3>Register for free to keep reading</h3></section>',
        '<div class="article-lockedbox"><p>For at læse denne artikel skal du have et abonnement</p></div>',
        '<div class="freemium-box"><h4>Jetzt weiterlesen</h4></div>',
        '<p class="paywall">この記事は有料記事です。残り532文字</p>',
    ],
)
def test_a_wall_is_known_by_its_name_and_what_it_asks_for(shown: str) -> None:
    assert paywalled(below(shown))


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Subscribe now to keep reading and get access to the full archive.</p>",
        '<div class="paywall"><p>Weather: sunny</p></div>',
        '<div class="paywall" hidden><p>Subscribe to continue reading</p></div>',
        '<div class="comments"><div class="locked"><p>Log in to comment</p></div></div>',
        '<aside class="related-teasers"><span>Subscribers only</span><a href="/x">Rice prices fall</a></aside>',
    ],
)
def test_an_offer_and_a_wall_before_something_else_are_none(shown: str) -> None:
    assert not paywalled(below(shown))


@pytest.mark.parametrize("label", ["Exklusiv für Abonnenten", "Subscriber-only", "Article réservé aux abonnés", "有料記事"])
def test_a_label_beside_the_headline_tells(label: str) -> None:
    assert paywalled(article_html().replace("</h1>", f"</h1><span>{label}</span>"))
    assert not paywalled(article_html().replace("</h1>", f"</h1><p>The club's bar is {label.lower()} on Sundays.</p>"))


@pytest.mark.parametrize(
    "said",
    [
        "Subscribe now to continue reading this article.",
        "This article is for subscribers only.",
        "Weiterlesen mit dem Lake-Abo",
        "Cet article est réservé aux abonnés.",
        "Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.",
        "Conteúdo exclusivo para assinantes",
        "Contenuto riservato agli abbonati",
        "Dit verhaal is alleen voor abonnees",
        "Tekst dostępny tylko dla naszych subskrybentów",
        "Статья доступна только для подписчиков",
        "Bu haber yalnızca abonelere açık. Yalnızca aboneler okuyabilir.",
        "この記事は有料会員限定です。",
        "आगे पढ़ने के लिए लॉग इन करें",
        "هذا المحتوى متاح للمشتركين فقط",
    ],
)
def test_a_line_may_say_that_the_rest_is_for_subscribers(said: str) -> None:
    assert paywalled(below(f"<div class=q1><p>{said}</p></div>"))
    assert not paywalled(below(f"<p>At the club the notice on the door says: {said}</p>"))
    assert not paywalled(below(f"<p>{said} {'It tells of ferries and of the people who wait for them. ' * 3}</p>"))


def test_a_link_that_says_so_leads_to_another_story() -> None:
    said = "Subscribe now to continue reading this article."
    assert not paywalled(below(f"<div class=q1><p><a href='/x'>{said}</a></p></div>"))
